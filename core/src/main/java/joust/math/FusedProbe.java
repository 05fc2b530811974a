package joust.math;

/**
 * Tells a fused multiply-add instruction from its emulation by their speed.
 *
 * <p>The emulation through {@code BigDecimal} takes from hundreds of nanoseconds to milliseconds per call, the
 * instruction about as long as a multiplication and an addition, interpreted or compiled. The shortest of several
 * batches of each is compared, so that a pause in one of them does not matter, and the line between them is drawn at a
 * factor of 16.
 */
final class FusedProbe {

    private static final int BATCHES = 7;
    private static final int CALLS = 16;
    private static final double SLOWER = 16;

    private FusedProbe() {}

    static boolean looksFused() {
        long fused = Long.MAX_VALUE;
        long separate = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            fused = Math.min(fused, nanosFused(batch));
            separate = Math.min(separate, nanosSeparate(batch));
        }
        return fused <= SLOWER * Math.max(separate, 1);
    }

    private static long nanosFused(int batch) {
        float value = batch;
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            value = Math.fma(value, 0.75f, 1.1f);
        }
        return elapsed(start, value);
    }

    private static long nanosSeparate(int batch) {
        float value = batch;
        long start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            value = multiplyAdd(value, 0.75f, 1.1f);
        }
        return elapsed(start, value);
    }

    private static float multiplyAdd(float a, float b, float c) {
        return a * b + c;
    }

    /** The value keeps the loop alive: it is always positive, which the compiler does not know. */
    private static long elapsed(long start, float value) {
        long nanos = System.nanoTime() - start;
        return value < 0 ? Long.MAX_VALUE : nanos;
    }
}
