package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies a block of a into panels for the micro-kernels. Rows that fill up a panel are +0, with 512 bits any number. */
final class RowPacking {
    private static final int W = Lanes.COUNT;
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    private RowPacking() {}

    /**
     * One panel for {@link RowMicroKernel}: {@code rows} rows of an a that is not transposed, of {@code height} in the panel. Steps
     * that do not fill a round of the kernel follow one by one, each with its rows next to each other.
     */
    static void rows(float[] a, int aOffset, int lda, int rows, int height, int depth, float[] panels, int at) {
        if (Blocks.WIDE) {
            turned(a, aOffset, lda, rows, height, depth, panels, at);
            return;
        }
        int whole = Blocks.rounds(depth);
        if (rows < height) {
            Arrays.fill(panels, at, at + height * depth, 0f);
        }
        for (int row = 0; row < rows; row++) {
            fours(a, aOffset + row * lda, whole, height, panels, at + row * Blocks.STEPS);
        }
        for (int step = whole; step < depth; step++) {
            for (int row = 0; row < rows; row++) {
                panels[at + step * height + row] = a[aOffset + row * lda + step];
            }
        }
    }

    private static void turned(
            float[] a, int aOffset, int lda, int rows, int height, int depth, float[] panels, int at) {
        if (depth >= WideSquareTurn.SIDE) {
            WideSquareTurn.turn(a, aOffset, lda, rows, depth, panels, at, RowPanels.WIDE_STRIDE);
            return;
        }
        for (int row = 0; row < height; row++) {
            int from = aOffset + Math.min(row, rows - 1) * lda;
            for (int step = 0; step < depth; step++) {
                panels[at + step * RowPanels.WIDE_STRIDE + row] = a[from + step];
            }
        }
    }

    private static void fours(float[] a, int from, int count, int height, float[] panels, int at) {
        for (int step = 0; step < count; step += Blocks.STEPS) {
            FloatVector.fromArray(FOUR, a, from + step).intoArray(panels, at + step * height);
        }
    }

    /**
     * One panel for {@link StepMicroKernel} from a transposed a, in which the panel's rows are columns.
     *
     * @param readable how many floats of each step may be read: the panel's rows and those after them
     */
    static void steps(
            float[] a, int aOffset, int lda, int rows, int height, int readable, int depth, float[] panels, int at) {
        if (readable >= Math.max(W, height)) {
            wholeSteps(a, aOffset, lda, height, depth, panels, at);
            return;
        }
        if (Blocks.WIDE && readable >= height) {
            halfSteps(a, aOffset, lda, height, depth, panels, at);
            return;
        }
        for (int step = 0; step < depth; step++) {
            int to = at + step * RowPanels.stride(height);
            int from = aOffset + step * lda;
            for (int row = 0; row < height; row++) {
                panels[to + row] = row < rows ? a[from + row] : 0f;
            }
        }
    }

    /** By vectors of eight, where whole ones would read behind the end of a. */
    private static void halfSteps(float[] a, int aOffset, int lda, int height, int depth, float[] panels, int at) {
        int rest = height - HALF.length();
        for (int step = 0; step < depth; step++) {
            int from = aOffset + step * lda;
            int to = at + step * RowPanels.stride(height);
            FloatVector.fromArray(HALF, a, from).intoArray(panels, to);
            FloatVector.fromArray(HALF, a, from + rest).intoArray(panels, to + rest);
        }
    }

    /** By whole vectors: what one of less than 512 bits writes too far, the next step or the next panel overwrites. */
    private static void wholeSteps(float[] a, int aOffset, int lda, int height, int depth, float[] panels, int at) {
        int rest = Math.max(0, height - W);
        for (int step = 0; step < depth; step++) {
            int from = aOffset + step * lda;
            int to = at + step * RowPanels.stride(height);
            FloatVector.fromArray(FLOATS, a, from).intoArray(panels, to);
            if (rest > 0) {
                FloatVector.fromArray(FLOATS, a, from + rest).intoArray(panels, to + rest);
            }
        }
    }
}
