package joust.cli;

import java.io.PrintStream;
import java.util.Locale;

/** One line that shows how far a run is: rewritten in place on a terminal, a new line now and then elsewhere. */
final class ProgressLine {
    private static final int WIDTH = 30;
    private static final long TERMINAL_INTERVAL = 200_000_000L;
    private static final long PLAIN_INTERVAL = 10_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final long steps;
    private final long firstStep;
    private final long start;
    private long last;
    private int printed;

    /**
     * Starts the clock.
     *
     * @param steps the step at which the run ends
     * @param now a reading of {@link System#nanoTime()}
     */
    ProgressLine(PrintStream out, boolean terminal, long firstStep, long steps, long now) {
        this.out = out;
        this.terminal = terminal;
        this.firstStep = firstStep;
        this.steps = steps;
        this.start = now;
        this.last = now;
    }

    /** Shows the state after a step if enough time has passed since it was last shown. */
    void step(long step, long now) {
        if (now - last >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL)) {
            last = now;
            show(text(step, now));
        }
    }

    /** Makes room for another line of output. */
    void clear() {
        if (printed > 0) {
            out.print("\r" + " ".repeat(printed) + "\r");
            out.flush();
            printed = 0;
        }
    }

    private void show(String text) {
        if (terminal) {
            int blank = Math.max(0, printed - text.length());
            out.print("\r" + text + " ".repeat(blank));
            printed = text.length();
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** The line itself, such as {@code [####----] 1200/10000  153.2 steps/s  58 s left}. */
    String text(long step, long now) {
        double seconds = (now - start) / 1e9;
        double rate = (step - firstStep) / seconds;
        int filled = (int) (WIDTH * step / steps);
        String bar = terminal ? "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " : "";
        return String.format(
                Locale.ROOT, "%s%d/%d  %.1f steps/s  %s left", bar, step, steps, rate, duration((steps - step) / rate));
    }

    private static String duration(double seconds) {
        long whole = Double.isFinite(seconds) ? Math.round(seconds) : 0;
        if (whole < 100) {
            return whole + " s";
        }
        return whole < 6000
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }
}
