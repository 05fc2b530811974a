package joust.simd;

import static joust.simd.Lanes.FLOATS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Copies a block of a into panels for the micro-kernels. Rows that fill up a panel are +0. */
final class RowPacking {
    private static final int W = Lanes.COUNT;

    private RowPacking() {}

    /** One panel for {@link RowMicroKernel}: {@code rows} rows of an a that is not transposed, of {@code height} in the panel. */
    static void rows(float[] a, int aOffset, int lda, int rows, int height, int depth, float[] panels, int at) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(a, aOffset + row * lda, panels, at + row * Blocks.DEPTH, depth);
        }
        for (int row = rows; row < height; row++) {
            Arrays.fill(panels, at + row * Blocks.DEPTH, at + row * Blocks.DEPTH + depth, 0f);
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
        for (int step = 0; step < depth; step++) {
            int to = at + step * height;
            int from = aOffset + step * lda;
            for (int row = 0; row < height; row++) {
                panels[to + row] = row < rows ? a[from + row] : 0f;
            }
        }
    }

    /** By whole vectors: what one writes too far, the next step or the next panel overwrites. */
    private static void wholeSteps(float[] a, int aOffset, int lda, int height, int depth, float[] panels, int at) {
        int rest = Math.max(0, height - W);
        for (int step = 0; step < depth; step++) {
            int from = aOffset + step * lda;
            int to = at + step * height;
            FloatVector.fromArray(FLOATS, a, from).intoArray(panels, to);
            if (rest > 0) {
                FloatVector.fromArray(FLOATS, a, from + rest).intoArray(panels, to + rest);
            }
        }
    }
}
