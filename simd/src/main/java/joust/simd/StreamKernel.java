package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * A row of a result, some steps of k at a time: {@code c[j] = fma(a[k], b[k][j], c[j])} for ascending k, with step k of a at
 * {@code a[aOffset + k * aStep]} and of b at {@code b[bOffset + k * ldb]}. The loops run along the rows of b as they lie in memory, which
 * processors read ahead, while c stays in the first-level cache if there is not much of it. For processors with fused multiply-add.
 */
final class StreamKernel {
    /** Steps of {@link #eightSteps}. */
    static final int STEPS = 8;

    private static final int W = Lanes.COUNT;

    private StreamKernel() {}

    /** Eight steps over {@code columns} columns, a multiple of a vector. */
    static void eightSteps(
            float[] a, int aOffset, int aStep, float[] b, int bOffset, int ldb, float[] c, int cOffset, int columns) {
        int b0 = Objects.checkIndex(bOffset, KernelLimits.OFFSET);
        int stride = Objects.checkIndex(ldb, KernelLimits.STRIDE);
        int to = Objects.checkIndex(cOffset, KernelLimits.OFFSET);
        int end = Objects.checkIndex(columns, KernelLimits.STRIDE);
        int b1 = b0 + stride;
        int b2 = b1 + stride;
        int b3 = b2 + stride;
        int b4 = b3 + stride;
        int b5 = b4 + stride;
        int b6 = b5 + stride;
        int b7 = b6 + stride;
        FloatVector a0 = FloatVector.broadcast(FLOATS, a[aOffset]);
        FloatVector a1 = FloatVector.broadcast(FLOATS, a[aOffset + aStep]);
        FloatVector a2 = FloatVector.broadcast(FLOATS, a[aOffset + 2 * aStep]);
        FloatVector a3 = FloatVector.broadcast(FLOATS, a[aOffset + 3 * aStep]);
        FloatVector a4 = FloatVector.broadcast(FLOATS, a[aOffset + 4 * aStep]);
        FloatVector a5 = FloatVector.broadcast(FLOATS, a[aOffset + 5 * aStep]);
        FloatVector a6 = FloatVector.broadcast(FLOATS, a[aOffset + 6 * aStep]);
        FloatVector a7 = FloatVector.broadcast(FLOATS, a[aOffset + 7 * aStep]);
        for (int j = 0; j < end; j += W) {
            FloatVector sum = FloatVector.fromArray(FLOATS, c, to + j);
            sum = a0.fma(FloatVector.fromArray(FLOATS, b, b0 + j), sum);
            sum = a1.fma(FloatVector.fromArray(FLOATS, b, b1 + j), sum);
            sum = a2.fma(FloatVector.fromArray(FLOATS, b, b2 + j), sum);
            sum = a3.fma(FloatVector.fromArray(FLOATS, b, b3 + j), sum);
            sum = a4.fma(FloatVector.fromArray(FLOATS, b, b4 + j), sum);
            sum = a5.fma(FloatVector.fromArray(FLOATS, b, b5 + j), sum);
            sum = a6.fma(FloatVector.fromArray(FLOATS, b, b6 + j), sum);
            sum = a7.fma(FloatVector.fromArray(FLOATS, b, b7 + j), sum);
            sum.intoArray(c, to + j);
        }
    }

    /** One step. */
    static void oneStep(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int columns) {
        int b0 = Objects.checkIndex(bOffset, KernelLimits.OFFSET);
        int to = Objects.checkIndex(cOffset, KernelLimits.OFFSET);
        int end = Objects.checkIndex(columns, KernelLimits.STRIDE);
        FloatVector a0 = FloatVector.broadcast(FLOATS, a[aOffset]);
        for (int j = 0; j < end; j += W) {
            FloatVector sum = FloatVector.fromArray(FLOATS, c, to + j);
            sum = a0.fma(FloatVector.fromArray(FLOATS, b, b0 + j), sum);
            sum.intoArray(c, to + j);
        }
    }
}
