package joust.simd;

import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Tensor;
import joust.simd.SharedTask.Kernel;

/** Losses of the SIMD backend: each goes to the kernel of its formula. */
abstract class SimdLosses extends SimdReductions {
    private static final Kernel LOGIT_REAL = (o, w, i, n) ->
            SimdLogitLossKernels.real((float) o.p, (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel LOGIT_FAKE =
            (o, w, i, n) -> SimdLogitLossKernels.fake((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel LOGIT_MINIMAX = (o, w, i, n) ->
            SimdLogitLossKernels.minimaxGenerator((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel LOGIT_NON_SATURATING = (o, w, i, n) ->
            SimdLogitLossKernels.nonSaturatingGenerator((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel PROBABILITY_REAL = (o, w, i, n) -> SimdProbabilityLossKernels.real(
            (float) o.p, (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel PROBABILITY_FAKE = (o, w, i, n) ->
            SimdProbabilityLossKernels.fake((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel PROBABILITY_MINIMAX = (o, w, i, n) ->
            SimdProbabilityLossKernels.minimaxGenerator((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel PROBABILITY_NON_SATURATING =
            (o, w, i, n) -> SimdProbabilityLossKernels.nonSaturatingGenerator(
                    (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel LEAST_SQUARES = (o, w, i, n) -> SimdCriticLossKernels.leastSquares(
            (float) o.p, (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel HINGE_REAL = (o, w, i, n) ->
            SimdCriticLossKernels.hingeReal((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel HINGE_FAKE = (o, w, i, n) ->
            SimdCriticLossKernels.hingeFake((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel LOWER =
            (o, w, i, n) -> SimdCriticLossKernels.lower((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel RAISE =
            (o, w, i, n) -> SimdCriticLossKernels.raise((float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel TWO_CLASSES = (o, w, i, n) -> SimdClassLossKernels.twoClasses(
            (int) o.p, (float) o.q, o.a, o.aAt + 2 * i, o.b, o.bAt + i, o.c, o.cAt + 2 * i, n);
    private static final Kernel CLASSES = (o, w, i, n) -> SimdClassLossKernels.classes(
            (float) o.q, o.a, o.aAt + i * o.cols, o.b, o.bAt + i, o.c, o.cAt + i, o.d, o.dAt + i * o.cols, n, o.cols);
    private static final Kernel SQUARED_ERROR = (o, w, i, n) -> SimdClassLossKernels.squaredError(
            (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, o.d, o.dAt + i, n);

    /**
     * Rows, at most, that are computed one by one. C2 compiles a loop for a batch of 128 after five hundred steps of training; until
     * then its vectors are objects and 9 times slower; afterwards one by one costs less than three thousandths of a step.
     */
    private static final int FEW = 256;

    SimdLosses(Team team) {
        super(team);
    }

    @Override
    public final void adversarialLoss(
            Loss loss, Side side, float label, Tensor outputs, float gradientScale, Tensor losses, Tensor gradient) {
        float target = side == Side.REAL ? label : side == Side.FAKE ? 0f : 1f;
        task.on(outputs, losses, gradient).with(target, gradientScale);
        if (outputs.size() <= FEW) {
            task.computeOneByOne(kernel(loss, side), outputs.size());
        } else {
            task.compute(kernel(loss, side), outputs.size(), CURVES);
        }
    }

    private static Kernel kernel(Loss loss, Side side) {
        return switch (loss) {
            case MINIMAX -> select(side, LOGIT_REAL, LOGIT_FAKE, LOGIT_MINIMAX);
            case NON_SATURATING -> select(side, LOGIT_REAL, LOGIT_FAKE, LOGIT_NON_SATURATING);
            case LEAST_SQUARES -> LEAST_SQUARES;
            case HINGE -> select(side, HINGE_REAL, HINGE_FAKE, RAISE);
            case WASSERSTEIN -> select(side, RAISE, LOWER, RAISE);
            case CLAMPED_MINIMAX -> select(side, PROBABILITY_REAL, PROBABILITY_FAKE, PROBABILITY_MINIMAX);
            case CLAMPED_NON_SATURATING -> select(side, PROBABILITY_REAL, PROBABILITY_FAKE, PROBABILITY_NON_SATURATING);
        };
    }

    private static Kernel select(Side side, Kernel real, Kernel fake, Kernel generator) {
        return switch (side) {
            case REAL -> real;
            case FAKE -> fake;
            case GENERATOR -> generator;
        };
    }

    @Override
    public final void twoClassCrossEntropy(
            int label, Tensor logits, float gradientScale, Tensor losses, Tensor gradient) {
        task.on(logits, losses, gradient).with(label, gradientScale).compute(TWO_CLASSES, logits.rows(), CURVES);
    }

    @Override
    public final void softmaxCrossEntropy(
            Tensor logits, Tensor labels, float gradientScale, Tensor losses, Tensor gradient) {
        task.on(logits, labels, losses, gradient)
                .of(logits.rows(), logits.cols())
                .with(0, gradientScale)
                .compute(CLASSES, logits.rows(), 1, logits.size() >= CURVES);
    }

    @Override
    public final void squaredError(
            Tensor outputs, Tensor targets, float gradientScale, Tensor losses, Tensor gradient) {
        task.on(outputs, targets, losses, gradient)
                .with(0, gradientScale)
                .compute(SQUARED_ERROR, outputs.size(), MOVES);
    }
}
