package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/** As {@link WideDirectKernel}, for tiles of six rows and four vectors: fewer rows need fewer pointers. */
final class SixRowDirectKernel {
    private static final int W = Lanes.COUNT;

    private SixRowDirectKernel() {}

    /** Six rows of four vectors: twenty-four accumulators. */
    static void fourVectors(
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
        int bStart = Objects.checkIndex(bOffset, KernelLimits.OFFSET);
        int row0 = Objects.checkIndex(cOffset, KernelLimits.OFFSET);
        int stride = Objects.checkIndex(lda, KernelLimits.STRIDE);
        int bStride = Objects.checkIndex(ldb, KernelLimits.STRIDE);
        int cStride = Objects.checkIndex(ldc, KernelLimits.STRIDE);
        int steps = Objects.checkIndex(depth, KernelLimits.DEPTH);
        int a1 = a0 + stride;
        int a2 = a1 + stride;
        int a3 = a2 + stride;
        int a4 = a3 + stride;
        int a5 = a4 + stride;
        int row1 = row0 + cStride;
        int row2 = row1 + cStride;
        int row3 = row2 + cStride;
        int row4 = row3 + cStride;
        int row5 = row4 + cStride;
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
            c00 = FloatVector.fromArray(FLOATS, c, row0);
            c01 = FloatVector.fromArray(FLOATS, c, row0 + W);
            c02 = FloatVector.fromArray(FLOATS, c, row0 + 2 * W);
            c03 = FloatVector.fromArray(FLOATS, c, row0 + 3 * W);
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
            FloatVector x = FloatVector.broadcast(FLOATS, a[a0 + k]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            c03 = x.fma(b3, c03);
            x = FloatVector.broadcast(FLOATS, a[a1 + k]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            c13 = x.fma(b3, c13);
            x = FloatVector.broadcast(FLOATS, a[a2 + k]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            c23 = x.fma(b3, c23);
            x = FloatVector.broadcast(FLOATS, a[a3 + k]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
            c33 = x.fma(b3, c33);
            x = FloatVector.broadcast(FLOATS, a[a4 + k]);
            c40 = x.fma(b0, c40);
            c41 = x.fma(b1, c41);
            c42 = x.fma(b2, c42);
            c43 = x.fma(b3, c43);
            x = FloatVector.broadcast(FLOATS, a[a5 + k]);
            c50 = x.fma(b0, c50);
            c51 = x.fma(b1, c51);
            c52 = x.fma(b2, c52);
            c53 = x.fma(b3, c53);
        }
        c00.intoArray(c, row0);
        c01.intoArray(c, row0 + W);
        c02.intoArray(c, row0 + 2 * W);
        c03.intoArray(c, row0 + 3 * W);
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
