package joust.data;

import java.util.Arrays;
import joust.math.RandomFill;

/** A mixture in the plane: what ring and grid have in common. */
abstract class PlaneMixture implements Mixture {
    private static final int INDEX_BITS = 16;

    /** As many modes as there are indices. */
    static final int MOST_MODES = 1 << INDEX_BITS;

    private static final int COLUMNS = 2;
    private static final int GROUP = 4;
    private static final int BLOCKS_PER_GROUP = 3;

    private final String name;
    private final double[][] modes;
    private final double deviation;

    /** Keeps the modes. */
    PlaneMixture(String name, double[][] modes, double deviation) {
        this.name = name;
        this.modes = modes;
        this.deviation = deviation;
        Draws.checkPositive(name + ": deviation", deviation);
        for (double[] mode : modes) {
            Draws.checkReach(name, Math.max(Math.abs(mode[0]), Math.abs(mode[1])) + Gaussian.REACH * deviation);
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String toString() {
        return name();
    }

    @Override
    public final int columns() {
        return COLUMNS;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Rows are drawn in groups of four, so a part that begins at a multiple of four rows can be drawn alone. Of a
     * group's three blocks the first chooses the mode of each row, ⌊u · modes⌋ with u a multiple of 2⁻²⁴; the other two
     * hold the normals n of the coordinates. A coordinate is mode + deviation · n in double, rounded once.
     */
    @Override
    public final void draw(long seed, int stream, long position, float[] out, int offset, int rows) {
        Draws.check(this, position, out, offset, rows);
        for (int row = 0; row < rows; row += GROUP) {
            long block = position + (long) (row / GROUP) * BLOCKS_PER_GROUP;
            drawGroup(seed, stream, block, out, offset + row * COLUMNS, Math.min(GROUP, rows - row));
        }
    }

    @Override
    public final long blocks(int rows) {
        return RandomFill.blocks(rows) * BLOCKS_PER_GROUP;
    }

    @Override
    public final double density(double... point) {
        Draws.check(this, point);
        double sum = 0;
        for (double[] mode : modes) {
            sum += NormalFunction.density((point[0] - mode[0]) / deviation)
                    * NormalFunction.density((point[1] - mode[1]) / deviation);
        }
        return sum / (modes.length * deviation * deviation);
    }

    @Override
    public final double[][] modes() {
        return Arrays.stream(modes).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public final double modeDeviation() {
        return deviation;
    }

    /** Chooses the modes in the place where the coordinates go and keeps them in one number: nothing is allocated. */
    private void drawGroup(long seed, int stream, long block, float[] out, int at, int rows) {
        RandomFill.uniform(seed, stream, block, 0, 1, out, at, rows);
        long chosen = 0;
        for (int i = 0; i < rows; i++) {
            long mode = (long) ((double) out[at + i] * modes.length);
            chosen |= mode << (i * INDEX_BITS);
        }
        RandomFill.normal(seed, stream, block + 1, 0, 1, out, at, rows * COLUMNS);
        for (int i = 0; i < rows; i++) {
            double[] mode = modes[(int) (chosen >>> (i * INDEX_BITS)) & (MOST_MODES - 1)];
            move(out, at + i * COLUMNS, mode);
        }
    }

    private void move(float[] values, int at, double[] mode) {
        values[at] = (float) (mode[0] + deviation * values[at]);
        values[at + 1] = (float) (mode[1] + deviation * values[at + 1]);
    }
}
