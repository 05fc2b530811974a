package joust.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sweeps the elementary functions over all 2³² floats and prints the largest error of each against {@link StrictMath}
 * in double, and where it is. Arguments: names of functions (none: all) and {@code stride=n} to take every n-th float
 * only. A full sweep takes some minutes per function.
 */
public final class MathSweep {
    private static final int THREADS = 2;
    private static final int TASKS = 256;

    private MathSweep() {}

    /** The largest error found, and its argument. */
    public record Worst(double error, float at) {
        Worst or(Worst other) {
            return other.error > error ? other : this;
        }
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int stride = 1;
        List<ElementaryFunction> functions = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("stride=")) {
                stride = Integer.parseInt(argument.substring("stride=".length()));
            } else {
                functions.add(ElementaryFunction.valueOf(argument.toUpperCase(Locale.ROOT)));
            }
        }
        System.out.println("arithmetic: " + (FusedArithmetic.FUSED ? "fma" : "multiply-add"));
        for (ElementaryFunction function : functions.isEmpty() ? List.of(ElementaryFunction.values()) : functions) {
            report(function, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, stride);
            if (function == ElementaryFunction.SINPI || function == ElementaryFunction.COSPI) {
                report(function, 0f, 2f, stride);
            }
        }
    }

    private static void report(ElementaryFunction function, float from, float to, int stride)
            throws InterruptedException, ExecutionException {
        Worst worst = sweep(function, from, to, stride);
        System.out.printf(
                Locale.ROOT,
                "%s on [%s, %s]: largest error %.4f ulp at %s (%s)%n",
                function,
                from,
                to,
                worst.error(),
                worst.at(),
                Float.toHexString(worst.at()));
    }

    /** The largest error over every stride-th float of an interval (NaN counts as inside). */
    public static Worst sweep(ElementaryFunction function, float from, float to, int stride)
            throws InterruptedException, ExecutionException {
        long size = (1L << 32) / TASKS;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Worst>> parts = new ArrayList<>();
            for (int task = 0; task < TASKS; task++) {
                long start = task * size;
                long aligned = (start + stride - 1) / stride * stride;
                parts.add(threads.submit(() -> sweepBits(function, from, to, aligned, start + size, stride)));
            }
            Worst worst = new Worst(0, Float.NaN);
            for (Future<Worst> part : parts) {
                worst = worst.or(part.get());
            }
            return worst;
        }
    }

    private static Worst sweepBits(
            ElementaryFunction function, float from, float to, long start, long end, int stride) {
        double worst = 0;
        float at = Float.NaN;
        for (long bits = start; bits < end; bits += stride) {
            float x = Float.intBitsToFloat((int) bits);
            if (x < from || x > to) {
                continue;
            }
            double error = ElementaryFunction.error(function.apply(x), function.exact(x));
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        return new Worst(worst, at);
    }
}
