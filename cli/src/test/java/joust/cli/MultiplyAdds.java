package joust.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * How fast this thread's core multiplies and adds right now: ten chains of scalar fma, which no cache and no memory holds up, by the
 * time that the thread had a core.
 */
final class MultiplyAdds {
    private static final int ROUNDS = 200_000;
    private static final int CHAINS = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WHILE = TimeUnit.MILLISECONDS.toNanos(20);

    private MultiplyAdds() {}

    /** Billions a second, the best of 20 milliseconds. */
    static double billionsPerSecond() {
        long end = System.nanoTime() + WHILE;
        long best = Long.MAX_VALUE;
        long now = THREADS.getCurrentThreadCpuTime();
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += chains(1.0000001, 1e-9);
            long after = THREADS.getCurrentThreadCpuTime();
            best = Math.min(best, after - now);
            now = after;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a chain of multiply-adds gave no number");
        }
        return (double) CHAINS * ROUNDS / best;
    }

    private static double chains(double factor, double term) {
        double a = 1;
        double b = 1.1;
        double c = 1.2;
        double d = 1.3;
        double e = 1.4;
        double f = 1.5;
        double g = 1.6;
        double h = 1.7;
        double i = 1.8;
        double j = 1.9;
        for (int round = 0; round < ROUNDS; round++) {
            a = Math.fma(a, factor, term);
            b = Math.fma(b, factor, term);
            c = Math.fma(c, factor, term);
            d = Math.fma(d, factor, term);
            e = Math.fma(e, factor, term);
            f = Math.fma(f, factor, term);
            g = Math.fma(g, factor, term);
            h = Math.fma(h, factor, term);
            i = Math.fma(i, factor, term);
            j = Math.fma(j, factor, term);
        }
        return a + b + c + d + e + f + g + h + i + j;
    }
}
