package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * The innermost loop over the first six rows of a block, which reads two panels' columns of b where they lie and packs them by the way. Rows of b
 * are read in pieces of four vectors, as long as when they are only packed, and the multiply-adds fit into the time that they take to come.
 */
final class SixRowPackingKernel {
    private static final int W = Lanes.COUNT;
    private static final int STEP = Blocks.COLUMNS;
    private static final int A_STEP = RowPanels.WIDE_STRIDE;

    private SixRowPackingKernel() {}

    /** As {@link WideMicroKernel#fourteen}, with step k of b at {@code b[bOffset + k * ldb]}, copied into panels at {@code left} and {@code right}. */
    static void fourVectors(
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            int ldb,
            float[] panels,
            int left,
            int right,
            int depth,
            boolean add,
            float[] c,
            int cOffset,
            int ldc) {
        int aStart = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int bStart = Objects.checkIndex(bOffset, KernelLimits.OFFSET);
        int bStride = Objects.checkIndex(ldb, KernelLimits.STRIDE);
        int leftStart = Objects.checkIndex(left, KernelLimits.PANEL_OFFSET);
        int rightStart = Objects.checkIndex(right, KernelLimits.PANEL_OFFSET);
        int steps = Objects.checkIndex(depth, KernelLimits.PANEL_DEPTH);
        int row1 = cOffset + ldc;
        int row2 = row1 + ldc;
        int row3 = row2 + ldc;
        int row4 = row3 + ldc;
        int row5 = row4 + ldc;
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = FloatVector.zero(FLOATS);
        FloatVector c02 = FloatVector.zero(FLOATS);
        FloatVector c03 = FloatVector.zero(FLOATS);
        FloatVector c10 = FloatVector.zero(FLOATS);
        FloatVector c11 = FloatVector.zero(FLOATS);
        FloatVector c12 = FloatVector.zero(FLOATS);
        FloatVector c13 = FloatVector.zero(FLOATS);
        FloatVector c20 = FloatVector.zero(FLOATS);
        FloatVector c21 = FloatVector.zero(FLOATS);
        FloatVector c22 = FloatVector.zero(FLOATS);
        FloatVector c23 = FloatVector.zero(FLOATS);
        FloatVector c30 = FloatVector.zero(FLOATS);
        FloatVector c31 = FloatVector.zero(FLOATS);
        FloatVector c32 = FloatVector.zero(FLOATS);
        FloatVector c33 = FloatVector.zero(FLOATS);
        FloatVector c40 = FloatVector.zero(FLOATS);
        FloatVector c41 = FloatVector.zero(FLOATS);
        FloatVector c42 = FloatVector.zero(FLOATS);
        FloatVector c43 = FloatVector.zero(FLOATS);
        FloatVector c50 = FloatVector.zero(FLOATS);
        FloatVector c51 = FloatVector.zero(FLOATS);
        FloatVector c52 = FloatVector.zero(FLOATS);
        FloatVector c53 = FloatVector.zero(FLOATS);
        if (add) {
            c00 = FloatVector.fromArray(FLOATS, c, cOffset);
            c01 = FloatVector.fromArray(FLOATS, c, cOffset + W);
            c02 = FloatVector.fromArray(FLOATS, c, cOffset + 2 * W);
            c03 = FloatVector.fromArray(FLOATS, c, cOffset + 3 * W);
            c10 = FloatVector.fromArray(FLOATS, c, row1);
            c11 = FloatVector.fromArray(FLOATS, c, row1 + W);
            c12 = FloatVector.fromArray(FLOATS, c, row1 + 2 * W);
            c13 = FloatVector.fromArray(FLOATS, c, row1 + 3 * W);
            c20 = FloatVector.fromArray(FLOATS, c, row2);
            c21 = FloatVector.fromArray(FLOATS, c, row2 + W);
            c22 = FloatVector.fromArray(FLOATS, c, row2 + 2 * W);
            c23 = FloatVector.fromArray(FLOATS, c, row2 + 3 * W);
            c30 = FloatVector.fromArray(FLOATS, c, row3);
            c31 = FloatVector.fromArray(FLOATS, c, row3 + W);
            c32 = FloatVector.fromArray(FLOATS, c, row3 + 2 * W);
            c33 = FloatVector.fromArray(FLOATS, c, row3 + 3 * W);
            c40 = FloatVector.fromArray(FLOATS, c, row4);
            c41 = FloatVector.fromArray(FLOATS, c, row4 + W);
            c42 = FloatVector.fromArray(FLOATS, c, row4 + 2 * W);
            c43 = FloatVector.fromArray(FLOATS, c, row4 + 3 * W);
            c50 = FloatVector.fromArray(FLOATS, c, row5);
            c51 = FloatVector.fromArray(FLOATS, c, row5 + W);
            c52 = FloatVector.fromArray(FLOATS, c, row5 + 2 * W);
            c53 = FloatVector.fromArray(FLOATS, c, row5 + 3 * W);
        }
        for (int k = 0; k < steps; k++) {
            int from = bStart + k * bStride;
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, from + 2 * W);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, from + 3 * W);
            b0.intoArray(panels, leftStart + k * STEP);
            b1.intoArray(panels, leftStart + k * STEP + W);
            b2.intoArray(panels, rightStart + k * STEP);
            b3.intoArray(panels, rightStart + k * STEP + W);
            int at = aStart + k * A_STEP;
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = FloatVector.broadcast(FLOATS, a[at + 1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = FloatVector.broadcast(FLOATS, a[at + 2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = FloatVector.broadcast(FLOATS, a[at + 3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
            x = FloatVector.broadcast(FLOATS, a[at + 4]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            c43 = x.fma(b3, c43);
            x = FloatVector.broadcast(FLOATS, a[at + 5]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            c52 = x.fma(b2, c52);
            c53 = x.fma(b3, c53);
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + W);
        c02.intoArray(c, cOffset + 2 * W);
        c03.intoArray(c, cOffset + 3 * W);
        c10.intoArray(c, row1);
        c11.intoArray(c, row1 + W);
        c12.intoArray(c, row1 + 2 * W);
        c13.intoArray(c, row1 + 3 * W);
        c20.intoArray(c, row2);
        c21.intoArray(c, row2 + W);
        c22.intoArray(c, row2 + 2 * W);
        c23.intoArray(c, row2 + 3 * W);
        c30.intoArray(c, row3);
        c31.intoArray(c, row3 + W);
        c32.intoArray(c, row3 + 2 * W);
        c33.intoArray(c, row3 + 3 * W);
        c40.intoArray(c, row4);
        c41.intoArray(c, row4 + W);
        c42.intoArray(c, row4 + 2 * W);
        c43.intoArray(c, row4 + 3 * W);
        c50.intoArray(c, row5);
        c51.intoArray(c, row5 + W);
        c52.intoArray(c, row5 + 2 * W);
        c53.intoArray(c, row5 + 3 * W);
    }
}
