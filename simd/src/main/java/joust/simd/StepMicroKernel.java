package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops over a panel of a that holds, for each k, its rows' numbers next to each other: how a transposed a is
 * packed. Otherwise as {@link RowMicroKernel}.
 */
final class StepMicroKernel {
    private static final int W = Lanes.COUNT;

    private StepMicroKernel() {}

    /** Six rows: twelve accumulators. */
    static void six(
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            int depth,
            float[] start,
            int startOffset,
            int startStride,
            float[] c,
            int cOffset,
            int ldc) {
        FloatVector c00 = FloatVector.fromArray(FLOATS, start, startOffset);
        FloatVector c01 = FloatVector.fromArray(FLOATS, start, startOffset + W);
        FloatVector c10 = FloatVector.fromArray(FLOATS, start, startOffset + startStride);
        FloatVector c11 = FloatVector.fromArray(FLOATS, start, startOffset + startStride + W);
        FloatVector c20 = FloatVector.fromArray(FLOATS, start, startOffset + 2 * startStride);
        FloatVector c21 = FloatVector.fromArray(FLOATS, start, startOffset + 2 * startStride + W);
        FloatVector c30 = FloatVector.fromArray(FLOATS, start, startOffset + 3 * startStride);
        FloatVector c31 = FloatVector.fromArray(FLOATS, start, startOffset + 3 * startStride + W);
        FloatVector c40 = FloatVector.fromArray(FLOATS, start, startOffset + 4 * startStride);
        FloatVector c41 = FloatVector.fromArray(FLOATS, start, startOffset + 4 * startStride + W);
        FloatVector c50 = FloatVector.fromArray(FLOATS, start, startOffset + 5 * startStride);
        FloatVector c51 = FloatVector.fromArray(FLOATS, start, startOffset + 5 * startStride + W);
        for (int k = 0; k < depth; k += Blocks.STEPS) {
            int at = aOffset + 6 * k;
            int from = bOffset + 2 * W * k;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 6]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 7]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 8]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 9]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 10]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 11]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 4 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 5 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 12]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 13]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 14]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 15]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 16]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 17]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 6 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 7 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 18]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 19]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 20]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 21]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 22]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 23]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + W);
        c10.intoArray(c, cOffset + ldc);
        c11.intoArray(c, cOffset + ldc + W);
        c20.intoArray(c, cOffset + 2 * ldc);
        c21.intoArray(c, cOffset + 2 * ldc + W);
        c30.intoArray(c, cOffset + 3 * ldc);
        c31.intoArray(c, cOffset + 3 * ldc + W);
        c40.intoArray(c, cOffset + 4 * ldc);
        c41.intoArray(c, cOffset + 4 * ldc + W);
        c50.intoArray(c, cOffset + 5 * ldc);
        c51.intoArray(c, cOffset + 5 * ldc + W);
    }

    /** Four rows: eight accumulators. */
    static void four(
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            int depth,
            float[] start,
            int startOffset,
            int startStride,
            float[] c,
            int cOffset,
            int ldc) {
        FloatVector c00 = FloatVector.fromArray(FLOATS, start, startOffset);
        FloatVector c01 = FloatVector.fromArray(FLOATS, start, startOffset + W);
        FloatVector c10 = FloatVector.fromArray(FLOATS, start, startOffset + startStride);
        FloatVector c11 = FloatVector.fromArray(FLOATS, start, startOffset + startStride + W);
        FloatVector c20 = FloatVector.fromArray(FLOATS, start, startOffset + 2 * startStride);
        FloatVector c21 = FloatVector.fromArray(FLOATS, start, startOffset + 2 * startStride + W);
        FloatVector c30 = FloatVector.fromArray(FLOATS, start, startOffset + 3 * startStride);
        FloatVector c31 = FloatVector.fromArray(FLOATS, start, startOffset + 3 * startStride + W);
        for (int k = 0; k < depth; k += Blocks.STEPS) {
            int at = aOffset + 4 * k;
            int from = bOffset + 2 * W * k;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 4]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 5]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 6]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 7]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 4 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 5 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 8]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 9]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 10]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 11]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 6 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 7 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 12]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 13]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 14]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 15]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + W);
        c10.intoArray(c, cOffset + ldc);
        c11.intoArray(c, cOffset + ldc + W);
        c20.intoArray(c, cOffset + 2 * ldc);
        c21.intoArray(c, cOffset + 2 * ldc + W);
        c30.intoArray(c, cOffset + 3 * ldc);
        c31.intoArray(c, cOffset + 3 * ldc + W);
    }
}
