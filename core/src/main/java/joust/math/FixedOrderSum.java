package joust.math;

import java.util.Arrays;
import java.util.Objects;

/**
 * Sums in the one order that every backend follows. Up to 4096 elements: 64 accumulators from +0, of which number l
 * adds the elements l, l + 64, … in ascending order; then for h = 32, 16, 8, 4, 2, 1 accumulator l adds accumulator l +
 * h. More elements: the sums of consecutive blocks of 4096 are summed by the same rule.
 *
 * <p>The result is never -0 (the sum of nothing is +0); NaN and infinities follow IEEE 754. An instance holds its
 * accumulators, so that a sum allocates nothing; it is for one thread at a time.
 */
public final class FixedOrderSum {

    /** Accumulators of a block. */
    public static final int ACCUMULATORS = 64;

    /** Elements of a full block. */
    public static final int BLOCK = 4096;

    private static final int GROUP = 8;

    /** An array holds fewer than 4096³ elements. */
    private static final int LEVELS = 3;

    private final float[][] accumulators = new float[LEVELS][ACCUMULATORS];

    /** Accumulators for one thread. */
    public FixedOrderSum() {}

    /**
     * Sum of a range.
     *
     * @param x the array
     * @param offset index of the first element
     * @param count elements, at least 0
     * @return x[offset] + … + x[offset + count - 1] in the fixed order
     */
    public float sum(float[] x, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, x.length);
        return sum(x, offset, count, false, levelOf(count));
    }

    /**
     * Sum of the squares of a range, each added by one {@link FusedArithmetic#fma}.
     *
     * @param x the array
     * @param offset index of the first element
     * @param count elements, at least 0
     * @return x[offset]² + … + x[offset + count - 1]² in the fixed order
     */
    public float sumOfSquares(float[] x, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, x.length);
        return sum(x, offset, count, true, levelOf(count));
    }

    private static int levelOf(int count) {
        int level = 0;
        for (long capacity = BLOCK; capacity < count; capacity *= BLOCK) {
            level++;
        }
        return level;
    }

    /** At level 0 the terms are elements; above, the sums of consecutive pieces of 4096^level elements. */
    private float sum(float[] x, int offset, int count, boolean squares, int level) {
        float[] a = accumulators[level];
        Arrays.fill(a, 0f);
        if (level == 0) {
            if (squares) {
                addSquares(a, x, offset, count);
            } else {
                add(a, x, offset, count);
            }
        } else {
            int piece = level == 1 ? BLOCK : BLOCK * BLOCK;
            int pieces = (count - 1) / piece + 1;
            for (int i = 0; i < pieces; i++) {
                int start = i * piece;
                a[i % ACCUMULATORS] += sum(x, offset + start, Math.min(piece, count - start), squares, level - 1);
            }
        }
        return fold(a);
    }

    private static void add(float[] a, float[] x, int offset, int count) {
        int rows = count / ACCUMULATORS;
        for (int group = 0; group < ACCUMULATORS; group += GROUP) {
            addGroup(a, group, x, offset + group, rows);
        }
        int added = rows * ACCUMULATORS;
        for (int l = 0; l < count - added; l++) {
            a[l] += x[offset + added + l];
        }
    }

    /** Eight accumulators in registers: the compiler does not vectorise a loop whose arrays might overlap. */
    private static void addGroup(float[] a, int group, float[] x, int offset, int rows) {
        float a0 = a[group];
        float a1 = a[group + 1];
        float a2 = a[group + 2];
        float a3 = a[group + 3];
        float a4 = a[group + 4];
        float a5 = a[group + 5];
        float a6 = a[group + 6];
        float a7 = a[group + 7];
        for (int row = 0; row < rows; row++) {
            int at = offset + row * ACCUMULATORS;
            a0 += x[at];
            a1 += x[at + 1];
            a2 += x[at + 2];
            a3 += x[at + 3];
            a4 += x[at + 4];
            a5 += x[at + 5];
            a6 += x[at + 6];
            a7 += x[at + 7];
        }
        store(a, group, a0, a1, a2, a3, a4, a5, a6, a7);
    }

    private static void addSquares(float[] a, float[] x, int offset, int count) {
        int rows = count / ACCUMULATORS;
        for (int group = 0; group < ACCUMULATORS; group += GROUP) {
            addSquaresGroup(a, group, x, offset + group, rows);
        }
        int added = rows * ACCUMULATORS;
        for (int l = 0; l < count - added; l++) {
            a[l] = square(x[offset + added + l], a[l]);
        }
    }

    private static void addSquaresGroup(float[] a, int group, float[] x, int offset, int rows) {
        float a0 = a[group];
        float a1 = a[group + 1];
        float a2 = a[group + 2];
        float a3 = a[group + 3];
        float a4 = a[group + 4];
        float a5 = a[group + 5];
        float a6 = a[group + 6];
        float a7 = a[group + 7];
        for (int row = 0; row < rows; row++) {
            int at = offset + row * ACCUMULATORS;
            a0 = square(x[at], a0);
            a1 = square(x[at + 1], a1);
            a2 = square(x[at + 2], a2);
            a3 = square(x[at + 3], a3);
            a4 = square(x[at + 4], a4);
            a5 = square(x[at + 5], a5);
            a6 = square(x[at + 6], a6);
            a7 = square(x[at + 7], a7);
        }
        store(a, group, a0, a1, a2, a3, a4, a5, a6, a7);
    }

    private static float square(float x, float sum) {
        return FusedArithmetic.fma(x, x, sum);
    }

    private static void store(
            float[] a, int at, float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7) {
        a[at] = a0;
        a[at + 1] = a1;
        a[at + 2] = a2;
        a[at + 3] = a3;
        a[at + 4] = a4;
        a[at + 5] = a5;
        a[at + 6] = a6;
        a[at + 7] = a7;
    }

    private static float fold(float[] a) {
        for (int half = ACCUMULATORS / 2; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                a[l] += a[l + half];
            }
        }
        return a[0];
    }
}
