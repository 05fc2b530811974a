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
        if (Blocks.WIDE) {
            wide(height, columns, a, aAt, b, bAt, depth, add, c, cAt, ldc);
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

    private static void wide(
            int height,
            int columns,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            int depth,
            boolean add,
            float[] c,
            int cAt,
            int ldc) {
        boolean narrow = columns <= Lanes.COUNT && depth > 0;
        if (height == Blocks.ROWS) {
            if (narrow) {
                NarrowMicroKernel.fourteen(a, aAt, b, bAt, depth, add, c, cAt, ldc);
            } else {
                WideMicroKernel.fourteen(a, aAt, b, bAt, depth, add, c, cAt, ldc);
            }
        } else if (height == RowPanels.MIDDLE_ROWS) {
            if (narrow) {
                NarrowMicroKernel.twelve(a, aAt, b, bAt, depth, add, c, cAt, ldc);
            } else {
                TwelveRowMicroKernel.packed(a, aAt, b, bAt, depth, add, c, cAt, ldc);
            }
        } else if (narrow) {
            NarrowMicroKernel.eight(a, aAt, b, bAt, depth, add, c, cAt, ldc);
        } else {
            EightRowMicroKernel.packed(a, aAt, b, bAt, depth, add, c, cAt, ldc);
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
