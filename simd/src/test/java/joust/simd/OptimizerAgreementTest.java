package joust.simd;

import joust.scalar.AdaptiveOptimizerKernels;
import joust.scalar.OptimizerKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimizers on vectors have the scalar ones' bits, in the parameters and in the state. */
class OptimizerAgreementTest {
    private static final double RATE = 0.1;
    /** Rounds to another float than its double does after a subtraction from 1. */
    private static final double BETA = 0.999;

    private static final double EPSILON = 1e-7;

    @Test
    void gradientDescentAndDecay() {
        KernelPair.assertSame(
                2,
                1,
                (x, at, n) -> SimdOptimizerKernels.sgd(RATE, x[0], at[0], x[1], at[1], n),
                (x, at, n) -> OptimizerKernels.sgd(RATE, x[0], at[0], x[1], at[1], n));
        KernelPair.assertSame(
                1,
                1,
                (x, at, n) -> SimdOptimizerKernels.decay(RATE, x[0], at[0], n),
                (x, at, n) -> OptimizerKernels.decay(RATE, x[0], at[0], n));
        KernelPair.assertSame(
                2,
                1,
                (x, at, n) -> SimdOptimizerKernels.movingAverage(BETA, x[0], at[0], x[1], at[1], n),
                (x, at, n) -> OptimizerKernels.movingAverage(BETA, x[0], at[0], x[1], at[1], n));
    }

    @Test
    void momentum() {
        KernelPair.assertSame(
                3,
                1,
                (x, at, n) -> SimdOptimizerKernels.momentum(RATE, 0.9, x[0], at[0], x[1], at[1], x[2], at[2], n),
                (x, at, n) -> OptimizerKernels.momentum(RATE, 0.9, x[0], at[0], x[1], at[1], x[2], at[2], n));
        KernelPair.assertSame(
                3,
                1,
                (x, at, n) -> SimdOptimizerKernels.nesterov(RATE, 0.9, x[0], at[0], x[1], at[1], x[2], at[2], n),
                (x, at, n) -> OptimizerKernels.nesterov(RATE, 0.9, x[0], at[0], x[1], at[1], x[2], at[2], n));
    }

    @Test
    void rmsProp() {
        KernelPair.assertSame(
                3,
                1,
                (x, at, n) -> SimdAdaptiveOptimizerKernels.rmsProp(
                        RATE, BETA, EPSILON, x[0], at[0], x[1], at[1], x[2], at[2], n),
                (x, at, n) -> AdaptiveOptimizerKernels.rmsProp(
                        RATE, BETA, EPSILON, x[0], at[0], x[1], at[1], x[2], at[2], n));
    }

    /** With a short memory, the floors of the two states differ. */
    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.1})
    void adam(double beta1) {
        KernelPair.assertSame(
                4,
                1,
                (x, at, n) -> SimdAdaptiveOptimizerKernels.adam(
                        RATE, beta1, BETA, EPSILON, x[0], at[0], x[1], at[1], x[2], at[2], x[3], at[3], n),
                (x, at, n) -> AdaptiveOptimizerKernels.adam(
                        RATE, beta1, BETA, EPSILON, x[0], at[0], x[1], at[1], x[2], at[2], x[3], at[3], n));
    }

    @Test
    void adamWDecaysFirst() {
        KernelPair.assertSame(
                4,
                1,
                (x, at, n) -> SimdAdaptiveOptimizerKernels.adamW(
                        0.01, RATE, 0.9, BETA, EPSILON, x[0], at[0], x[1], at[1], x[2], at[2], x[3], at[3], n),
                (x, at, n) -> {
                    OptimizerKernels.decay(0.01, x[3], at[3], n);
                    AdaptiveOptimizerKernels.adam(
                            RATE, 0.9, BETA, EPSILON, x[0], at[0], x[1], at[1], x[2], at[2], x[3], at[3], n);
                });
    }
}
