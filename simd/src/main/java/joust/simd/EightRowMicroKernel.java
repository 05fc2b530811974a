package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/** As {@link WideMicroKernel} and {@link WideDirectKernel}, for the few rows that are left. */
final class EightRowMicroKernel {
    private static final int W = Lanes.COUNT;

    private EightRowMicroKernel() {}

    /** Eight rows, on packed operands: sixteen accumulators. */
    static void packed(
            float[] a, int aOffset, float[] b, int bOffset, int depth, boolean add, float[] c, int cOffset, int ldc) {
        int row1 = cOffset + ldc;
        int row2 = row1 + ldc;
        int row3 = row2 + ldc;
        int row4 = row3 + ldc;
        int row5 = row4 + ldc;
        int row6 = row5 + ldc;
        int row7 = row6 + ldc;
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
        }
        int aStart = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int bStart = Objects.checkIndex(bOffset, KernelLimits.PANEL_OFFSET);
        int end = Objects.checkIndex(depth, KernelLimits.PANEL_DEPTH);
        for (int k = 0; k < end; k++) {
            int from = bStart + k * (2 * W);
            int at = aStart + k * RowPanels.WIDE_STRIDE;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            left0 = x.fma(b0, left0);
            right0 = x.fma(b1, right0);
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            left1 = x.fma(b0, left1);
            right1 = x.fma(b1, right1);
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
    }

    /** Eight rows, on operands as they lie. */
    static void direct(
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            int depth,
            boolean add,
            float[] c,
            int cOffset,
            int ldc) {
        int a0 = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int stride = Objects.checkIndex(lda, KernelLimits.STRIDE);
        int steps = Objects.checkIndex(depth, KernelLimits.DEPTH);
        int a1 = a0 + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int a4 = a3 + stride;
        int a5 = a4 + stride;
        int a6 = a5 + stride;
        int a7 = a6 + stride;
        int row1 = cOffset + ldc;
        int row2 = row1 + ldc;
        int row3 = row2 + ldc;
        int row4 = row3 + ldc;
        int row5 = row4 + ldc;
        int row6 = row5 + ldc;
        int row7 = row6 + ldc;
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
        }
        for (int k = 0; k < steps; k++) {
            int from = bOffset + k * ldb;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[a0 + k]);
            left0 = x.fma(b0, left0);
            right0 = x.fma(b1, right0);
            x = FloatVector.broadcast(FLOATS, a[a1 + k]);
            left1 = x.fma(b0, left1);
            right1 = x.fma(b1, right1);
            x = FloatVector.broadcast(FLOATS, a[a2 + k]);
            left2 = x.fma(b0, left2);
            right2 = x.fma(b1, right2);
            x = FloatVector.broadcast(FLOATS, a[a3 + k]);
            left3 = x.fma(b0, left3);
            right3 = x.fma(b1, right3);
            x = FloatVector.broadcast(FLOATS, a[a4 + k]);
            left4 = x.fma(b0, left4);
            right4 = x.fma(b1, right4);
            x = FloatVector.broadcast(FLOATS, a[a5 + k]);
            left5 = x.fma(b0, left5);
            right5 = x.fma(b1, right5);
            x = FloatVector.broadcast(FLOATS, a[a6 + k]);
            left6 = x.fma(b0, left6);
            right6 = x.fma(b1, right6);
            x = FloatVector.broadcast(FLOATS, a[a7 + k]);
            left7 = x.fma(b0, left7);
            right7 = x.fma(b1, right7);
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
    }

    /** Eight rows of one vector, on operands as they lie. */
    static void narrowDirect(
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            int depth,
            boolean add,
            float[] c,
            int cOffset,
            int ldc) {
        int a0 = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int stride = Objects.checkIndex(lda, KernelLimits.STRIDE);
        int steps = Objects.checkIndex(depth, KernelLimits.DEPTH);
        int a1 = a0 + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int a4 = a3 + stride;
        int a5 = a4 + stride;
        int a6 = a5 + stride;
        int a7 = a6 + stride;
        int row1 = cOffset + ldc;
        int row2 = row1 + ldc;
        int row3 = row2 + ldc;
        int row4 = row3 + ldc;
        int row5 = row4 + ldc;
        int row6 = row5 + ldc;
        int row7 = row6 + ldc;
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector c1 = FloatVector.zero(FLOATS);
        FloatVector c2 = FloatVector.zero(FLOATS);
        FloatVector c3 = FloatVector.zero(FLOATS);
        FloatVector c4 = FloatVector.zero(FLOATS);
        FloatVector c5 = FloatVector.zero(FLOATS);
        FloatVector c6 = FloatVector.zero(FLOATS);
        FloatVector c7 = FloatVector.zero(FLOATS);
        if (add) {
            c0 = FloatVector.fromArray(FLOATS, c, cOffset);
            c1 = FloatVector.fromArray(FLOATS, c, row1);
            c2 = FloatVector.fromArray(FLOATS, c, row2);
            c3 = FloatVector.fromArray(FLOATS, c, row3);
            c4 = FloatVector.fromArray(FLOATS, c, row4);
            c5 = FloatVector.fromArray(FLOATS, c, row5);
            c6 = FloatVector.fromArray(FLOATS, c, row6);
            c7 = FloatVector.fromArray(FLOATS, c, row7);
        }
        for (int k = 0; k < steps; k++) {
            int from = bOffset + k * ldb;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector x = FloatVector.broadcast(FLOATS, a[a0 + k]);
            c0 = x.fma(b0, c0);
            x = FloatVector.broadcast(FLOATS, a[a1 + k]);
            c1 = x.fma(b0, c1);
            x = FloatVector.broadcast(FLOATS, a[a2 + k]);
            c2 = x.fma(b0, c2);
            x = FloatVector.broadcast(FLOATS, a[a3 + k]);
            c3 = x.fma(b0, c3);
            x = FloatVector.broadcast(FLOATS, a[a4 + k]);
            c4 = x.fma(b0, c4);
            x = FloatVector.broadcast(FLOATS, a[a5 + k]);
            c5 = x.fma(b0, c5);
            x = FloatVector.broadcast(FLOATS, a[a6 + k]);
            c6 = x.fma(b0, c6);
            x = FloatVector.broadcast(FLOATS, a[a7 + k]);
            c7 = x.fma(b0, c7);
        }
        c0.intoArray(c, cOffset);
        c1.intoArray(c, row1);
        c2.intoArray(c, row2);
        c3.intoArray(c, row3);
        c4.intoArray(c, row4);
        c5.intoArray(c, row5);
        c6.intoArray(c, row6);
        c7.intoArray(c, row7);
    }
}
