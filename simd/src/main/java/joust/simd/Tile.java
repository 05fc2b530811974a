package joust.simd;

import static joust.simd.Lanes.FLOATS;
import static joust.simd.Lanes.fma;

import jdk.incubator.vector.FloatVector;
import joust.math.FusedArithmetic;

/** One tile of a result, by the micro-kernel for its height, its width and the way that a was packed. */
final class Tile {
    /**
     * Floats of b, at most, for {@link #packing}: what the second-level cache holds. What comes from further away is packed faster by
     * itself, since then more of its lines are on their way at a time.
     */
    private static final long NEAR = 1 << 18;

    private Tile() {}

    /** Whether {@link #packing} may be called for the first of so many rows, and pays. */
    static boolean packs(Product product, int rows) {
        return Blocks.WIDE
                && product.packsB()
                && RowPanels.height(0, rows) == Blocks.ROWS
                && !product.transposeB
                && FusedArithmetic.FUSED
                && (long) product.k * product.n <= NEAR;
    }

    /** Computes a whole tile of the greatest height and packs its panel of b. */
    static void packing(
            Product product,
            int step,
            int column,
            int steps,
            float[] a,
            int aAt,
            float[] panels,
            int panelAt,
            boolean add,
            int to) {
        int from = product.bAt(step, column);
        WidePackingKernel.fourteen(
                a, aAt, product.b, from, product.ldb, panels, panelAt, steps, add, product.c, to, product.ldc);
    }

    /** Whether a tile of so many columns may be stored where it belongs: all that the kernel writes is wanted. */
    static boolean isWhole(int columns, int steps) {
        boolean rounds = steps > 0 && Blocks.rounds(steps) == steps;
        return columns == Blocks.COLUMNS || (Blocks.WIDE && columns == Lanes.COUNT && rounds);
    }

    /** Computes a tile from packed panels, of which {@code columns} columns are wanted. */
    static void run(
            Product product,
            int height,
            int columns,
            int steps,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            boolean add,
            float[] c,
            int cAt,
            int ldc) {
        int depth = Blocks.rounds(steps);
        if (Blocks.WIDE && columns <= Lanes.COUNT && depth > 0) {
            narrow(height, a, aAt, b, bAt, depth, add, c, cAt, ldc);
        } else if (Blocks.WIDE) {
            wide(height, a, aAt, b, bAt, 0, depth, add, c, cAt, ldc, 1);
        } else if (product.transposeA) {
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
            lastSteps(
                    a,
                    aAt + depth * RowPanels.stride(height),
                    height,
                    b,
                    bAt + depth * Blocks.COLUMNS,
                    steps - depth,
                    c,
                    cAt,
                    ldc);
        }
    }

    /** Computes {@code count} whole tiles side by side, with vectors of 512 bits. */
    static void row(
            int height,
            int count,
            int steps,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            boolean add,
            float[] c,
            int cAt,
            int ldc) {
        int depth = Blocks.rounds(steps);
        int panel = Blocks.COLUMNS * steps;
        wide(height, a, aAt, b, bAt, panel, depth, add, c, cAt, ldc, count);
        for (int tile = 0; depth < steps && tile < count; tile++) {
            lastSteps(
                    a,
                    aAt + depth * RowPanels.WIDE_STRIDE,
                    height,
                    b,
                    bAt + tile * panel + depth * Blocks.COLUMNS,
                    steps - depth,
                    c,
                    cAt + tile * Blocks.COLUMNS,
                    ldc);
        }
    }

    private static void wide(
            int height,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            int panel,
            int depth,
            boolean add,
            float[] c,
            int cAt,
            int ldc,
            int count) {
        if (height == Blocks.ROWS) {
            WideMicroKernel.fourteen(a, aAt, b, bAt, panel, depth, add, c, cAt, ldc, count);
        } else if (height == RowPanels.MIDDLE_ROWS) {
            TwelveRowMicroKernel.packed(a, aAt, b, bAt, panel, depth, add, c, cAt, ldc, count);
        } else {
            EightRowMicroKernel.packed(a, aAt, b, bAt, panel, depth, add, c, cAt, ldc, count);
        }
    }

    private static void narrow(
            int height, float[] a, int aAt, float[] b, int bAt, int depth, boolean add, float[] c, int cAt, int ldc) {
        if (height == Blocks.ROWS) {
            NarrowMicroKernel.fourteen(a, aAt, b, bAt, depth, add, c, cAt, ldc);
        } else if (height == RowPanels.MIDDLE_ROWS) {
            NarrowMicroKernel.twelve(a, aAt, b, bAt, depth, add, c, cAt, ldc);
        } else {
            NarrowMicroKernel.eight(a, aAt, b, bAt, depth, add, c, cAt, ldc);
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
                FloatVector x = FloatVector.broadcast(FLOATS, a[aAt + step * RowPanels.stride(height) + row]);
                c0 = fma(x, FloatVector.fromArray(FLOATS, b, from), c0);
                c1 = fma(x, FloatVector.fromArray(FLOATS, b, from + Lanes.COUNT), c1);
            }
            c0.intoArray(c, at);
            c1.intoArray(c, at + Lanes.COUNT);
        }
    }
}
