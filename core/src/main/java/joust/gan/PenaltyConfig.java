package joust.gan;

import joust.nn.InputGradientPenalty;
import joust.nn.Mlp;
import joust.nn.Workspace;

/** A term of the discriminator's loss on the gradient of its output with respect to its input. */
public sealed interface PenaltyConfig {
    /** The term for batches of {@code rows} inputs of the discriminator. */
    default InputGradientPenalty start(Workspace workspace, Mlp discriminator, int rows) {
        return switch (this) {
            case WganGp penalty ->
                new InputGradientPenalty(
                        workspace, discriminator, rows, InputGradientPenalty.Kind.ONE, penalty.weight());
            case R1 penalty ->
                new InputGradientPenalty(
                        workspace, discriminator, rows, InputGradientPenalty.Kind.ZERO, penalty.gamma());
        };
    }

    /**
     * {@code weight} times the mean of (‖gradient‖ - 1)² at points between real and generated rows: {@code u real + (1 - u)
     * generated}, u uniform in [0, 1) (Gulrajani et al. 2017, algorithm 1).
     */
    record WganGp(@Default("10") double weight) implements PenaltyConfig {
        public WganGp {
            Check.positive("weight", weight);
        }
    }

    /** {@code gamma/2} times the mean of ‖gradient‖² at the real rows (Mescheder et al. 2018, eq. 9). */
    record R1(@Default("1") double gamma) implements PenaltyConfig {
        public R1 {
            Check.positive("gamma", gamma);
        }
    }
}
