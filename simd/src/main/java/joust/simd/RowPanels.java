package joust.simd;

/**
 * How rows are cut into panels: as many of {@link Blocks#ROWS} rows as can be, then some of {@link #MIDDLE_ROWS}, then some of
 * {@link #FEW_ROWS}, so that the last rows waste little.
 */
final class RowPanels {
    /** Rows of the panels in the middle; where vectors are not wide, there are none of them. */
    static final int MIDDLE_ROWS = 12;
    /** Rows of the last panels. */
    static final int FEW_ROWS = Blocks.WIDE ? 8 : 4;

    /** Floats from step to step where vectors are wide, whatever the panel's rows: half of b's step, so that one counter serves both. */
    static final int WIDE_STRIDE = 16;

    /** From so many rows on, every even number is a sum of fourteens and twelves. */
    private static final int ANY = 72;
    /** For fewer rows, how many panels are in the middle and last: the cheapest of all choices. */
    private static final int[] MIDDLE = new int[ANY];

    private static final int[] FEW = new int[ANY];
    /** What a row of a tile costs, per thousand of a row of the highest. */
    private static final int MIDDLE_COST = 1020;

    private static final int FEW_COST = 1150;

    static {
        for (int rows = 1; rows < ANY; rows++) {
            choose(rows);
        }
    }

    private RowPanels() {}

    private static void choose(int rows) {
        int least = Integer.MAX_VALUE;
        for (int few = 0; few <= 3; few++) {
            for (int middle = 0; middle <= 6; middle++) {
                int rest = Math.max(0, rows - few * FEW_ROWS - middle * MIDDLE_ROWS);
                int cost = Math.ceilDiv(rest, Blocks.ROWS) * Blocks.ROWS * 1000
                        + middle * MIDDLE_ROWS * MIDDLE_COST
                        + few * FEW_ROWS * FEW_COST;
                if (cost < least) {
                    least = cost;
                    MIDDLE[rows] = middle;
                    FEW[rows] = few;
                }
            }
        }
    }

    /** How many panels of {@link #MIDDLE_ROWS} rows there are. */
    static int middle(int rows) {
        if (!Blocks.WIDE) {
            return 0;
        }
        return rows < ANY ? MIDDLE[rows] : (7 - Math.ceilDiv(rows, 2) % 7) % 7;
    }

    /** How many panels of {@link #FEW_ROWS} rows there are. */
    static int few(int rows) {
        if (Blocks.WIDE) {
            return rows < ANY ? FEW[rows] : 0;
        }
        int rest = rows % Blocks.ROWS;
        if (rest == 0 || rest == Blocks.ROWS - 1) {
            return 0;
        }
        return rest == 3 || rest == 4 || rows < Blocks.ROWS ? Math.ceilDiv(rest, FEW_ROWS) : 2;
    }

    /** How many panels there are. */
    static int count(int rows) {
        int middle = middle(rows);
        int few = few(rows);
        int rest = Math.max(0, rows - middle * MIDDLE_ROWS - few * FEW_ROWS);
        return Math.ceilDiv(rest, Blocks.ROWS) + middle + few;
    }

    /** The rows of all panels together. */
    static int padded(int rows) {
        int middle = middle(rows);
        int few = few(rows);
        return (count(rows) - middle - few) * Blocks.ROWS + middle * MIDDLE_ROWS + few * FEW_ROWS;
    }

    /** The floats from one step of a panel of {@code height} rows to the next. */
    static int stride(int height) {
        return Blocks.WIDE ? WIDE_STRIDE : height;
    }

    /** The rows of panel {@code panel} where there are {@code rows} in all. */
    static int height(int panel, int rows) {
        return height(panel, count(rows), middle(rows), few(rows));
    }

    /** The rows of panel {@code panel} of {@code count}, given how many others there are. */
    static int height(int panel, int count, int middle, int few) {
        if (panel < count - middle - few) {
            return Blocks.ROWS;
        }
        return panel < count - few ? MIDDLE_ROWS : FEW_ROWS;
    }
}
