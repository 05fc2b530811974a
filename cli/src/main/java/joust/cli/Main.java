package joust.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The {@code joust} command. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
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
            err.println("joust " + failure.getCommandLine().getCommandName() + " --help says what it takes");
            return ExitCode.USAGE;
        });
        return commandLine.execute(arguments);
    }

    private static int report(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        err.println(message(failure));
        if (commandLine.getCommand() instanceof CommonOptions options && options.verbose) {
            err.println(commandLine.getColorScheme().stackTraceText(failure));
        } else {
            Throwable cause = failure.getCause();
            for (; cause != null; cause = cause.getCause()) {
                err.println("  because: " + message(cause));
            }
        }
        return ExitCode.of(failure);
    }

    private static String message(Throwable failure) {
        String text = failure.getMessage();
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text;
    }
}
