package joust.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The {@code joust} command. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Pictures are drawn into files alone: a display that is named but not there would end the run.
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(run(out, err, arguments));
    }

    /** Runs a command; what goes to {@code err} is for people, what goes to {@code out} is the result. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new JoustCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Main::report);
        commandLine.setParameterExceptionHandler((failure, words) -> {
            err.println(failure.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
            if (failure instanceof CommandLine.UnmatchedArgumentException
                    && failure.getCommandLine().getCommand() instanceof BenchCommand) {
                err.println("JMH's own options stand after --, as in 'joust bench matmul -- -f 1'");
            }
            err.println(failure.getCommandLine().getCommandSpec().qualifiedName() + " --help says what it takes");
            return ExitCode.USAGE;
        });
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            FailureText.lines(e).forEach(err::println);
            return ExitCode.FAILED;
        }
    }

    private static int report(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        FailureText.lines(failure).forEach(err::println);
        if (commandLine.getCommand() instanceof CommonOptions options && options.verbose) {
            err.println(commandLine.getColorScheme().stackTraceText(failure));
        }
        return ExitCode.of(failure);
    }
}
