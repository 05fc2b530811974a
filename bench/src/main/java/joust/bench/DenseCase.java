package joust.bench;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Random operands of one layer {@code y = relu(x w + bias)} whose input came out of a ReLU, and the check of its results
 * against double precision before anything is timed.
 */
final class DenseCase {
    private static final int SAMPLES = 64;
    private static final double EPSILON = Math.ulp(1f) / 2;

    final MatrixShape shape;
    /** {@code m x k}, half of it 0. */
    final float[] x;
    /** {@code k x n}. */
    final float[] w;
    /** {@code 1 x n}. */
    final float[] bias;
    /** {@code m x n}, with respect to {@code x w + bias}. */
    final float[] gradient;

    DenseCase(MatrixShape shape) {
        this.shape = shape;
        x = MatmulCase.random(1, Math.multiplyExact(shape.m(), shape.k()));
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(x[i], 0);
        }
        w = MatmulCase.random(2, Math.multiplyExact(shape.k(), shape.n()));
        bias = MatmulCase.random(3, shape.n());
        gradient = MatmulCase.random(4, Math.multiplyExact(shape.m(), shape.n()));
    }

    /** Checks {@code y}. */
    void verifyForward(String who, float[] y) {
        Random random = new Random(7);
        int n = shape.n();
        for (int sample = 0; sample < SAMPLES; sample++) {
            int row = pick(random, sample, shape.m());
            int col = pick(random, sample, n);
            Sum sum = Sum.of(
                    shape.k() + 1, l -> l == shape.k() ? bias[col] : at(x, row, l, shape.k()) * at(w, l, col, n));
            check(who + " forward", y, row * n + col, Math.max(sum.value, 0), sum.allowed);
        }
    }

    /** Checks the gradients of the input, the weights and the bias. */
    void verifyBackward(String who, float[] gradientX, float[] gradientW, float[] gradientBias) {
        Random random = new Random(7);
        int k = shape.k();
        int n = shape.n();
        for (int sample = 0; sample < SAMPLES; sample++) {
            int row = pick(random, sample, shape.m());
            int inner = pick(random, sample, k);
            int col = pick(random, sample, n);
            Sum toX = Sum.of(n, j -> at(gradient, row, j, n) * at(w, inner, j, n));
            boolean passes = x[row * k + inner] > 0;
            check(who + " input's gradient", gradientX, row * k + inner, passes ? toX.value : 0, toX.allowed);
            Sum toW = Sum.of(shape.m(), i -> at(x, i, inner, k) * at(gradient, i, col, n));
            check(who + " weights' gradient", gradientW, inner * n + col, toW.value, toW.allowed);
            Sum toBias = Sum.of(shape.m(), i -> at(gradient, i, col, n));
            check(who + " bias's gradient", gradientBias, col, toBias.value, toBias.allowed);
        }
    }

    /** The first, the last, then random ones. */
    private static int pick(Random random, int sample, int count) {
        return sample == 0 ? 0 : sample == 1 ? count - 1 : random.nextInt(count);
    }

    private static double at(float[] matrix, int row, int col, int cols) {
        return matrix[row * cols + col];
    }

    private static void check(String what, float[] result, int index, double expected, double allowed) {
        if (!(Math.abs(result[index] - expected) <= allowed)) {
            throw new IllegalStateException(what + ": element " + index + " is " + result[index] + ", expected "
                    + expected + " within " + allowed + "; not timed");
        }
    }

    /** A sum in double, and how far from it a float32 sum of any order may be. */
    private record Sum(double value, double allowed) {
        static Sum of(int count, IntToDoubleFunction term) {
            double value = 0;
            double magnitude = 0;
            for (int i = 0; i < count; i++) {
                value += term.applyAsDouble(i);
                magnitude += Math.abs(term.applyAsDouble(i));
            }
            return new Sum(value, 2 * (count + 1) * EPSILON * magnitude);
        }
    }
}
