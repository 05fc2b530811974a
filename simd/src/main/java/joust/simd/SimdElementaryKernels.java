package joust.simd;

import joust.math.Bounds;
import joust.math.Elementary;

/**
 * Functions of {@link Elementary} on float arrays, with its bits, special values and errors. Offsets, overlaps and errors are as
 * in {@link SimdElementwiseKernels}.
 */
public final class SimdElementaryKernels {
    private SimdElementaryKernels() {}

    /** E to the power x, by {@link Elementary#exp}. */
    public static void exp(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        ExponentialLoops.exp(x, xOffset, y, yOffset, whole);
        for (int i = whole; i < count; i++) {
            y[yOffset + i] = Elementary.exp(x[xOffset + i]);
        }
    }

    /** The natural logarithm of x, by {@link Elementary#log}. */
    public static void log(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        LogarithmLoops.log(x, xOffset, y, yOffset, whole);
        for (int i = whole; i < count; i++) {
            y[yOffset + i] = Elementary.log(x[xOffset + i]);
        }
    }

    /** The natural logarithm of 1 + x, by {@link Elementary#log1p}. */
    public static void log1p(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        LogarithmLoops.log1p(1f, x, xOffset, y, yOffset, whole);
        for (int i = whole; i < count; i++) {
            y[yOffset + i] = Elementary.log1p(x[xOffset + i]);
        }
    }

    /** The sine of π x, by {@link Elementary#sinpi}. */
    public static void sinpi(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        TurnLoops.sinpi(TurnLoops.SINE, x, xOffset, y, yOffset, whole);
        for (int i = whole; i < count; i++) {
            y[yOffset + i] = Elementary.sinpi(x[xOffset + i]);
        }
    }

    /** The cosine of π x, by {@link Elementary#cospi}. */
    public static void cospi(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        TurnLoops.sinpi(TurnLoops.COSINE, x, xOffset, y, yOffset, whole);
        for (int i = whole; i < count; i++) {
            y[yOffset + i] = Elementary.cospi(x[xOffset + i]);
        }
    }
}
