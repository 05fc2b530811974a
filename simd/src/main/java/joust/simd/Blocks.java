package joust.simd;

import java.util.Set;
import joust.math.FusedArithmetic;

/** How products are cut: sizes of panels and blocks, in rows, columns and steps of k. */
final class Blocks {
    /** Whether vectors have 512 bits, which come with 32 registers for them. */
    static final boolean WIDE = Lanes.COUNT == 16;
    /** Rows of a tile. */
    static final int ROWS = WIDE ? 14 : 6;
    /** Columns of a tile. */
    static final int COLUMNS = 2 * Lanes.COUNT;
    /** Steps of k in a round of the micro-kernels. */
    static final int STEPS = WIDE ? 2 : 4;
    /**
     * Whether the micro-kernels have fences between rows, which keep C2 from loading so much ahead that it spills: on x86, where a fence
     * costs no instruction. Other processors wait at one.
     */
    static final boolean FENCED = Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    /**
     * Steps of k in a block, at most: a panel of a, of up to 24 KB, stays in a first-level cache of 32 KB while a group of columns is
     * computed; with wide vectors 32 KB of 48.
     */
    static final int DEPTH = WIDE ? 512 : 1024;
    /** Panels of b in a group, at most. */
    private static final int PANELS = 8;
    /** Panels of b in a group of the greatest depth: half a second-level cache of 512 KB, with wide vectors a quarter of 2 MB. */
    private static final int DEEP_PANELS = WIDE ? PANELS : PANELS / 2;
    /** The same where b is transposed: its rows are read over many steps, and fewer of them at a time are better. */
    private static final int TURNED_PANELS = PANELS / 2;
    /** Floats in a group of b's panels, at most. */
    static final int GROUP = DEEP_PANELS * COLUMNS * DEPTH;

    private Blocks() {}

    /** Steps of k in each block but the last: blocks of about equal depths, for a last one of few steps would be slow. */
    static int depth(int k) {
        int blocks = Math.max(1, Math.ceilDiv(k, DEPTH));
        return Math.max(1, Math.ceilDiv(Math.ceilDiv(k, blocks), STEPS)) * STEPS;
    }

    /**
     * Columns that are packed together, whose panels stay in the second-level cache until all rows have passed: as many panels as can be, for
     * longer pieces of the rows of b and c.
     */
    static int groupColumns(int depth, boolean transposed) {
        int deepest = transposed ? TURNED_PANELS : DEEP_PANELS;
        return Math.min(PANELS, deepest * DEPTH / depth) * COLUMNS;
    }

    /**
     * Steps that the micro-kernels compute: whole rounds. They know fused multiply-adds only, since one way more would be too much
     * for C2 to inline; a processor without gets all steps one by one.
     */
    static int rounds(int steps) {
        return FusedArithmetic.FUSED ? steps / STEPS * STEPS : 0;
    }
}
