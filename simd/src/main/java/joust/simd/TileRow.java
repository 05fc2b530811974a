package joust.simd;

import static joust.simd.Lanes.FLOATS;
import static joust.simd.Lanes.fma;

import jdk.incubator.vector.FloatVector;

/** Runs the micro-kernels down one strip of the result: all row panels of a block against one panel of b. */
final class TileRow {
    private TileRow() {}

    static void run(
            Product product,
            int top,
            int bottom,
            int column,
            int columns,
            int step,
            int steps,
            float[] panels,
            int panelAt,
            SimdScratch scratch) {
        int rows = bottom - top;
        int few = Blocks.fewRowPanels(rows);
        int count = Blocks.rowPanels(rows);
        boolean fromZero = step == 0 && !product.add;
        int row = 0;
        for (int panel = 0; panel < count; panel++) {
            boolean six = panel < count - few;
            int height = six ? Blocks.ROWS : Blocks.FEW_ROWS;
            int at = product.cOffset + (top + row) * product.ldc + column;
            int aAt = scratch.block() + product.rowPanelAt(row, steps);
            if (height <= rows - row && columns == Blocks.COLUMNS) {
                float[] start = fromZero ? scratch.zeros() : product.c;
                int startAt = fromZero ? 0 : at;
                int stride = fromZero ? 0 : product.ldc;
                tile(
                        product.transposeA,
                        six,
                        steps,
                        scratch,
                        aAt,
                        panels,
                        panelAt,
                        start,
                        startAt,
                        stride,
                        product.c,
                        at,
                        product.ldc);
            } else {
                int valid = Math.min(height, rows - row);
                edge(product, six, steps, scratch, aAt, panels, panelAt, at, valid, columns, fromZero);
            }
            row += height;
        }
    }

    /** A tile that is not whole goes through a whole one in scratch memory. */
    private static void edge(
            Product product,
            boolean six,
            int steps,
            SimdScratch scratch,
            int aAt,
            float[] panels,
            int panelAt,
            int at,
            int rows,
            int columns,
            boolean fromZero) {
        float[] tile = scratch.tile();
        int stride = Blocks.COLUMNS;
        if (!fromZero) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(product.c, at + row * product.ldc, tile, row * stride, columns);
            }
        }
        float[] start = fromZero ? scratch.zeros() : tile;
        int startStride = fromZero ? 0 : stride;
        tile(product.transposeA, six, steps, scratch, aAt, panels, panelAt, start, 0, startStride, tile, 0, stride);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(tile, row * stride, product.c, at + row * product.ldc, columns);
        }
    }

    private static void tile(
            boolean bySteps,
            boolean six,
            int steps,
            SimdScratch scratch,
            int aAt,
            float[] b,
            int bAt,
            float[] start,
            int startAt,
            int startStride,
            float[] c,
            int cAt,
            int ldc) {
        float[] a = scratch.rowPanels();
        int depth = steps / Blocks.STEPS * Blocks.STEPS;
        if (bySteps) {
            if (six) {
                StepMicroKernel.six(a, aAt, b, bAt, depth, start, startAt, startStride, c, cAt, ldc);
            } else {
                StepMicroKernel.four(a, aAt, b, bAt, depth, start, startAt, startStride, c, cAt, ldc);
            }
        } else if (six) {
            RowMicroKernel.six(a, aAt, b, bAt, depth, start, startAt, startStride, c, cAt, ldc);
        } else {
            RowMicroKernel.four(a, aAt, b, bAt, depth, start, startAt, startStride, c, cAt, ldc);
        }
        if (depth < steps) {
            int height = six ? Blocks.ROWS : Blocks.FEW_ROWS;
            int bLast = bAt + depth * Blocks.COLUMNS;
            if (bySteps) {
                lastStep(a, aAt + depth * height, 1, height, b, bLast, c, cAt, ldc);
            } else {
                lastStep(a, aAt + depth, Blocks.DEPTH, height, b, bLast, c, cAt, ldc);
            }
        }
    }

    /** What is left of an odd number of steps. */
    private static void lastStep(
            float[] a, int aAt, int aRow, int height, float[] b, int bAt, float[] c, int cAt, int ldc) {
        FloatVector b0 = FloatVector.fromArray(FLOATS, b, bAt);
        FloatVector b1 = FloatVector.fromArray(FLOATS, b, bAt + Lanes.COUNT);
        for (int row = 0; row < height; row++) {
            FloatVector x = FloatVector.broadcast(FLOATS, a[aAt + row * aRow]);
            int at = cAt + row * ldc;
            fma(x, b0, FloatVector.fromArray(FLOATS, c, at)).intoArray(c, at);
            fma(x, b1, FloatVector.fromArray(FLOATS, c, at + Lanes.COUNT)).intoArray(c, at + Lanes.COUNT);
        }
    }
}
