package joust.scalar;

import static joust.math.Elementary.log;
import static joust.math.Elementary.log1p;
import static joust.math.Elementary.sigmoid;
import static joust.math.Elementary.softplus;
import static joust.math.FusedArithmetic.fma;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossKernelsTest {
    private static final float SCALE = -0.3f;
    private static final float NAN = Float.NaN;

    private interface Kernel {
        void run(float scale, float[] x, int xo, float[] losses, int lo, float[] gradient, int go, int count);
    }

    private interface Formula {
        float of(float x);
    }

    private static void check(Kernel kernel, Formula loss, Formula derivative) {
        float[] values = Places.combinations(2);
        int n = values.length;
        float[] expectedLosses = new float[n];
        float[] expectedGradient = new float[n];
        for (int i = 0; i < n; i++) {
            expectedLosses[i] = loss.of(values[i]);
            expectedGradient[i] = derivative.of(values[i]) * SCALE;
        }
        float[] losses = Places.poisoned(n, 2);
        float[] gradient = Places.poisoned(n, 3);
        kernel.run(SCALE, Places.placed(values, 1), 1, losses, 2, gradient, 3, n);
        Places.assertSame(losses, Places.placed(expectedLosses, 2));
        Places.assertSame(gradient, Places.placed(expectedGradient, 3));
    }

    private static Kernel withLabel(float t, boolean logits) {
        return (scale, x, xo, l, lo, g, go, n) -> {
            if (logits) {
                LogitLossKernels.real(t, scale, x, xo, l, lo, g, go, n);
            } else {
                ProbabilityLossKernels.real(t, scale, x, xo, l, lo, g, go, n);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, 0.9f, 0.1f})
    void crossEntropyOfRealRowsOnLogits(float t) {
        float rest = (float) (1 - (double) t);
        check(
                withLabel(t, true),
                x -> t == 1 ? softplus(-x) : fma(t, softplus(-x), rest * softplus(x)),
                x -> fma(rest, sigmoid(x), -(t * sigmoid(-x))));
    }

    @Test
    void crossEntropyOfGeneratedRowsOnLogits() {
        check(LogitLossKernels::fake, x -> softplus(x), x -> sigmoid(x));
        check(LogitLossKernels::minimaxGenerator, x -> -softplus(x), x -> -sigmoid(x));
        check(LogitLossKernels::nonSaturatingGenerator, x -> softplus(-x), x -> -sigmoid(-x));
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, 0.9f, 0.1f})
    void crossEntropyOfRealRowsOnProbabilities(float t) {
        float rest = (float) (1 - (double) t);
        check(
                withLabel(t, false),
                p -> t == 1 ? -log(p) : -fma(t, log(p), rest * log1p(-p)),
                p -> t == 1 ? -(1 / p) : rest / (1 - p) - t / p);
    }

    @Test
    void crossEntropyOfGeneratedRowsOnProbabilities() {
        check(ProbabilityLossKernels::fake, p -> -log1p(-p), p -> 1 / (1 - p));
        check(ProbabilityLossKernels::minimaxGenerator, p -> log1p(-p), p -> -(1 / (1 - p)));
        check(ProbabilityLossKernels::nonSaturatingGenerator, p -> -log(p), p -> -(1 / p));
    }

    @Test
    void leastSquaresIsHalfTheSquaredDistance() {
        check(
                (scale, x, xo, l, lo, g, go, n) -> CriticLossKernels.leastSquares(0.9f, scale, x, xo, l, lo, g, go, n),
                x -> (0.5f * (x - 0.9f)) * (x - 0.9f),
                x -> x - 0.9f);
    }

    @Test
    void hingeIsFlatBeyondItsMargin() {
        check(CriticLossKernels::hingeReal, x -> x >= 1 ? 0f : 1 - x, x -> x >= 1 ? 0f : x < 1 ? -1f : NAN);
        check(CriticLossKernels::hingeFake, x -> x <= -1 ? 0f : 1 + x, x -> x <= -1 ? 0f : x > -1 ? 1f : NAN);
    }

    @Test
    void theCriticsScoreIsRaisedOrLowered() {
        check(CriticLossKernels::raise, x -> -x, x -> Float.isNaN(x) ? NAN : -1f);
        check(CriticLossKernels::lower, x -> x, x -> Float.isNaN(x) ? NAN : 1f);
    }

    @Test
    void twoClassesTakeTheDifferenceOfTheirLogits() {
        float[] logits = {NAN, 1f, 3f, -80f, 0.5f};
        for (int label = 0; label < 2; label++) {
            float[] losses = {NAN, NAN, NAN};
            float[] gradient = {NAN, NAN, NAN, NAN, NAN, NAN};
            ClassLossKernels.twoClasses(label, SCALE, logits, 1, losses, 1, gradient, 2, 2);
            float first = label == 0 ? 2f : -2f;
            float second = label == 0 ? 80.5f : -80.5f;
            assertThat(losses).containsExactly(NAN, softplus(first), softplus(second));
            assertThat(gradient[2 + label]).isEqualTo(-sigmoid(first) * SCALE);
            assertThat(gradient[3 - label]).isEqualTo(sigmoid(first) * SCALE);
            assertThat(gradient[4 + label]).isEqualTo(-sigmoid(second) * SCALE);
            assertThat(gradient[5 - label]).isEqualTo(sigmoid(second) * SCALE);
        }
    }

    @Test
    void squaredErrorHasTwiceTheDistanceAsDerivative() {
        float[] outputs = {0.3f, 1e30f, NAN, -0f};
        float[] targets = {0.1f, 1f, 1f, 0f};
        float d = 0.3f - 0.1f;
        float[] losses = {d * d, Float.POSITIVE_INFINITY, NAN, 0f};
        float[] gradient = {(2 * d) * SCALE, (2 * (1e30f - 1)) * SCALE, NAN, (2 * -0f) * SCALE};
        for (int odd = -1; odd < 4; odd++) {
            int[] at = {2, 2, 2, 2};
            if (odd >= 0) {
                at[odd] = 1;
            }
            float[] l = Places.poisoned(4, at[2]);
            float[] g = Places.poisoned(4, at[3]);
            ClassLossKernels.squaredError(
                    SCALE,
                    Places.placed(outputs, at[0]),
                    at[0],
                    Places.placed(targets, at[1]),
                    at[1],
                    l,
                    at[2],
                    g,
                    at[3],
                    4);
            Places.assertSame(l, Places.placed(losses, at[2]));
            Places.assertSame(g, Places.placed(gradient, at[3]));
        }
    }
}
