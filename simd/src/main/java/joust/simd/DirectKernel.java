package joust.simd;

import static joust.simd.Lanes.FLOATS;
import static joust.simd.Lanes.fma;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops on operands as they lie, for products too small or too flat to pay for packing: element (i, k) of a
 * is at {@code a[aOffset + i * aRow + k * aStep]}, row k of b at {@code b[bOffset + k * ldb]}. Otherwise as
 * {@link RowMicroKernel}.
 */
final class DirectKernel {
    private static final int W = Lanes.COUNT;

    private DirectKernel() {}

    /** Four rows of two vectors. */
    static void fourByTwo(
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int ldb,
            int depth,
            boolean load,
            float[] c,
            int cOffset,
            int ldc) {
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = FloatVector.zero(FLOATS);
        FloatVector c10 = FloatVector.zero(FLOATS);
        FloatVector c11 = FloatVector.zero(FLOATS);
        FloatVector c20 = FloatVector.zero(FLOATS);
        FloatVector c21 = FloatVector.zero(FLOATS);
        FloatVector c30 = FloatVector.zero(FLOATS);
        FloatVector c31 = FloatVector.zero(FLOATS);
        if (load) {
            c00 = FloatVector.fromArray(FLOATS, c, cOffset);
            c01 = FloatVector.fromArray(FLOATS, c, cOffset + W);
            c10 = FloatVector.fromArray(FLOATS, c, cOffset + ldc);
            c11 = FloatVector.fromArray(FLOATS, c, cOffset + ldc + W);
            c20 = FloatVector.fromArray(FLOATS, c, cOffset + 2 * ldc);
            c21 = FloatVector.fromArray(FLOATS, c, cOffset + 2 * ldc + W);
            c30 = FloatVector.fromArray(FLOATS, c, cOffset + 3 * ldc);
            c31 = FloatVector.fromArray(FLOATS, c, cOffset + 3 * ldc + W);
        }
        int at = aOffset;
        int from = bOffset;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + W);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = fma(x, b0, c00);
            c01 = fma(x, b1, c01);
            x = FloatVector.broadcast(FLOATS, a[at + aRow]);
            c10 = fma(x, b0, c10);
            c11 = fma(x, b1, c11);
            x = FloatVector.broadcast(FLOATS, a[at + 2 * aRow]);
            c20 = fma(x, b0, c20);
            c21 = fma(x, b1, c21);
            x = FloatVector.broadcast(FLOATS, a[at + 3 * aRow]);
            c30 = fma(x, b0, c30);
            c31 = fma(x, b1, c31);
            at += aStep;
            from += ldb;
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

    /** Four rows of one vector. */
    static void fourByOne(
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int ldb,
            int depth,
            boolean load,
            float[] c,
            int cOffset,
            int ldc) {
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c10 = FloatVector.zero(FLOATS);
        FloatVector c20 = FloatVector.zero(FLOATS);
        FloatVector c30 = FloatVector.zero(FLOATS);
        if (load) {
            c00 = FloatVector.fromArray(FLOATS, c, cOffset);
            c10 = FloatVector.fromArray(FLOATS, c, cOffset + ldc);
            c20 = FloatVector.fromArray(FLOATS, c, cOffset + 2 * ldc);
            c30 = FloatVector.fromArray(FLOATS, c, cOffset + 3 * ldc);
        }
        int at = aOffset;
        int from = bOffset;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = fma(x, b0, c00);
            x = FloatVector.broadcast(FLOATS, a[at + aRow]);
            c10 = fma(x, b0, c10);
            x = FloatVector.broadcast(FLOATS, a[at + 2 * aRow]);
            c20 = fma(x, b0, c20);
            x = FloatVector.broadcast(FLOATS, a[at + 3 * aRow]);
            c30 = fma(x, b0, c30);
            at += aStep;
            from += ldb;
        }
        c00.intoArray(c, cOffset);
        c10.intoArray(c, cOffset + ldc);
        c20.intoArray(c, cOffset + 2 * ldc);
        c30.intoArray(c, cOffset + 3 * ldc);
    }

    /** One row of eight vectors. */
    static void oneByEight(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int ldb,
            int depth,
            boolean load,
            float[] c,
            int cOffset) {
        FloatVector c00 = FloatVector.zero(FLOATS);
        FloatVector c01 = FloatVector.zero(FLOATS);
        FloatVector c02 = FloatVector.zero(FLOATS);
        FloatVector c03 = FloatVector.zero(FLOATS);
        FloatVector c04 = FloatVector.zero(FLOATS);
        FloatVector c05 = FloatVector.zero(FLOATS);
        FloatVector c06 = FloatVector.zero(FLOATS);
        FloatVector c07 = FloatVector.zero(FLOATS);
        if (load) {
            c00 = FloatVector.fromArray(FLOATS, c, cOffset);
            c01 = FloatVector.fromArray(FLOATS, c, cOffset + W);
            c02 = FloatVector.fromArray(FLOATS, c, cOffset + 2 * W);
            c03 = FloatVector.fromArray(FLOATS, c, cOffset + 3 * W);
            c04 = FloatVector.fromArray(FLOATS, c, cOffset + 4 * W);
            c05 = FloatVector.fromArray(FLOATS, c, cOffset + 5 * W);
            c06 = FloatVector.fromArray(FLOATS, c, cOffset + 6 * W);
            c07 = FloatVector.fromArray(FLOATS, c, cOffset + 7 * W);
        }
        int at = aOffset;
        int from = bOffset;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = fma(x, FloatVector.fromArray(FLOATS, b, from), c00);
            c01 = fma(x, FloatVector.fromArray(FLOATS, b, from + W), c01);
            c02 = fma(x, FloatVector.fromArray(FLOATS, b, from + 2 * W), c02);
            c03 = fma(x, FloatVector.fromArray(FLOATS, b, from + 3 * W), c03);
            c04 = fma(x, FloatVector.fromArray(FLOATS, b, from + 4 * W), c04);
            c05 = fma(x, FloatVector.fromArray(FLOATS, b, from + 5 * W), c05);
            c06 = fma(x, FloatVector.fromArray(FLOATS, b, from + 6 * W), c06);
            c07 = fma(x, FloatVector.fromArray(FLOATS, b, from + 7 * W), c07);
            at += aStep;
            from += ldb;
        }
        c00.intoArray(c, cOffset);
        c01.intoArray(c, cOffset + W);
        c02.intoArray(c, cOffset + 2 * W);
        c03.intoArray(c, cOffset + 3 * W);
        c04.intoArray(c, cOffset + 4 * W);
        c05.intoArray(c, cOffset + 5 * W);
        c06.intoArray(c, cOffset + 6 * W);
        c07.intoArray(c, cOffset + 7 * W);
    }

    /** One row of one vector. */
    static void oneByOne(
            float[] a,
            int aOffset,
            int aStep,
            float[] b,
            int bOffset,
            int ldb,
            int depth,
            boolean load,
            float[] c,
            int cOffset) {
        FloatVector c00 = FloatVector.zero(FLOATS);
        if (load) {
            c00 = FloatVector.fromArray(FLOATS, c, cOffset);
        }
        int at = aOffset;
        int from = bOffset;
        for (int k = 0; k < depth; k++) {
            FloatVector x = FloatVector.broadcast(FLOATS, a[at]);
            c00 = fma(x, FloatVector.fromArray(FLOATS, b, from), c00);
            at += aStep;
            from += ldb;
        }
        c00.intoArray(c, cOffset);
    }
}
