package joust.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
abstract class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "say what this command takes")
    boolean help;

    @Option(names = "--verbose", description = "with an error, print where it arose")
    boolean verbose;
}
