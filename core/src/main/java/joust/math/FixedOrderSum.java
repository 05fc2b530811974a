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
        int row = 0;
        for (; row + ACCUMULATORS <= count; row += ACCUMULATORS) {
            for (int l = 0; l < ACCUMULATORS; l++) {
                a[l] += x[offset + row + l];
            }
        }
        for (int l = 0; l < count - row; l++) {
            a[l] += x[offset + row + l];
        }
    }

    private static void addSquares(float[] a, float[] x, int offset, int count) {
        int row = 0;
        for (; row + ACCUMULATORS <= count; row += ACCUMULATORS) {
            for (int l = 0; l < ACCUMULATORS; l++) {
                float value = x[offset + row + l];
                a[l] = FusedArithmetic.fma(value, value, a[l]);
            }
        }
        for (int l = 0; l < count - row; l++) {
            float value = x[offset + row + l];
            a[l] = FusedArithmetic.fma(value, value, a[l]);
        }
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
