package joust.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;
import joust.math.FixedOrderSum;
import joust.math.FusedArithmetic;

/**
 * {@link FixedOrderSum} on vectors, with its bits: the 64 accumulators of a block lie side by side in vectors, so the order of
 * additions is the same at every width. An instance holds its accumulators and is for one thread at a time.
 */
public final class SimdSum {
    private static final int ACCUMULATORS = FixedOrderSum.ACCUMULATORS;
    private static final int BLOCK = FixedOrderSum.BLOCK;
    private static final int W = Lanes.COUNT;
    /** Vectors that are summed at a time: four chains of additions hide each other's latency. */
    private static final int CHAINS = 4;

    private final float[][] accumulators = new float[3][ACCUMULATORS];

    /** Accumulators for one thread. */
    public SimdSum() {}

    /**
     * The sum of a range.
     *
     * @throws IndexOutOfBoundsException if it does not lie within the array
     */
    public float sum(float[] x, int offset, int count) {
        Bounds.vector("x", x, offset, count);
        return sum(x, offset, count, false, levelOf(count));
    }

    /**
     * The sum of the squares of a range, each added by one fused multiply-add.
     *
     * @throws IndexOutOfBoundsException if it does not lie within the array
     */
    public float sumOfSquares(float[] x, int offset, int count) {
        Bounds.vector("x", x, offset, count);
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
        if (level == 0) {
            if (squares) {
                addSquares(a, x, offset, count);
            } else {
                add(a, x, offset, count);
            }
            return fold(a, count);
        }
        Arrays.fill(a, 0f);
        int piece = level == 1 ? BLOCK : BLOCK * BLOCK;
        int pieces = (count - 1) / piece + 1;
        for (int i = 0; i < pieces; i++) {
            int start = i * piece;
            a[i % ACCUMULATORS] += sum(x, offset + start, Math.min(piece, count - start), squares, level - 1);
        }
        return fold(a, ACCUMULATORS);
    }

    private static void add(float[] a, float[] x, int offset, int count) {
        int rows = count / ACCUMULATORS;
        if (rows == 0) {
            Arrays.fill(a, 0, Math.min(ACCUMULATORS, 2 * count + 1), 0f);
        }
        for (int group = 0; rows > 0 && group < ACCUMULATORS; group += CHAINS * W) {
            addGroup(a, group, x, offset + group, rows);
        }
        int added = rows * ACCUMULATORS;
        for (int l = 0; l < count - added; l++) {
            a[l] += x[offset + added + l];
        }
    }

    private static void addGroup(float[] a, int group, float[] x, int offset, int rows) {
        FloatVector a0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        for (int row = 0; row < rows; row++) {
            int at = offset + row * ACCUMULATORS;
            a0 = a0.add(FloatVector.fromArray(Lanes.FLOATS, x, at));
            a1 = a1.add(FloatVector.fromArray(Lanes.FLOATS, x, at + W));
            a2 = a2.add(FloatVector.fromArray(Lanes.FLOATS, x, at + 2 * W));
            a3 = a3.add(FloatVector.fromArray(Lanes.FLOATS, x, at + 3 * W));
        }
        a0.intoArray(a, group);
        a1.intoArray(a, group + W);
        a2.intoArray(a, group + 2 * W);
        a3.intoArray(a, group + 3 * W);
    }

    private static void addSquares(float[] a, float[] x, int offset, int count) {
        int rows = count / ACCUMULATORS;
        if (rows == 0) {
            Arrays.fill(a, 0, Math.min(ACCUMULATORS, 2 * count + 1), 0f);
        }
        for (int group = 0; rows > 0 && group < ACCUMULATORS; group += CHAINS * W) {
            addSquaresGroup(a, group, x, offset + group, rows);
        }
        int added = rows * ACCUMULATORS;
        for (int l = 0; l < count - added; l++) {
            float value = x[offset + added + l];
            a[l] = FusedArithmetic.fma(value, value, a[l]);
        }
    }

    private static void addSquaresGroup(float[] a, int group, float[] x, int offset, int rows) {
        FloatVector a0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        for (int row = 0; row < rows; row++) {
            int at = offset + row * ACCUMULATORS;
            FloatVector x0 = FloatVector.fromArray(Lanes.FLOATS, x, at);
            FloatVector x1 = FloatVector.fromArray(Lanes.FLOATS, x, at + W);
            FloatVector x2 = FloatVector.fromArray(Lanes.FLOATS, x, at + 2 * W);
            FloatVector x3 = FloatVector.fromArray(Lanes.FLOATS, x, at + 3 * W);
            a0 = Lanes.fma(x0, x0, a0);
            a1 = Lanes.fma(x1, x1, a1);
            a2 = Lanes.fma(x2, x2, a2);
            a3 = Lanes.fma(x3, x3, a3);
        }
        a0.intoArray(a, group);
        a1.intoArray(a, group + W);
        a2.intoArray(a, group + 2 * W);
        a3.intoArray(a, group + 3 * W);
    }

    /** No accumulator is -0, so what the accumulators from {@code count} on would add, +0, changes nothing. */
    private static float fold(float[] a, int count) {
        int half = Math.min(ACCUMULATORS, Integer.highestOneBit(Math.max(1, 2 * count - 1))) / 2;
        for (; half >= W; half /= 2) {
            for (int l = 0; l < half; l += W) {
                FloatVector.fromArray(Lanes.FLOATS, a, l)
                        .add(FloatVector.fromArray(Lanes.FLOATS, a, l + half))
                        .intoArray(a, l);
            }
        }
        for (; half > 0; half /= 2) {
            for (int l = 0; l < half; l++) {
                a[l] += a[l + half];
            }
        }
        return a[0];
    }
}
