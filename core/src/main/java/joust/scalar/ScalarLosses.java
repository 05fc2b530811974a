package joust.scalar;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Tensor;

/** Losses of the scalar backend: each goes to the kernel of its formula. */
abstract class ScalarLosses extends ScalarArithmetic {
    @Override
    public final void adversarialLoss(
            Loss loss, Side side, float label, Tensor outputs, float gradientScale, Tensor losses, Tensor gradient) {
        switch (loss) {
            case MINIMAX, NON_SATURATING -> logitLoss(loss, side, label, outputs, gradientScale, losses, gradient);
            case LEAST_SQUARES, HINGE, WASSERSTEIN ->
                criticLoss(loss, side, label, outputs, gradientScale, losses, gradient);
            case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING ->
                probabilityLoss(loss, side, label, outputs, gradientScale, losses, gradient);
        }
    }

    private static void logitLoss(
            Loss loss, Side side, float label, Tensor outputs, float scale, Tensor losses, Tensor gradient) {
        float[] x = arrayOf(outputs);
        int xAt = startOf(outputs);
        float[] l = arrayOf(losses);
        int lAt = startOf(losses);
        float[] g = arrayOf(gradient);
        int gAt = startOf(gradient);
        int n = outputs.size();
        switch (side) {
            case REAL -> LogitLossKernels.real(label, scale, x, xAt, l, lAt, g, gAt, n);
            case FAKE -> LogitLossKernels.fake(scale, x, xAt, l, lAt, g, gAt, n);
            case GENERATOR -> {
                if (loss == Loss.MINIMAX) {
                    LogitLossKernels.minimaxGenerator(scale, x, xAt, l, lAt, g, gAt, n);
                } else {
                    LogitLossKernels.nonSaturatingGenerator(scale, x, xAt, l, lAt, g, gAt, n);
                }
            }
        }
    }

    private static void probabilityLoss(
            Loss loss, Side side, float label, Tensor outputs, float scale, Tensor losses, Tensor gradient) {
        float[] x = arrayOf(outputs);
        int xAt = startOf(outputs);
        float[] l = arrayOf(losses);
        int lAt = startOf(losses);
        float[] g = arrayOf(gradient);
        int gAt = startOf(gradient);
        int n = outputs.size();
        switch (side) {
            case REAL -> ProbabilityLossKernels.real(label, scale, x, xAt, l, lAt, g, gAt, n);
            case FAKE -> ProbabilityLossKernels.fake(scale, x, xAt, l, lAt, g, gAt, n);
            case GENERATOR -> {
                if (loss == Loss.CLAMPED_MINIMAX) {
                    ProbabilityLossKernels.minimaxGenerator(scale, x, xAt, l, lAt, g, gAt, n);
                } else {
                    ProbabilityLossKernels.nonSaturatingGenerator(scale, x, xAt, l, lAt, g, gAt, n);
                }
            }
        }
    }

    private static void criticLoss(
            Loss loss, Side side, float label, Tensor outputs, float scale, Tensor losses, Tensor gradient) {
        float[] x = arrayOf(outputs);
        int xAt = startOf(outputs);
        float[] l = arrayOf(losses);
        int lAt = startOf(losses);
        float[] g = arrayOf(gradient);
        int gAt = startOf(gradient);
        int n = outputs.size();
        if (loss == Loss.LEAST_SQUARES) {
            float target = side == Side.REAL ? label : side == Side.FAKE ? 0f : 1f;
            CriticLossKernels.leastSquares(target, scale, x, xAt, l, lAt, g, gAt, n);
        } else if (loss == Loss.HINGE && side == Side.REAL) {
            CriticLossKernels.hingeReal(scale, x, xAt, l, lAt, g, gAt, n);
        } else if (loss == Loss.HINGE && side == Side.FAKE) {
            CriticLossKernels.hingeFake(scale, x, xAt, l, lAt, g, gAt, n);
        } else if (side == Side.FAKE) {
            CriticLossKernels.lower(scale, x, xAt, l, lAt, g, gAt, n);
        } else {
            CriticLossKernels.raise(scale, x, xAt, l, lAt, g, gAt, n);
        }
    }

    @Override
    public final void twoClassCrossEntropy(
            int label, Tensor logits, float gradientScale, Tensor losses, Tensor gradient) {
        ClassLossKernels.twoClasses(
                label,
                gradientScale,
                arrayOf(logits),
                startOf(logits),
                arrayOf(losses),
                startOf(losses),
                arrayOf(gradient),
                startOf(gradient),
                logits.rows());
    }

    @Override
    public final void softmaxCrossEntropy(
            Tensor logits, Tensor labels, float gradientScale, Tensor losses, Tensor gradient) {
        ClassLossKernels.classes(
                gradientScale,
                arrayOf(logits),
                startOf(logits),
                arrayOf(labels),
                startOf(labels),
                arrayOf(losses),
                startOf(losses),
                arrayOf(gradient),
                startOf(gradient),
                logits.rows(),
                logits.cols());
    }

    @Override
    public final void squaredError(
            Tensor outputs, Tensor targets, float gradientScale, Tensor losses, Tensor gradient) {
        ClassLossKernels.squaredError(
                gradientScale,
                arrayOf(outputs),
                startOf(outputs),
                arrayOf(targets),
                startOf(targets),
                arrayOf(losses),
                startOf(losses),
                arrayOf(gradient),
                startOf(gradient),
                outputs.size());
    }
}
