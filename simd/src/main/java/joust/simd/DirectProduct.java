package joust.simd;

import java.util.Arrays;
import joust.math.FusedArithmetic;

/**
 * Products that read their operands where they lie: too small to pay for packing, or with so few rows that b would be packed
 * for too little work. b may not be transposed.
 */
final class DirectProduct {
    private static final int W = Lanes.COUNT;
    private static final int ROWS = 4;
    /** Columns of a row, at least, for {@link StreamKernel}. */
    static final int STREAM_COLUMNS = 512;
    /** Columns that {@link StreamKernel} passes over at a time: sixteen kilobytes of c. */
    private static final int PIECE = 4096;

    /** Whether {@link FlatKernel} finds registers and fused multiply-add. */
    private static final boolean FLAT = Blocks.WIDE && FusedArithmetic.FUSED;

    private DirectProduct() {}

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn) {
        if (product.n == 1 && product.aRow() == 1 && product.ldc == 1) {
            column(product, row, lastRow);
            return;
        }
        int i = row;
        for (; product.n == 1 && i + 2 * ROWS <= lastRow; i += 2 * ROWS) {
            eightChains(product, i);
        }
        for (; i + ROWS <= lastRow; i += ROWS) {
            fourRows(product, i, column, lastColumn);
        }
        for (; i < lastRow; i++) {
            oneRow(product, i, column, lastColumn);
        }
    }

    private static void fourRows(Product p, int row, int column, int lastColumn) {
        int aRow = p.aRow();
        int aStep = p.aStep();
        int a = p.aOffset + row * aRow;
        int j = column;
        boolean flat = FLAT && aStep == 1 && KernelLimits.reach(p);
        for (; flat && j + 4 * W <= lastColumn; j += 4 * W) {
            int c = p.cOffset + row * p.ldc + j;
            if (isSix(lastColumn - j)) {
                FlatKernel.sixVectors(p.a, a, aRow, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c, p.ldc);
                j += 2 * W;
            } else {
                FlatKernel.fourVectors(p.a, a, aRow, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c, p.ldc);
            }
        }
        for (; j + 2 * W <= lastColumn; j += 2 * W) {
            int c = p.cOffset + row * p.ldc + j;
            DirectKernel.fourByTwo(p.a, a, aRow, aStep, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c, p.ldc);
        }
        for (; j + W <= lastColumn; j += W) {
            int c = p.cOffset + row * p.ldc + j;
            DirectKernel.fourByOne(p.a, a, aRow, aStep, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c, p.ldc);
        }
        for (; j < lastColumn; j++) {
            fourChains(p, row, j);
        }
    }

    /** Whether the next tile has six vectors, not four: more multiply-adds under way, unless that leaves narrow tiles. */
    private static boolean isSix(int columns) {
        return columns >= 6 * W && columns / W != 8;
    }

    /** The only column, of a transposed a: the row that b's transpose times a is, factor by factor the same products. */
    private static void column(Product p, int row, int lastRow) {
        line(p, p.b, p.bOffset, p.ldb, p.a, p.aOffset + row, p.lda, p.cOffset + row, lastRow - row);
    }

    private static void oneRow(Product p, int row, int column, int lastColumn) {
        int a = p.aOffset + row * p.aRow();
        int c = p.cOffset + row * p.ldc + column;
        line(p, p.a, a, p.aStep(), p.b, p.bOffset + column, p.ldb, c, lastColumn - column);
    }

    /** So many elements of c side by side: a row of x times as many columns of y. */
    private static void line(Product p, float[] x, int xAt, int xStep, float[] y, int yAt, int ldy, int c, int count) {
        int j = 0;
        if (isLong(p, yAt, ldy, c, count)) {
            j = count / W * W;
            stream(p, x, xAt, xStep, y, yAt, ldy, c, j);
        }
        for (; j + 8 * W <= count; j += 8 * W) {
            DirectKernel.oneByEight(x, xAt, xStep, y, yAt + j, ldy, p.k, p.add, p.c, c + j);
        }
        for (; j + W <= count; j += W) {
            DirectKernel.oneByOne(x, xAt, xStep, y, yAt + j, ldy, p.k, p.add, p.c, c + j);
        }
        for (; j < count; j++) {
            p.c[c + j] = chain(x, xAt, xStep, y, yAt + j, ldy, p.k, p.add ? p.c[c + j] : 0f);
        }
    }

    /** Whether a row is worth passing over once for every eight steps. */
    static boolean isLong(Product p, int yAt, int ldy, int c, int count) {
        return FusedArithmetic.FUSED
                && count >= STREAM_COLUMNS
                && p.k >= StreamKernel.STEPS
                && KernelLimits.reach(yAt, p.k, ldy)
                && KernelLimits.reach(c, 1, count);
    }

    /** A piece of the row at a time, so that c stays in the first-level cache. */
    private static void stream(
            Product p, float[] x, int xAt, int xStep, float[] y, int yAt, int ldy, int c, int count) {
        if (!p.add) {
            Arrays.fill(p.c, c, c + count, 0f);
        }
        for (int j = 0; j < count; j += PIECE) {
            streamPiece(p, x, xAt, xStep, y, yAt + j, ldy, c + j, Math.min(PIECE, count - j));
        }
    }

    private static void streamPiece(
            Product p, float[] x, int xAt, int xStep, float[] y, int yAt, int ldy, int c, int count) {
        int k = 0;
        for (; k + StreamKernel.STEPS <= p.k; k += StreamKernel.STEPS) {
            StreamKernel.eightSteps(x, xAt + k * xStep, xStep, y, yAt + k * ldy, ldy, p.c, c, count);
        }
        for (; k < p.k; k++) {
            StreamKernel.oneStep(x, xAt + k * xStep, y, yAt + k * ldy, p.c, c, count);
        }
    }

    private static void fourChains(Product p, int row, int column) {
        int aRow = p.aRow();
        int aStep = p.aStep();
        int c = p.cOffset + row * p.ldc + column;
        float sum0 = p.add ? p.c[c] : 0f;
        float sum1 = p.add ? p.c[c + p.ldc] : 0f;
        float sum2 = p.add ? p.c[c + 2 * p.ldc] : 0f;
        float sum3 = p.add ? p.c[c + 3 * p.ldc] : 0f;
        int at = p.aOffset + row * aRow;
        int from = p.bOffset + column;
        for (int k = 0; k < p.k; k++) {
            float x = p.b[from];
            sum0 = FusedArithmetic.fma(p.a[at], x, sum0);
            sum1 = FusedArithmetic.fma(p.a[at + aRow], x, sum1);
            sum2 = FusedArithmetic.fma(p.a[at + 2 * aRow], x, sum2);
            sum3 = FusedArithmetic.fma(p.a[at + 3 * aRow], x, sum3);
            at += aStep;
            from += p.ldb;
        }
        p.c[c] = sum0;
        p.c[c + p.ldc] = sum1;
        p.c[c + 2 * p.ldc] = sum2;
        p.c[c + 3 * p.ldc] = sum3;
    }

    private static float chain(float[] x, int xAt, int xStep, float[] y, int yAt, int ldy, int depth, float start) {
        float sum = start;
        for (int k = 0; k < depth; k++) {
            sum = FusedArithmetic.fma(x[xAt + k * xStep], y[yAt + k * ldy], sum);
        }
        return sum;
    }

    /** Eight rows of a single column: a chain waits for itself, but not for the others. */
    private static void eightChains(Product p, int row) {
        int aRow = p.aRow();
        int c = p.cOffset + row * p.ldc;
        float sum0 = p.add ? p.c[c] : 0f;
        float sum1 = p.add ? p.c[c + p.ldc] : 0f;
        float sum2 = p.add ? p.c[c + 2 * p.ldc] : 0f;
        float sum3 = p.add ? p.c[c + 3 * p.ldc] : 0f;
        float sum4 = p.add ? p.c[c + 4 * p.ldc] : 0f;
        float sum5 = p.add ? p.c[c + 5 * p.ldc] : 0f;
        float sum6 = p.add ? p.c[c + 6 * p.ldc] : 0f;
        float sum7 = p.add ? p.c[c + 7 * p.ldc] : 0f;
        int at = p.aOffset + row * aRow;
        int from = p.bOffset;
        for (int k = 0; k < p.k; k++) {
            float x = p.b[from];
            sum0 = FusedArithmetic.fma(p.a[at], x, sum0);
            sum1 = FusedArithmetic.fma(p.a[at + aRow], x, sum1);
            sum2 = FusedArithmetic.fma(p.a[at + 2 * aRow], x, sum2);
            sum3 = FusedArithmetic.fma(p.a[at + 3 * aRow], x, sum3);
            sum4 = FusedArithmetic.fma(p.a[at + 4 * aRow], x, sum4);
            sum5 = FusedArithmetic.fma(p.a[at + 5 * aRow], x, sum5);
            sum6 = FusedArithmetic.fma(p.a[at + 6 * aRow], x, sum6);
            sum7 = FusedArithmetic.fma(p.a[at + 7 * aRow], x, sum7);
            at += p.aStep();
            from += p.ldb;
        }
        p.c[c] = sum0;
        p.c[c + p.ldc] = sum1;
        p.c[c + 2 * p.ldc] = sum2;
        p.c[c + 3 * p.ldc] = sum3;
        p.c[c + 4 * p.ldc] = sum4;
        p.c[c + 5 * p.ldc] = sum5;
        p.c[c + 6 * p.ldc] = sum6;
        p.c[c + 7 * p.ldc] = sum7;
    }
}
