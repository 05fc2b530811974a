package joust.simd;

import org.jspecify.annotations.Nullable;

/**
 * The operands of one matrix product: an argument list that threads can share and calls can reuse. References are written only where they
 * change: garbage collectors keep track of such writes, which costs a small product a tenth of its time.
 */
@SuppressWarnings("ReferenceEquality") // which array it is counts, not what it holds
final class Product {
    /** Up to so many rows of the result, b is used too little to be packed for it. */
    private static final int FEW_ROWS = 5;

    int m;
    int n;
    int k;
    float[] a;
    int aOffset;
    int lda;
    boolean transposeA;
    float[] b;
    int bOffset;
    int ldb;
    boolean transposeB;
    boolean add;
    float[] c;
    int cOffset;
    int ldc;
    /** Panels of b that are packed, or that this product packs for those that follow, or null. */
    @Nullable
    PackedMatrix packedB;
    /** Whether this product packs {@link #packedB}. */
    boolean fillsPacked;
    /** Where the sums of b's columns go, or null. */
    float @Nullable [] sums;

    int sumsOffset;
    StripEpilogue epilogue = StripEpilogue.NONE;

    Product() {
        float[] none = new float[0];
        this.a = none;
        this.b = none;
        this.c = none;
    }

    /** Sets the sizes, and everything optional to nothing. */
    Product size(int m, int n, int k) {
        this.m = m;
        this.n = n;
        this.k = k;
        if (packedB != null) {
            packedB = null;
        }
        fillsPacked = false;
        if (sums != null) {
            sums = null;
        }
        if (epilogue != StripEpilogue.NONE) {
            epilogue = StripEpilogue.NONE;
        }
        return this;
    }

    Product a(float[] array, int offset, int stride, boolean transposed) {
        if (a != array) {
            a = array;
        }
        aOffset = offset;
        lda = stride;
        transposeA = transposed;
        return this;
    }

    /** A column that is transposed is a row, which needs no turning. */
    Product b(float[] array, int offset, int stride, boolean transposed) {
        if (b != array) {
            b = array;
        }
        bOffset = offset;
        ldb = stride;
        transposeB = transposed && (k > 1 || stride > 1);
        return this;
    }

    Product c(float[] array, int offset, int stride, boolean added) {
        if (c != array) {
            c = array;
        }
        cOffset = offset;
        ldc = stride;
        add = added;
        return this;
    }

    /** Where op(b)'s element of step {@code step} and column {@code column} lies. */
    int bAt(int step, int column) {
        return bOffset + (transposeB ? column * ldb + step : step * ldb + column);
    }

    /** The distance between rows of op(a), in floats. */
    int aRow() {
        return transposeA ? 1 : lda;
    }

    /** The distance between steps of k in op(a), in floats. */
    int aStep() {
        return transposeA ? lda : 1;
    }

    /** Whether b is still to be packed. */
    boolean packsB() {
        return packedB == null || fillsPacked;
    }

    /** Whether the operands are used where they lie. */
    boolean isDirect() {
        return packedB == null && !transposeB && (m <= FEW_ROWS || n < Lanes.COUNT);
    }

    /** Whether a packed copy of b is worth making if the next products use it too, and possible. */
    boolean isWorthKeeping() {
        return m > FEW_ROWS && n >= Lanes.COUNT && k > 1 && KernelLimits.reachPanels(n, k);
    }
}
