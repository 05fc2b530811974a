package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops over a panel of a that holds four numbers of each row next to each other, then the next four: how an a that is
 * not transposed is packed. A tile of two vectors a row stays in registers while both panels pass:
 * {@code c[i][j] = fma(a[i][k], b[k][j], c[i][j])} for ascending k, from c itself or from +0.
 * b's panel holds two vectors for each k; the depth is a multiple of {@link Blocks#STEPS}.
 *
 * <p>Left to itself C2 loads the numbers of several rows and steps first, runs out of its 16 registers and spills accumulators, whose
 * way through memory then takes twice as long as the arithmetic. A fence that no load may pass keeps the rows apart; where the
 * processor never changes the order of loads, as x86 does not, it is no instruction. The fences stand where most instances of C2's
 * code came out without a spill: after rows 1, 3, 5 and the last.
 */
final class RowMicroKernel {
    private static final int W = Lanes.COUNT;

    private RowMicroKernel() {}

    /** Six rows: twelve accumulators. */
    static void six(
            float[] a, int aOffset, float[] b, int bOffset, int depth, boolean add, float[] c, int cOffset, int ldc) {
        int row1 = cOffset + ldc;
        int row2 = row1 + ldc;
        int row3 = row2 + ldc;
        int row4 = row3 + ldc;
        int row5 = row4 + ldc;
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = FloatVector.zero(FLOATS);
        FloatVector c10 = FloatVector.zero(FLOATS);
        FloatVector c11 = FloatVector.zero(FLOATS);
        FloatVector c20 = FloatVector.zero(FLOATS);
        FloatVector c21 = FloatVector.zero(FLOATS);
        FloatVector c30 = FloatVector.zero(FLOATS);
        FloatVector c31 = FloatVector.zero(FLOATS);
        FloatVector c40 = FloatVector.zero(FLOATS);
        FloatVector c41 = FloatVector.zero(FLOATS);
        FloatVector c50 = FloatVector.zero(FLOATS);
        FloatVector c51 = FloatVector.zero(FLOATS);
        if (add) {
            c00 = FloatVector.fromArray(FLOATS, c, cOffset);
            c01 = FloatVector.fromArray(FLOATS, c, cOffset + W);
            c10 = FloatVector.fromArray(FLOATS, c, row1);
            c11 = FloatVector.fromArray(FLOATS, c, row1 + W);
            c20 = FloatVector.fromArray(FLOATS, c, row2);
            c21 = FloatVector.fromArray(FLOATS, c, row2 + W);
            c30 = FloatVector.fromArray(FLOATS, c, row3);
            c31 = FloatVector.fromArray(FLOATS, c, row3 + W);
            c40 = FloatVector.fromArray(FLOATS, c, row4);
            c41 = FloatVector.fromArray(FLOATS, c, row4 + W);
            c50 = FloatVector.fromArray(FLOATS, c, row5);
            c51 = FloatVector.fromArray(FLOATS, c, row5 + W);
        }
        int aStart = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int bStart = Objects.checkIndex(bOffset, KernelLimits.PANEL_OFFSET);
        int end = Objects.checkIndex(depth, KernelLimits.PANEL_DEPTH);
        for (int k = 0; k < end; k += Blocks.STEPS) {
            int at = aStart + 6 * k;
            int from = bStart + 2 * W * k;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 4]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 8]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 12]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 16]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 20]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 5]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 9]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 13]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 17]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 21]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 4 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 5 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 2]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 6]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 10]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 14]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 18]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 22]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 6 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 7 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 3]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 7]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 11]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 15]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            x = FloatVector.broadcast(FLOATS, a[at + 19]);
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
        c10.intoArray(c, row1);
        c11.intoArray(c, row1 + W);
        c20.intoArray(c, row2);
        c21.intoArray(c, row2 + W);
        c30.intoArray(c, row3);
        c31.intoArray(c, row3 + W);
        c40.intoArray(c, row4);
        c41.intoArray(c, row4 + W);
        c50.intoArray(c, row5);
        c51.intoArray(c, row5 + W);
    }
}
