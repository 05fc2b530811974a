package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;

/**
 * As {@link WideMicroKernel}, on operands as they lie: element (i, k) of a is at {@code a[aOffset + i * lda + k]}, row k of b at
 * {@code b[bOffset + k * ldb]}. A pointer for each row of a costs some speed, which small products win back by not packing.
 */
final class WideDirectKernel {
    private static final int W = Lanes.COUNT;

    private WideDirectKernel() {}

    /** Fourteen rows. */
    static void fourteen(
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
        int a8 = a7 + stride;
        int a9 = a8 + stride;
        int a10 = a9 + stride;
        int a11 = a10 + stride;
        int a12 = a11 + stride;
        int a13 = a12 + stride;
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
            x = FloatVector.broadcast(FLOATS, a[a8 + k]);
            left8 = x.fma(b0, left8);
            right8 = x.fma(b1, right8);
            x = FloatVector.broadcast(FLOATS, a[a9 + k]);
            left9 = x.fma(b0, left9);
            right9 = x.fma(b1, right9);
            x = FloatVector.broadcast(FLOATS, a[a10 + k]);
            left10 = x.fma(b0, left10);
            right10 = x.fma(b1, right10);
            x = FloatVector.broadcast(FLOATS, a[a11 + k]);
            left11 = x.fma(b0, left11);
            right11 = x.fma(b1, right11);
            x = FloatVector.broadcast(FLOATS, a[a12 + k]);
            left12 = x.fma(b0, left12);
            right12 = x.fma(b1, right12);
            x = FloatVector.broadcast(FLOATS, a[a13 + k]);
            left13 = x.fma(b0, left13);
            right13 = x.fma(b1, right13);
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
