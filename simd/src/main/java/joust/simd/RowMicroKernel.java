package joust.simd;

import static joust.simd.Blocks.FENCE_1;
import static joust.simd.Blocks.FENCE_2;
import static joust.simd.Blocks.FENCE_3;
import static joust.simd.Blocks.FENCE_4;
import static joust.simd.Blocks.FENCE_5;
import static joust.simd.Lanes.FLOATS;
import static joust.simd.Lanes.fma;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops over a panel of a that holds its rows one after the other, {@link Blocks#DEPTH} floats apart. A tile of
 * two vectors a row stays in registers while both panels pass: {@code c[i][j] = fma(a[i][k], b[k][j], c[i][j])} for ascending
 * k, from {@code start} (a stride of 0 starts all rows alike). b's panel holds two vectors for each k; the depth is a multiple
 * of {@link Blocks#STEPS}.
 *
 * <p>The fences: left to itself C2 moves the broadcasts of all rows to the top of the loop, runs out of its 16 registers and
 * spills accumulators, whose way through memory then takes twice as long as the arithmetic. A branch that is never taken costs
 * one instruction, and all that is alive behind it has to be there before it, the accumulators too: so at most two
 * broadcasts are loaded at a time.
 */
final class RowMicroKernel {
    private static final int W = Lanes.COUNT;

    private RowMicroKernel() {}

    /** Six rows. */
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
        int from = bOffset;
        int end = aOffset + depth;
        for (int at = aOffset; at < end; at += Blocks.STEPS) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = fma(x, b0, c00);
            c01 = fma(x, b1, c01);
            x = FloatVector.broadcast(FLOATS, a[at + Blocks.DEPTH]);
            c10 = fma(x, b0, c10);
            c11 = fma(x, b1, c11);
            if (at == FENCE_1) {
                break;
            }
            x = FloatVector.broadcast(FLOATS, a[at + 2 * Blocks.DEPTH]);
            c20 = fma(x, b0, c20);
            c21 = fma(x, b1, c21);
            x = FloatVector.broadcast(FLOATS, a[at + 3 * Blocks.DEPTH]);
            c30 = fma(x, b0, c30);
            c31 = fma(x, b1, c31);
            if (at == FENCE_2) {
                break;
            }
            x = FloatVector.broadcast(FLOATS, a[at + 4 * Blocks.DEPTH]);
            c40 = fma(x, b0, c40);
            c41 = fma(x, b1, c41);
            x = FloatVector.broadcast(FLOATS, a[at + 5 * Blocks.DEPTH]);
            c50 = fma(x, b0, c50);
            c51 = fma(x, b1, c51);
            if (at == FENCE_3) {
                break;
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            c00 = fma(x, b0, c00);
            c01 = fma(x, b1, c01);
            x = FloatVector.broadcast(FLOATS, a[at + 1 + Blocks.DEPTH]);
            c10 = fma(x, b0, c10);
            c11 = fma(x, b1, c11);
            if (at == FENCE_4) {
                break;
            }
            x = FloatVector.broadcast(FLOATS, a[at + 1 + 2 * Blocks.DEPTH]);
            c20 = fma(x, b0, c20);
            c21 = fma(x, b1, c21);
            x = FloatVector.broadcast(FLOATS, a[at + 1 + 3 * Blocks.DEPTH]);
            c30 = fma(x, b0, c30);
            c31 = fma(x, b1, c31);
            if (at == FENCE_5) {
                break;
            }
            x = FloatVector.broadcast(FLOATS, a[at + 1 + 4 * Blocks.DEPTH]);
            c40 = fma(x, b0, c40);
            c41 = fma(x, b1, c41);
            x = FloatVector.broadcast(FLOATS, a[at + 1 + 5 * Blocks.DEPTH]);
            c50 = fma(x, b0, c50);
            c51 = fma(x, b1, c51);
            from += 2 * Blocks.STEPS * W;
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

    /** Four rows: eight accumulators leave room for a whole step. */
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
        int from = bOffset;
        int end = aOffset + depth;
        for (int at = aOffset; at < end; at += Blocks.STEPS) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = fma(x, b0, c00);
            c01 = fma(x, b1, c01);
            x = FloatVector.broadcast(FLOATS, a[at + Blocks.DEPTH]);
            c10 = fma(x, b0, c10);
            c11 = fma(x, b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 2 * Blocks.DEPTH]);
            c20 = fma(x, b0, c20);
            c21 = fma(x, b1, c21);
            x = FloatVector.broadcast(FLOATS, a[at + 3 * Blocks.DEPTH]);
            c30 = fma(x, b0, c30);
            c31 = fma(x, b1, c31);
            if (at == FENCE_1) {
                break;
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            c00 = fma(x, b0, c00);
            c01 = fma(x, b1, c01);
            x = FloatVector.broadcast(FLOATS, a[at + 1 + Blocks.DEPTH]);
            c10 = fma(x, b0, c10);
            c11 = fma(x, b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 1 + 2 * Blocks.DEPTH]);
            c20 = fma(x, b0, c20);
            c21 = fma(x, b1, c21);
            x = FloatVector.broadcast(FLOATS, a[at + 1 + 3 * Blocks.DEPTH]);
            c30 = fma(x, b0, c30);
            c31 = fma(x, b1, c31);
            from += 2 * Blocks.STEPS * W;
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
