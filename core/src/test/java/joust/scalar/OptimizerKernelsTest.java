package joust.scalar;

import static joust.math.FusedArithmetic.fma;

import org.junit.jupiter.api.Test;

class OptimizerKernelsTest {
    /** Rounds to another float than its double does after a subtraction from 1. */
    private static final double BETA = 0.999;

    private static final float REST = (float) (1 - BETA);
    private static final float RATE = (float) 0.1;

    @Test
    void sgdStepsAgainstTheGradient() {
        ElementwiseCheck.updating(
                (g, go, p, po, count) -> OptimizerKernels.sgd(0.1, g, go, p, po, count), (g, p) -> fma(-RATE, g, p));
    }

    @Test
    void decayShrinksTheParameters() {
        ElementwiseCheck.updating(
                (_, _, p, po, count) -> OptimizerKernels.decay(0.1, p, po, count), (_, p) -> fma(-RATE, p, p));
    }

    @Test
    void movingAverageTakesOneMinusDecayInDouble() {
        ElementwiseCheck.updating(
                (p, po, e, eo, count) -> OptimizerKernels.movingAverage(BETA, p, po, e, eo, count),
                (p, e) -> fma(REST, p - e, e));
    }

    @Test
    void momentumAccumulatesAndSteps() {
        ElementwiseCheck.updatingTwo(
                (g, go, a, ao, p, po, count) -> OptimizerKernels.momentum(0.1, 0.9, g, go, a, ao, p, po, count),
                (g, a, p) -> decayed(fma(0.9f, a, g)),
                (g, a, p) -> fma(-RATE, decayed(fma(0.9f, a, g)), p));
    }

    @Test
    void nesterovLooksAhead() {
        ElementwiseCheck.updatingTwo(
                (g, go, a, ao, p, po, count) -> OptimizerKernels.nesterov(0.1, 0.9, g, go, a, ao, p, po, count),
                (g, a, p) -> decayed(fma(0.9f, a, g)),
                (g, a, p) -> fma(-RATE, fma(0.9f, decayed(fma(0.9f, a, g)), g), p));
    }

    @Test
    void rmsPropDividesByTheRootMeanSquare() {
        ElementwiseCheck.updatingTwo(
                (g, go, v, vo, p, po, count) ->
                        AdaptiveOptimizerKernels.rmsProp(0.1, BETA, 1e-7, g, go, v, vo, p, po, count),
                (g, v, p) -> square(g, v),
                (g, v, p) -> fma(-RATE, g / (root(square(g, v)) + 1e-7f), p));
    }

    @Test
    void adamDividesTheMeanByTheRootMeanSquare() {
        float mean = 0.25f;
        ElementwiseCheck.updatingTwo(
                (g, go, v, vo, p, po, count) -> {
                    float[] m = Places.placed(new float[count], po);
                    java.util.Arrays.fill(m, po, po + count, mean);
                    AdaptiveOptimizerKernels.adam(0.1, 0.9, BETA, 1e-7, g, go, m, po, v, vo, p, po, count);
                },
                (g, v, p) -> square(g, v),
                (g, v, p) ->
                        fma(-RATE, decayed(fma(0.9f, mean, (float) (1 - 0.9) * g)) / (root(square(g, v)) + 1e-7f), p));
    }

    @Test
    void adamKeepsItsFirstMoment() {
        ElementwiseCheck.updatingTwo(
                (g, go, m, mo, p, po, count) -> {
                    float[] v = Places.placed(new float[count], po);
                    java.util.Arrays.fill(v, po, po + count, 4f);
                    AdaptiveOptimizerKernels.adam(0.1, 0.9, BETA, 1e-7, g, go, m, mo, v, po, p, po, count);
                },
                (g, m, p) -> decayed(fma(0.9f, m, (float) (1 - 0.9) * g)),
                (g, m, p) ->
                        fma(-RATE, decayed(fma(0.9f, m, (float) (1 - 0.9) * g)) / (root(square(g, 4f)) + 1e-7f), p));
    }

    private static float square(float g, float v) {
        float squared = Math.abs(g) < 0x1p-58f ? 0f : g;
        return decayed(fma((float) BETA, v, (REST * squared) * squared));
    }

    /** +0 below the floor of all factors in [0.5, 1). */
    private static float decayed(float state) {
        return Math.abs(state) < 0x1p-125f ? 0f : state;
    }

    /** The correctly rounded square root: a double holds enough digits for rounding twice to be harmless. */
    private static float root(float v) {
        return (float) StrictMath.sqrt(v);
    }
}
