package joust.simd;

import static joust.simd.Lanes.FLOATS;
import static joust.simd.Lanes.fma;

import jdk.incubator.vector.FloatVector;

/**
 * Runs the micro-kernels over a group of columns of the result: each panel of a, while it is in the first-level cache, against all
 * of the group's panels of b, which the second-level cache holds. So rows of the result are touched in longer pieces, too.
 */
final class TileGroup {
    private TileGroup() {}

    static void run(
            Product product,
            int top,
            int bottom,
            int left,
            int right,
            int step,
            int steps,
            int blockAt,
            float[] panels,
            int panelsAt,
            SimdScratch scratch) {
        int rows = bottom - top;
        int few = Blocks.fewRowPanels(rows);
        int count = Blocks.rowPanels(rows);
        boolean last = step + steps == product.k;
        int row = 0;
        for (int panel = 0; panel < count; panel++) {
            int height = panel < count - few ? Blocks.ROWS : Blocks.FEW_ROWS;
            int valid = Math.min(height, rows - row);
            int aAt = blockAt + row * steps;
            int at = product.cOffset + (top + row) * product.ldc;
            row(product, height, valid, aAt, at, left, right, step, steps, panels, panelsAt, scratch);
            if (last) {
                finish(product, top + row, valid, left, right);
            }
            row += height;
        }
    }

    private static void row(
            Product product,
            int height,
            int valid,
            int aAt,
            int at,
            int left,
            int right,
            int step,
            int steps,
            float[] panels,
            int panelsAt,
            SimdScratch scratch) {
        boolean add = product.add || step > 0;
        int panelAt = panelsAt;
        for (int column = left; column < right; column += Blocks.COLUMNS) {
            int to = at + column;
            if (valid == height && column + Blocks.COLUMNS <= right) {
                tile(product, height, steps, scratch, aAt, panels, panelAt, add, product.c, to, product.ldc);
            } else {
                int columns = Math.min(Blocks.COLUMNS, right - column);
                edge(product, height, steps, scratch, aAt, panels, panelAt, to, valid, columns, add);
            }
            panelAt += Blocks.COLUMNS * steps;
        }
    }

    private static void finish(Product product, int row, int rows, int left, int right) {
        for (int column = left; column < right; column += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, right - column);
            int at = product.cOffset + row * product.ldc + column;
            product.epilogue.finish(product.c, at, product.ldc, row, column, rows, columns);
        }
    }

    /** A tile that is not whole goes through a whole one in scratch memory. */
    private static void edge(
            Product product,
            int height,
            int steps,
            SimdScratch scratch,
            int aAt,
            float[] panels,
            int panelAt,
            int at,
            int rows,
            int columns,
            boolean add) {
        float[] tile = scratch.tile();
        int stride = Blocks.COLUMNS;
        if (add) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(product.c, at + row * product.ldc, tile, row * stride, columns);
            }
        }
        tile(product, height, steps, scratch, aAt, panels, panelAt, add, tile, 0, stride);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(tile, row * stride, product.c, at + row * product.ldc, columns);
        }
    }

    private static void tile(
            Product product,
            int height,
            int steps,
            SimdScratch scratch,
            int aAt,
            float[] b,
            int bAt,
            boolean add,
            float[] c,
            int cAt,
            int ldc) {
        float[] a = scratch.rowPanels();
        int depth = Blocks.rounds(steps);
        if (product.transposeA) {
            if (height == Blocks.ROWS) {
                StepMicroKernel.six(a, aAt, b, bAt, depth, add, c, cAt, ldc);
            } else {
                FourRowMicroKernel.steps(a, aAt, b, bAt, depth, add, c, cAt, ldc);
            }
        } else if (height == Blocks.ROWS) {
            RowMicroKernel.six(a, aAt, b, bAt, depth, add, c, cAt, ldc);
        } else {
            FourRowMicroKernel.rows(a, aAt, b, bAt, depth, add, c, cAt, ldc);
        }
        if (depth < steps) {
            lastSteps(a, aAt + depth * height, height, b, bAt + depth * Blocks.COLUMNS, steps - depth, c, cAt, ldc);
        }
    }

    /** The steps that are left of the kernels' rounds. */
    private static void lastSteps(
            float[] a, int aAt, int height, float[] b, int bAt, int steps, float[] c, int cAt, int ldc) {
        for (int row = 0; row < height; row++) {
            int at = cAt + row * ldc;
            FloatVector c0 = FloatVector.fromArray(FLOATS, c, at);
            FloatVector c1 = FloatVector.fromArray(FLOATS, c, at + Lanes.COUNT);
            for (int step = 0; step < steps; step++) {
                int from = bAt + step * Blocks.COLUMNS;
                FloatVector x = FloatVector.broadcast(FLOATS, a[aAt + step * height + row]);
                c0 = fma(x, FloatVector.fromArray(FLOATS, b, from), c0);
                c1 = fma(x, FloatVector.fromArray(FLOATS, b, from + Lanes.COUNT), c1);
            }
            c0.intoArray(c, at);
            c1.intoArray(c, at + Lanes.COUNT);
        }
    }
}
