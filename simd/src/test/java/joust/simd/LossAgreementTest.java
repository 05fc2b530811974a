package joust.simd;

import joust.scalar.ClassLossKernels;
import joust.scalar.CriticLossKernels;
import joust.scalar.LogitLossKernels;
import joust.scalar.ProbabilityLossKernels;
import org.junit.jupiter.api.Test;

/** Losses on vectors have the scalar ones' bits. */
class LossAgreementTest {
    private static final float SCALE = -0.3f;

    private interface Loss {
        void run(
                float scale,
                float[] x,
                int xOffset,
                float[] losses,
                int lossesOffset,
                float[] gradient,
                int gradientOffset,
                int count);
    }

    private interface LabelledLoss {
        void run(
                float label,
                float scale,
                float[] x,
                int xOffset,
                float[] losses,
                int lossesOffset,
                float[] gradient,
                int gradientOffset,
                int count);
    }

    private static void loss(Loss simd, Loss scalar) {
        KernelPair.assertSame(
                3,
                1,
                (x, at, n) -> simd.run(SCALE, x[0], at[0], x[1], at[1], x[2], at[2], n),
                (x, at, n) -> scalar.run(SCALE, x[0], at[0], x[1], at[1], x[2], at[2], n));
    }

    private static void labelled(LabelledLoss simd, LabelledLoss scalar) {
        for (float label : new float[] {1f, 0.9f, 0.3f}) {
            loss(
                    (scale, x, xAt, l, lAt, g, gAt, n) -> simd.run(label, scale, x, xAt, l, lAt, g, gAt, n),
                    (scale, x, xAt, l, lAt, g, gAt, n) -> scalar.run(label, scale, x, xAt, l, lAt, g, gAt, n));
        }
    }

    @Test
    void crossEntropyOfLogits() {
        labelled(SimdLogitLossKernels::real, LogitLossKernels::real);
        loss(SimdLogitLossKernels::fake, LogitLossKernels::fake);
        loss(SimdLogitLossKernels::minimaxGenerator, LogitLossKernels::minimaxGenerator);
        loss(SimdLogitLossKernels::nonSaturatingGenerator, LogitLossKernels::nonSaturatingGenerator);
    }

    @Test
    void crossEntropyOfProbabilities() {
        labelled(SimdProbabilityLossKernels::real, ProbabilityLossKernels::real);
        loss(SimdProbabilityLossKernels::fake, ProbabilityLossKernels::fake);
        loss(SimdProbabilityLossKernels::minimaxGenerator, ProbabilityLossKernels::minimaxGenerator);
        loss(SimdProbabilityLossKernels::nonSaturatingGenerator, ProbabilityLossKernels::nonSaturatingGenerator);
    }

    @Test
    void criticsLosses() {
        labelled(SimdCriticLossKernels::leastSquares, CriticLossKernels::leastSquares);
        loss(SimdCriticLossKernels::hingeReal, CriticLossKernels::hingeReal);
        loss(SimdCriticLossKernels::hingeFake, CriticLossKernels::hingeFake);
        loss(SimdCriticLossKernels::raise, CriticLossKernels::raise);
        loss(SimdCriticLossKernels::lower, CriticLossKernels::lower);
    }

    @Test
    void twoClasses() {
        for (int label : new int[] {0, 1}) {
            KernelPair.assertSame(
                    3,
                    2,
                    (x, at, n) ->
                            SimdClassLossKernels.twoClasses(label, SCALE, x[0], at[0], x[1], at[1], x[2], at[2], n),
                    (x, at, n) -> ClassLossKernels.twoClasses(label, SCALE, x[0], at[0], x[1], at[1], x[2], at[2], n));
        }
    }

    @Test
    void manyClasses() {
        for (int classes : new int[] {2, 3, 10}) {
            KernelPair.assertSame(
                    4,
                    classes,
                    (x, at, n) -> SimdClassLossKernels.classes(
                            SCALE, x[0], at[0], labels(x[1]), at[1], x[2], at[2], x[3], at[3], n, classes),
                    (x, at, n) -> ClassLossKernels.classes(
                            SCALE, x[0], at[0], labels(x[1]), at[1], x[2], at[2], x[3], at[3], n, classes));
        }
    }

    /** Whole numbers where there is one, so that most labels are classes and some are not. */
    private static float[] labels(float[] numbers) {
        float[] labels = numbers.clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 5 == 0 ? labels[i] : Math.round(Math.abs(labels[i]));
        }
        return labels;
    }

    @Test
    void squaredError() {
        KernelPair.assertSame(
                4,
                1,
                (x, at, n) ->
                        SimdClassLossKernels.squaredError(SCALE, x[0], at[0], x[1], at[1], x[2], at[2], x[3], at[3], n),
                (x, at, n) ->
                        ClassLossKernels.squaredError(SCALE, x[0], at[0], x[1], at[1], x[2], at[2], x[3], at[3], n));
    }
}
