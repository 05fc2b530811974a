package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * Tiles for a layer of {@link #NARROW} or {@link #BROAD} units on as many, whose rows follow each other without gaps: all distances are
 * constants. So one pointer serves all rows of an operand, where {@link WideDirectKernel} computes and checks one for each, which
 * takes as long as the loop of so small a product. Sums start from +0.
 */
final class SquareWeightsKernel {
    /** Rows and columns of b for {@link #narrow}. */
    static final int NARROW = 16;
    /** Rows and columns of b for {@link #broad}. */
    static final int BROAD = 32;

    private SquareWeightsKernel() {}

    /** Sixteen rows of a times a b of 16x16. */
    static void narrow(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset) {
        int aStart = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int bStart = Objects.checkIndex(bOffset, KernelLimits.OFFSET);
        int cStart = Objects.checkIndex(cOffset, KernelLimits.OFFSET);
        FloatVector c0 = FloatVector.zero(FLOATS);
        FloatVector c1 = FloatVector.zero(FLOATS);
        FloatVector c2 = FloatVector.zero(FLOATS);
        FloatVector c3 = FloatVector.zero(FLOATS);
        FloatVector c4 = FloatVector.zero(FLOATS);
        FloatVector c5 = FloatVector.zero(FLOATS);
        FloatVector c6 = FloatVector.zero(FLOATS);
        FloatVector c7 = FloatVector.zero(FLOATS);
        FloatVector c8 = FloatVector.zero(FLOATS);
        FloatVector c9 = FloatVector.zero(FLOATS);
        FloatVector c10 = FloatVector.zero(FLOATS);
        FloatVector c11 = FloatVector.zero(FLOATS);
        FloatVector c12 = FloatVector.zero(FLOATS);
        FloatVector c13 = FloatVector.zero(FLOATS);
        FloatVector c14 = FloatVector.zero(FLOATS);
        FloatVector c15 = FloatVector.zero(FLOATS);
        for (int k = 0; k < 16; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, bStart + 16 * k);
            c0 = FloatVector.broadcast(FLOATS, a[aStart + k]).fma(b0, c0);
            c1 = FloatVector.broadcast(FLOATS, a[aStart + k + 16]).fma(b0, c1);
            c2 = FloatVector.broadcast(FLOATS, a[aStart + k + 2 * 16]).fma(b0, c2);
            c3 = FloatVector.broadcast(FLOATS, a[aStart + k + 3 * 16]).fma(b0, c3);
            c4 = FloatVector.broadcast(FLOATS, a[aStart + k + 4 * 16]).fma(b0, c4);
            c5 = FloatVector.broadcast(FLOATS, a[aStart + k + 5 * 16]).fma(b0, c5);
            c6 = FloatVector.broadcast(FLOATS, a[aStart + k + 6 * 16]).fma(b0, c6);
            c7 = FloatVector.broadcast(FLOATS, a[aStart + k + 7 * 16]).fma(b0, c7);
            c8 = FloatVector.broadcast(FLOATS, a[aStart + k + 8 * 16]).fma(b0, c8);
            c9 = FloatVector.broadcast(FLOATS, a[aStart + k + 9 * 16]).fma(b0, c9);
            c10 = FloatVector.broadcast(FLOATS, a[aStart + k + 10 * 16]).fma(b0, c10);
            c11 = FloatVector.broadcast(FLOATS, a[aStart + k + 11 * 16]).fma(b0, c11);
            c12 = FloatVector.broadcast(FLOATS, a[aStart + k + 12 * 16]).fma(b0, c12);
            c13 = FloatVector.broadcast(FLOATS, a[aStart + k + 13 * 16]).fma(b0, c13);
            c14 = FloatVector.broadcast(FLOATS, a[aStart + k + 14 * 16]).fma(b0, c14);
            c15 = FloatVector.broadcast(FLOATS, a[aStart + k + 15 * 16]).fma(b0, c15);
        }
        c0.intoArray(c, cStart);
        c1.intoArray(c, cStart + 16);
        c2.intoArray(c, cStart + 2 * 16);
        c3.intoArray(c, cStart + 3 * 16);
        c4.intoArray(c, cStart + 4 * 16);
        c5.intoArray(c, cStart + 5 * 16);
        c6.intoArray(c, cStart + 6 * 16);
        c7.intoArray(c, cStart + 7 * 16);
        c8.intoArray(c, cStart + 8 * 16);
        c9.intoArray(c, cStart + 9 * 16);
        c10.intoArray(c, cStart + 10 * 16);
        c11.intoArray(c, cStart + 11 * 16);
        c12.intoArray(c, cStart + 12 * 16);
        c13.intoArray(c, cStart + 13 * 16);
        c14.intoArray(c, cStart + 14 * 16);
        c15.intoArray(c, cStart + 15 * 16);
    }

    /** Eight rows of a times a b of 32x32. */
    static void broad(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset) {
        int aStart = Objects.checkIndex(aOffset, KernelLimits.OFFSET);
        int bStart = Objects.checkIndex(bOffset, KernelLimits.OFFSET);
        int cStart = Objects.checkIndex(cOffset, KernelLimits.OFFSET);
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
        FloatVector c60 = FloatVector.zero(FLOATS);
        FloatVector c61 = FloatVector.zero(FLOATS);
        FloatVector c70 = FloatVector.zero(FLOATS);
        FloatVector c71 = FloatVector.zero(FLOATS);
        for (int k = 0; k < 32; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, bStart + 32 * k);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, bStart + 32 * k + 16);
            FloatVector a0 = FloatVector.broadcast(FLOATS, a[aStart + k]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(FLOATS, a[aStart + k + 32]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(FLOATS, a[aStart + k + 2 * 32]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(FLOATS, a[aStart + k + 3 * 32]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(FLOATS, a[aStart + k + 4 * 32]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = FloatVector.broadcast(FLOATS, a[aStart + k + 5 * 32]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = FloatVector.broadcast(FLOATS, a[aStart + k + 6 * 32]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = FloatVector.broadcast(FLOATS, a[aStart + k + 7 * 32]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
        }
        c00.intoArray(c, cStart);
        c01.intoArray(c, cStart + 16);
        c10.intoArray(c, cStart + 32);
        c11.intoArray(c, cStart + 32 + 16);
        c20.intoArray(c, cStart + 2 * 32);
        c21.intoArray(c, cStart + 2 * 32 + 16);
        c30.intoArray(c, cStart + 3 * 32);
        c31.intoArray(c, cStart + 3 * 32 + 16);
        c40.intoArray(c, cStart + 4 * 32);
        c41.intoArray(c, cStart + 4 * 32 + 16);
        c50.intoArray(c, cStart + 5 * 32);
        c51.intoArray(c, cStart + 5 * 32 + 16);
        c60.intoArray(c, cStart + 6 * 32);
        c61.intoArray(c, cStart + 6 * 32 + 16);
        c70.intoArray(c, cStart + 7 * 32);
        c71.intoArray(c, cStart + 7 * 32 + 16);
    }
}
