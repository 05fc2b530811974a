package joust.bench;

import java.io.PrintStream;
import java.util.Locale;

/** One line with the time left: rewritten in place on a terminal, a new line now and then elsewhere. */
final class RunProgress {
    private static final double PLAIN_INTERVAL = 15;

    private final PrintStream out;
    private final boolean terminal;
    private final double planned;
    private final long start = System.nanoTime();
    private double done;
    private double last;
    private int printed;

    /** With how many seconds all will take, as far as anybody can say before. */
    RunProgress(PrintStream out, boolean terminal, double planned) {
        this.out = out;
        this.terminal = terminal;
        this.planned = planned;
    }

    /** So many planned seconds more are done, the last ones with this contender. */
    void advance(double seconds, Contender contender) {
        done += seconds;
        double elapsed = (System.nanoTime() - start) / 1e9;
        if (terminal || elapsed - last >= PLAIN_INTERVAL) {
            last = elapsed;
            show(text(elapsed, contender));
        }
    }

    /** Makes room for other output. */
    void clear() {
        if (printed > 0) {
            out.print("\r" + " ".repeat(printed) + "\r");
            printed = 0;
        }
    }

    private void show(String text) {
        if (terminal) {
            out.print("\r" + text + " ".repeat(Math.max(0, printed - text.length())));
            printed = text.length();
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Such as {@code 42 %, 1 min 10 s left: matmul NN 256x256x256, joust-simd}. */
    String text(double elapsed, Contender contender) {
        double share = Math.min(1, done / planned);
        // The plan's pace at the start, the run's own later.
        double left = (planned - planned * share) * (1 - share) + (elapsed / share - elapsed) * share;
        return String.format(
                Locale.ROOT,
                "%2.0f %%, %s left: %s %s, %s",
                100 * share,
                duration(left),
                contender.work().suite().word(),
                contender.work().what(),
                contender.work().implementation());
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 100) {
            return whole + " s";
        }
        return whole < 6000
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }
}
