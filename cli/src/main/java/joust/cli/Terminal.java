package joust.cli;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

    /** Whether the process has a terminal, so that a line may be written over. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal (JDK-8351435).
    static boolean isOne() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
