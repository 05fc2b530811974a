package joust.opencl;

import joust.backend.Loss;
import joust.backend.Side;

/** The kernels of the losses. */
final class LossKernels {
    /** Real rows with a label below 1, on logits. */
    final ClKernel logitSmoothed;

    /** Real rows with a label below 1, on probabilities. */
    final ClKernel probabilitySmoothed;

    final ClKernel leastSquares;
    final ClKernel twoClasses;
    final ClKernel classes;
    final ClKernel squaredError;
    private final ClKernel logitReal;
    private final ClKernel logitFake;
    private final ClKernel logitMinimaxGenerator;
    private final ClKernel logitNonSaturatingGenerator;
    private final ClKernel hingeReal;
    private final ClKernel hingeFake;
    private final ClKernel raised;
    private final ClKernel lowered;
    private final ClKernel probabilityReal;
    private final ClKernel probabilityFake;
    private final ClKernel probabilityMinimaxGenerator;

    LossKernels(OpenClStorage backend) {
        logitSmoothed = backend.kernel("logit_smoothed");
        probabilitySmoothed = backend.kernel("probability_smoothed");
        leastSquares = backend.kernel("least_squares");
        twoClasses = backend.kernel("two_classes");
        classes = backend.kernel("softmax_classes");
        squaredError = backend.kernel("squared_error");
        logitReal = backend.kernel("logit_real");
        logitFake = backend.kernel("logit_fake");
        logitMinimaxGenerator = backend.kernel("logit_minimax_generator");
        logitNonSaturatingGenerator = backend.kernel("logit_non_saturating_generator");
        hingeReal = backend.kernel("hinge_real");
        hingeFake = backend.kernel("hinge_fake");
        raised = backend.kernel("to_be_raised");
        lowered = backend.kernel("to_be_lowered");
        probabilityReal = backend.kernel("probability_real");
        probabilityFake = backend.kernel("probability_fake");
        probabilityMinimaxGenerator = backend.kernel("probability_minimax_generator");
    }

    /** The kernel of a loss without a label or with label 1; least squares has its own. */
    ClKernel of(Loss loss, Side side) {
        return switch (loss) {
            case MINIMAX -> logits(side, logitMinimaxGenerator);
            case NON_SATURATING -> logits(side, logitNonSaturatingGenerator);
            case LEAST_SQUARES -> leastSquares;
            case HINGE ->
                switch (side) {
                    case REAL -> hingeReal;
                    case FAKE -> hingeFake;
                    case GENERATOR -> raised;
                };
            case WASSERSTEIN -> side == Side.FAKE ? lowered : raised;
            case CLAMPED_MINIMAX -> probabilities(side, probabilityMinimaxGenerator);
            case CLAMPED_NON_SATURATING -> probabilities(side, probabilityReal);
        };
    }

    private ClKernel logits(Side side, ClKernel generator) {
        return switch (side) {
            case REAL -> logitReal;
            case FAKE -> logitFake;
            case GENERATOR -> generator;
        };
    }

    private ClKernel probabilities(Side side, ClKernel generator) {
        return switch (side) {
            case REAL -> probabilityReal;
            case FAKE -> probabilityFake;
            case GENERATOR -> generator;
        };
    }
}
