package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Copies columns of b into panels of two vectors for each k. Columns that fill up a vector are +0; where vectors are wide, a last panel of at
 * most one vector keeps in its second what was there: tiles of one vector do not read it, and single steps only for columns of a tile
 * in scratch memory that nobody copies.
 */
final class ColumnPacking {
    private static final int W = Lanes.COUNT;

    private ColumnPacking() {}

    /** Panels of a b that is not transposed, one after the other: columns of one row lie together, so two at a time. */
    static void straight(float[] b, int bOffset, int ldb, int columns, int depth, float[] panels, int at) {
        int size = depth * Blocks.COLUMNS;
        int column = 0;
        int to = at;
        for (; column + 2 * Blocks.COLUMNS <= columns; column += 2 * Blocks.COLUMNS) {
            two(b, bOffset + column, ldb, depth, panels, to, to + size);
            to += 2 * size;
        }
        for (; column + Blocks.COLUMNS <= columns; column += Blocks.COLUMNS) {
            one(b, bOffset + column, ldb, depth, panels, to);
            to += size;
        }
        if (column < columns) {
            narrow(b, bOffset + column, ldb, columns - column, depth, panels, to);
        }
    }

    private static void narrow(float[] b, int bOffset, int ldb, int columns, int depth, float[] panels, int at) {
        for (int vector = 0; vector < filled(columns); vector += W) {
            int wanted = columns - vector;
            if (wanted > 0) {
                part(b, bOffset + vector, ldb, Math.min(W, wanted), depth, panels, at + vector);
            } else {
                clear(depth, panels, at + vector);
            }
        }
    }

    /** Columns of a last panel that are written, wanted or not. */
    private static int filled(int columns) {
        return Blocks.WIDE && columns <= W ? W : Blocks.COLUMNS;
    }

    /** Reads whole vectors, and puts +0 where a column is not wanted; but not beyond the end of b. */
    private static void part(float[] b, int bOffset, int ldb, int columns, int depth, float[] panels, int at) {
        FloatVector zero = FloatVector.zero(FLOATS);
        VectorMask<Float> wanted = FLOATS.indexInRange(0, columns);
        int step = 0;
        for (int last = b.length - W; step < depth && bOffset + step * ldb <= last; step++) {
            FloatVector x = FloatVector.fromArray(FLOATS, b, bOffset + step * ldb);
            zero.blend(x, wanted).intoArray(panels, at + step * Blocks.COLUMNS);
        }
        for (; step < depth; step++) {
            int to = at + step * Blocks.COLUMNS;
            System.arraycopy(b, bOffset + step * ldb, panels, to, columns);
            Arrays.fill(panels, to + columns, to + W, 0f);
        }
    }

    private static void clear(int depth, float[] panels, int at) {
        FloatVector zero = FloatVector.zero(FLOATS);
        for (int step = 0; step < depth; step++) {
            zero.intoArray(panels, at + step * Blocks.COLUMNS);
        }
    }

    private static void one(float[] b, int bOffset, int ldb, int depth, float[] panels, int at) {
        for (int step = 0; step < depth; step++) {
            int from = bOffset + step * ldb;
            int to = at + step * Blocks.COLUMNS;
            FloatVector.fromArray(FLOATS, b, from).intoArray(panels, to);
            FloatVector.fromArray(FLOATS, b, from + W).intoArray(panels, to + W);
        }
    }

    private static void two(float[] b, int bOffset, int ldb, int depth, float[] panels, int first, int second) {
        for (int step = 0; step < depth; step++) {
            int from = bOffset + step * ldb;
            int to = step * Blocks.COLUMNS;
            FloatVector.fromArray(FLOATS, b, from).intoArray(panels, first + to);
            FloatVector.fromArray(FLOATS, b, from + W).intoArray(panels, first + to + W);
            FloatVector.fromArray(FLOATS, b, from + 2 * W).intoArray(panels, second + to);
            FloatVector.fromArray(FLOATS, b, from + 3 * W).intoArray(panels, second + to + W);
        }
    }

    /** Panels of a transposed b, one after the other. */
    static void transposed(float[] b, int bOffset, int ldb, int columns, int depth, float[] panels, int at) {
        int to = at;
        for (int column = 0; column < columns; column += Blocks.COLUMNS) {
            int width = Math.min(Blocks.COLUMNS, columns - column);
            transposedPanel(b, bOffset + column * ldb, ldb, width, depth, panels, to);
            to += depth * Blocks.COLUMNS;
        }
    }

    /** One panel of a transposed b, in which the panel's columns are rows. */
    private static void transposedPanel(
            float[] b, int bOffset, int ldb, int columns, int depth, float[] panels, int at) {
        for (int vector = columns / W * W; vector < filled(columns); vector += W) {
            clear(depth, panels, at + vector);
        }
        int column = 0;
        if (Blocks.WIDE && depth >= WideSquareTurn.SIDE) {
            for (; column + WideSquareTurn.SIDE <= columns; column += WideSquareTurn.SIDE) {
                WideSquareTurn.turn(
                        b,
                        bOffset + column * ldb,
                        ldb,
                        WideSquareTurn.SIDE,
                        depth,
                        panels,
                        at + column,
                        Blocks.COLUMNS);
            }
        }
        for (; SquareTurn.AVAILABLE && column + SquareTurn.SIDE <= columns; column += SquareTurn.SIDE) {
            eight(b, bOffset + column * ldb, ldb, depth, panels, at + column);
        }
        for (; column + 4 <= columns; column += 4) {
            four(b, bOffset + column * ldb, ldb, depth, panels, at + column);
        }
        for (; column < columns; column++) {
            int from = bOffset + column * ldb;
            for (int step = 0; step < depth; step++) {
                panels[at + column + step * Blocks.COLUMNS] = b[from + step];
            }
        }
    }

    private static void eight(float[] b, int bOffset, int ldb, int depth, float[] panels, int at) {
        int done = SquareTurn.turn(b, bOffset, ldb, depth, panels, at, Blocks.COLUMNS);
        int to = at + done * Blocks.COLUMNS;
        four(b, bOffset + done, ldb, depth - done, panels, to);
        four(b, bOffset + 4 * ldb + done, ldb, depth - done, panels, to + 4);
    }

    private static void four(float[] b, int bOffset, int ldb, int depth, float[] panels, int at) {
        int row1 = bOffset + ldb;
        int row2 = row1 + ldb;
        int row3 = row2 + ldb;
        for (int step = 0; step < depth; step++) {
            int to = at + step * Blocks.COLUMNS;
            panels[to] = b[bOffset + step];
            panels[to + 1] = b[row1 + step];
            panels[to + 2] = b[row2 + step];
            panels[to + 3] = b[row3 + step];
        }
    }

    /** Adds the steps of packed panels to the sums of their columns, one chain each, in ascending order. */
    static void addSums(float[] panels, int at, int depth, float[] sums, int sumsAt, int columns) {
        for (int column = 0; column < columns; column += Blocks.COLUMNS) {
            int width = Math.min(Blocks.COLUMNS, columns - column);
            ColumnSums.add(panels, at + column * depth, Blocks.COLUMNS, depth, width, sums, sumsAt + column);
        }
    }
}
