package joust.scalar;

import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import joust.math.Elementary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationKernelsTest {
    @Test
    void reluIsZeroAtAndBelowZero() {
        ElementwiseCheck.unary(ActivationKernels::relu, x -> x <= 0 ? 0f : x);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.2f, 0.01f, 0.99999994f, Float.MIN_VALUE})
    void leakyReluScalesBelowZero(float slope) {
        ElementwiseCheck.unary(
                (x, xo, y, yo, count) -> ActivationKernels.leakyRelu(slope, x, xo, y, yo, count),
                x -> x < 0 ? slope * x : x);
    }

    @Test
    void sigmoidAndTanhAreThoseOfTheElementaryFunctions() {
        ElementwiseCheck.unary(ActivationKernels::sigmoid, Elementary::sigmoid);
        ElementwiseCheck.unary(ActivationKernels::tanh, Elementary::tanh);
    }

    @Test
    void reluStopsTheGradientAtAndBelowZero() {
        ElementwiseCheck.binary(ActivationGradientKernels::relu, (y, g) -> y <= 0 ? 0f : g);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.2f, 0.01f, Float.MIN_VALUE})
    void leakyReluScalesTheGradientBelowZero(float slope) {
        ElementwiseCheck.binary(
                (y, yo, g, go, out, oo, count) ->
                        ActivationGradientKernels.leakyRelu(slope, y, yo, g, go, out, oo, count),
                (y, g) -> y < 0 ? slope * g : g);
    }

    @Test
    void sigmoidAndTanhGradientsFollowTheirFormulas() {
        ElementwiseCheck.binary(ActivationGradientKernels::sigmoid, (y, g) -> toZero(g * fma(-y, y, y)));
        ElementwiseCheck.binary(ActivationGradientKernels::tanh, (y, g) -> g * fma(-y, y, 1f));
    }

    @Test
    void secondDerivativesFollowTheirFormulas() {
        ElementwiseCheck.binary(
                ActivationCurvatureKernels::sigmoid, (y, factor) -> (factor * fma(-y, y, y)) * fma(-2f, y, 1f));
        ElementwiseCheck.binary(ActivationCurvatureKernels::tanh, (y, factor) -> (factor * fma(-y, y, 1f)) * (-2f * y));
    }
}
