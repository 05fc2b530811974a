package joust.simd;

import joust.math.FusedArithmetic;

/**
 * Products that read their operands where they lie: too small to pay for packing, or with so few rows that b would be packed
 * for too little work. b may not be transposed.
 */
final class DirectProduct {
    private static final int W = Lanes.COUNT;
    private static final int ROWS = 4;

    /** Whether {@link FlatKernel} finds registers and fused multiply-add. */
    private static final boolean FLAT = Blocks.WIDE && FusedArithmetic.FUSED;

    private DirectProduct() {}

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn) {
        int i = row;
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
        for (; FLAT && aStep == 1 && j + 4 * W <= lastColumn; j += 4 * W) {
            int c = p.cOffset + row * p.ldc + j;
            FlatKernel.four(p.a, a, aRow, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c, p.ldc);
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

    private static void oneRow(Product p, int row, int column, int lastColumn) {
        int aStep = p.aStep();
        int a = p.aOffset + row * p.aRow();
        int c = p.cOffset + row * p.ldc;
        int j = column;
        for (; j + 8 * W <= lastColumn; j += 8 * W) {
            DirectKernel.oneByEight(p.a, a, aStep, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c + j);
        }
        for (; j + W <= lastColumn; j += W) {
            DirectKernel.oneByOne(p.a, a, aStep, p.b, p.bOffset + j, p.ldb, p.k, p.add, p.c, c + j);
        }
        for (; j < lastColumn; j++) {
            oneChain(p, row, j);
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

    private static void oneChain(Product p, int row, int column) {
        int c = p.cOffset + row * p.ldc + column;
        float sum = p.add ? p.c[c] : 0f;
        int at = p.aOffset + row * p.aRow();
        int from = p.bOffset + column;
        for (int k = 0; k < p.k; k++) {
            sum = FusedArithmetic.fma(p.a[at], p.b[from], sum);
            at += p.aStep();
            from += p.ldb;
        }
        p.c[c] = sum;
    }
}
