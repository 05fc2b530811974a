package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import java.util.Arrays;
import joust.backend.Store;

/** Sums in the documented order. */
final class OrderedReductions {
    private static final int ACCUMULATORS = 64;
    private static final int BLOCK = 4096;

    private OrderedReductions() {}

    static void sum(float[] x, Store store, float[] out) {
        out[0] = stored(sum(x, false), store, out[0]);
    }

    static void sumOfSquares(float[] x, Store store, float[] out) {
        out[0] = stored(sum(x, true), store, out[0]);
    }

    static void countAbove(float[] x, float threshold, Store store, float[] out) {
        int count = 0;
        for (float value : x) {
            count += value > threshold ? 1 : 0;
        }
        out[0] = stored(count, store, out[0]);
    }

    static void sumRows(float[] x, Store store, float[] out) {
        for (int column = 0; column < out.length; column++) {
            float chain = store == Store.ADD ? out[column] : 0;
            for (int i = column; i < x.length; i += out.length) {
                chain += x[i];
            }
            out[column] = chain;
        }
    }

    static void rowSumOfSquares(float[] x, float[] out) {
        int cols = x.length / out.length;
        for (int row = 0; row < out.length; row++) {
            out[row] = sum(Arrays.copyOfRange(x, row * cols, (row + 1) * cols), true);
        }
    }

    /** Squares are taken within the blocks; above, their sums are summed plainly. */
    private static float sum(float[] x, boolean squares) {
        if (x.length > BLOCK) {
            float[] sums = new float[(x.length + BLOCK - 1) / BLOCK];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = sum(Arrays.copyOfRange(x, i * BLOCK, Math.min((i + 1) * BLOCK, x.length)), squares);
            }
            return sum(sums, false);
        }
        float[] a = new float[ACCUMULATORS];
        for (int i = 0; i < x.length; i++) {
            int l = i % ACCUMULATORS;
            a[l] = squares ? fma(x[i], x[i], a[l]) : a[l] + x[i];
        }
        return folded(a);
    }

    private static float folded(float[] a) {
        for (int h = ACCUMULATORS / 2; h >= 1; h /= 2) {
            for (int l = 0; l < h; l++) {
                a[l] += a[l + h];
            }
        }
        return a[0];
    }

    private static float stored(float sum, Store store, float before) {
        return store == Store.ADD ? before + sum : sum;
    }
}
