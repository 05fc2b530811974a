package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops for 32 vector registers of 512 bits, over a panel of a that holds each step's numbers next to each other:
 * {@code c[i][j] = fma(a[i][k], b[k][j], c[i][j])} for ascending k, from c itself or from +0. Two steps a round, an even number in all;
 * fences after the first and the last rows keep C2 from mixing the two steps, for which there are too few registers.
 */
final class WideMicroKernel {
    private static final int W = Lanes.COUNT;
    private static final int STRIDE = RowPanels.WIDE_STRIDE;

    private WideMicroKernel() {}

    /** Fourteen rows: twenty-eight accumulators. */
    static void fourteen(
            float[] a, int aOffset, float[] b, int bOffset, int depth, boolean add, float[] c, int cOffset, int ldc) {
        int row1 = cOffset + ldc;
        int row2 = row1 + ldc;
        int row3 = row2 + ldc;
        int row4 = row3 + ldc;
        int row5 = row4 + ldc;
        int row6 = row5 + ldc;
        int row7 = row6 + ldc;
        int row8 = row7 + ldc;
        int row9 = row8 + ldc;
        int row10 = row9 + ldc;
        int row11 = row10 + ldc;
        int row12 = row11 + ldc;
        int row13 = row12 + ldc;
        FloatVector left0 = FloatVector.zero(FLOATS);
        FloatVector right0 = FloatVector.zero(FLOATS);
        FloatVector left1 = FloatVector.zero(FLOATS);
        FloatVector right1 = FloatVector.zero(FLOATS);
        FloatVector left2 = FloatVector.zero(FLOATS);
        FloatVector right2 = FloatVector.zero(FLOATS);
        FloatVector left3 = FloatVector.zero(FLOATS);
        FloatVector right3 = FloatVector.zero(FLOATS);
        FloatVector left4 = FloatVector.zero(FLOATS);
        FloatVector right4 = FloatVector.zero(FLOATS);
        FloatVector left5 = FloatVector.zero(FLOATS);
        FloatVector right5 = FloatVector.zero(FLOATS);
        FloatVector left6 = FloatVector.zero(FLOATS);
        FloatVector right6 = FloatVector.zero(FLOATS);
        FloatVector left7 = FloatVector.zero(FLOATS);
        FloatVector right7 = FloatVector.zero(FLOATS);
        FloatVector left8 = FloatVector.zero(FLOATS);
        FloatVector right8 = FloatVector.zero(FLOATS);
        FloatVector left9 = FloatVector.zero(FLOATS);
        FloatVector right9 = FloatVector.zero(FLOATS);
        FloatVector left10 = FloatVector.zero(FLOATS);
        FloatVector right10 = FloatVector.zero(FLOATS);
        FloatVector left11 = FloatVector.zero(FLOATS);
        FloatVector right11 = FloatVector.zero(FLOATS);
        FloatVector left12 = FloatVector.zero(FLOATS);
        FloatVector right12 = FloatVector.zero(FLOATS);
        FloatVector left13 = FloatVector.zero(FLOATS);
        FloatVector right13 = FloatVector.zero(FLOATS);
        if (add) {
            left0 = FloatVector.fromArray(FLOATS, c, cOffset);
            right0 = FloatVector.fromArray(FLOATS, c, cOffset + W);
            left1 = FloatVector.fromArray(FLOATS, c, row1);
            right1 = FloatVector.fromArray(FLOATS, c, row1 + W);
            left2 = FloatVector.fromArray(FLOATS, c, row2);
            right2 = FloatVector.fromArray(FLOATS, c, row2 + W);
            left3 = FloatVector.fromArray(FLOATS, c, row3);
            right3 = FloatVector.fromArray(FLOATS, c, row3 + W);
            left4 = FloatVector.fromArray(FLOATS, c, row4);
            right4 = FloatVector.fromArray(FLOATS, c, row4 + W);
            left5 = FloatVector.fromArray(FLOATS, c, row5);
            right5 = FloatVector.fromArray(FLOATS, c, row5 + W);
            left6 = FloatVector.fromArray(FLOATS, c, row6);
            right6 = FloatVector.fromArray(FLOATS, c, row6 + W);
            left7 = FloatVector.fromArray(FLOATS, c, row7);
            right7 = FloatVector.fromArray(FLOATS, c, row7 + W);
            left8 = FloatVector.fromArray(FLOATS, c, row8);
            right8 = FloatVector.fromArray(FLOATS, c, row8 + W);
            left9 = FloatVector.fromArray(FLOATS, c, row9);
            right9 = FloatVector.fromArray(FLOATS, c, row9 + W);
            left10 = FloatVector.fromArray(FLOATS, c, row10);
            right10 = FloatVector.fromArray(FLOATS, c, row10 + W);
            left11 = FloatVector.fromArray(FLOATS, c, row11);
            right11 = FloatVector.fromArray(FLOATS, c, row11 + W);
            left12 = FloatVector.fromArray(FLOATS, c, row12);
            right12 = FloatVector.fromArray(FLOATS, c, row12 + W);
            left13 = FloatVector.fromArray(FLOATS, c, row13);
            right13 = FloatVector.fromArray(FLOATS, c, row13 + W);
        }
        int aStart = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int bStart = Objects.checkIndex(bOffset, KernelLimits.PANEL_OFFSET);
        int end = Objects.checkIndex(depth, KernelLimits.PANEL_DEPTH) * STRIDE;
        for (int i = 0; i < end; i += 2 * STRIDE) {
            int from = bStart + 2 * i;
            int at = aStart + i;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            left0 = x.fma(b0, left0);
            right0 = x.fma(b1, right0);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            left1 = x.fma(b0, left1);
            right1 = x.fma(b1, right1);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 2]);
            left2 = x.fma(b0, left2);
            right2 = x.fma(b1, right2);
            x = FloatVector.broadcast(FLOATS, a[at + 3]);
            left3 = x.fma(b0, left3);
            right3 = x.fma(b1, right3);
            x = FloatVector.broadcast(FLOATS, a[at + 4]);
            left4 = x.fma(b0, left4);
            right4 = x.fma(b1, right4);
            x = FloatVector.broadcast(FLOATS, a[at + 5]);
            left5 = x.fma(b0, left5);
            right5 = x.fma(b1, right5);
            x = FloatVector.broadcast(FLOATS, a[at + 6]);
            left6 = x.fma(b0, left6);
            right6 = x.fma(b1, right6);
            x = FloatVector.broadcast(FLOATS, a[at + 7]);
            left7 = x.fma(b0, left7);
            right7 = x.fma(b1, right7);
            x = FloatVector.broadcast(FLOATS, a[at + 8]);
            left8 = x.fma(b0, left8);
            right8 = x.fma(b1, right8);
            x = FloatVector.broadcast(FLOATS, a[at + 9]);
            left9 = x.fma(b0, left9);
            right9 = x.fma(b1, right9);
            x = FloatVector.broadcast(FLOATS, a[at + 10]);
            left10 = x.fma(b0, left10);
            right10 = x.fma(b1, right10);
            x = FloatVector.broadcast(FLOATS, a[at + 11]);
            left11 = x.fma(b0, left11);
            right11 = x.fma(b1, right11);
            x = FloatVector.broadcast(FLOATS, a[at + 12]);
            left12 = x.fma(b0, left12);
            right12 = x.fma(b1, right12);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 13]);
            left13 = x.fma(b0, left13);
            right13 = x.fma(b1, right13);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            b0 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            b1 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            x = FloatVector.broadcast(FLOATS, a[at + 16]);
            left0 = x.fma(b0, left0);
            right0 = x.fma(b1, right0);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 17]);
            left1 = x.fma(b0, left1);
            right1 = x.fma(b1, right1);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 18]);
            left2 = x.fma(b0, left2);
            right2 = x.fma(b1, right2);
            x = FloatVector.broadcast(FLOATS, a[at + 19]);
            left3 = x.fma(b0, left3);
            right3 = x.fma(b1, right3);
            x = FloatVector.broadcast(FLOATS, a[at + 20]);
            left4 = x.fma(b0, left4);
            right4 = x.fma(b1, right4);
            x = FloatVector.broadcast(FLOATS, a[at + 21]);
            left5 = x.fma(b0, left5);
            right5 = x.fma(b1, right5);
            x = FloatVector.broadcast(FLOATS, a[at + 22]);
            left6 = x.fma(b0, left6);
            right6 = x.fma(b1, right6);
            x = FloatVector.broadcast(FLOATS, a[at + 23]);
            left7 = x.fma(b0, left7);
            right7 = x.fma(b1, right7);
            x = FloatVector.broadcast(FLOATS, a[at + 24]);
            left8 = x.fma(b0, left8);
            right8 = x.fma(b1, right8);
            x = FloatVector.broadcast(FLOATS, a[at + 25]);
            left9 = x.fma(b0, left9);
            right9 = x.fma(b1, right9);
            x = FloatVector.broadcast(FLOATS, a[at + 26]);
            left10 = x.fma(b0, left10);
            right10 = x.fma(b1, right10);
            x = FloatVector.broadcast(FLOATS, a[at + 27]);
            left11 = x.fma(b0, left11);
            right11 = x.fma(b1, right11);
            x = FloatVector.broadcast(FLOATS, a[at + 28]);
            left12 = x.fma(b0, left12);
            right12 = x.fma(b1, right12);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
            x = FloatVector.broadcast(FLOATS, a[at + 29]);
            left13 = x.fma(b0, left13);
            right13 = x.fma(b1, right13);
            if (Blocks.FENCED) {
                VarHandle.acquireFence();
            }
        }
        left0.intoArray(c, cOffset);
        right0.intoArray(c, cOffset + W);
        left1.intoArray(c, row1);
        right1.intoArray(c, row1 + W);
        left2.intoArray(c, row2);
        right2.intoArray(c, row2 + W);
        left3.intoArray(c, row3);
        right3.intoArray(c, row3 + W);
        left4.intoArray(c, row4);
        right4.intoArray(c, row4 + W);
        left5.intoArray(c, row5);
        right5.intoArray(c, row5 + W);
        left6.intoArray(c, row6);
        right6.intoArray(c, row6 + W);
        left7.intoArray(c, row7);
        right7.intoArray(c, row7 + W);
        left8.intoArray(c, row8);
        right8.intoArray(c, row8 + W);
        left9.intoArray(c, row9);
        right9.intoArray(c, row9 + W);
        left10.intoArray(c, row10);
        right10.intoArray(c, row10 + W);
        left11.intoArray(c, row11);
        right11.intoArray(c, row11 + W);
        left12.intoArray(c, row12);
        right12.intoArray(c, row12 + W);
        left13.intoArray(c, row13);
        right13.intoArray(c, row13 + W);
    }
}
