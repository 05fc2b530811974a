package joust.gan;

import joust.backend.Backend;
import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Tensor;
import joust.nn.Pass;

/** Writes the adversarial loss of each row of a discriminator's pass, and its gradient. */
final class Objective {
    private static final int FAKE_CLASS = 0;
    private static final int REAL_CLASS = 1;

    private final Backend backend;
    private final LossFunction function;
    private final float realLabel;

    Objective(Backend backend, LossConfig config) {
        this.backend = backend;
        this.function = config.function();
        this.realLabel = (float) config.realLabel();
    }

    /** The discriminator's loss of real rows. */
    void real(Pass pass, float scale, Tensor losses) {
        apply(pass, Side.REAL, REAL_CLASS, scale, losses);
    }

    /** The discriminator's loss of generated rows. */
    void fake(Pass pass, float scale, Tensor losses) {
        apply(pass, Side.FAKE, FAKE_CLASS, scale, losses);
    }

    /** The generator's loss of generated rows; with two classes the gradient alone is turned, {@code losses} are those of {@link #fake}. */
    void generator(Pass pass, float scale, Tensor losses) {
        if (function == LossFunction.TWO_CLASS_CROSS_ENTROPY) {
            apply(pass, Side.FAKE, FAKE_CLASS, -scale, losses);
        } else {
            apply(pass, Side.GENERATOR, REAL_CLASS, scale, losses);
        }
    }

    private void apply(Pass pass, Side side, int label, float scale, Tensor losses) {
        Loss loss = function.loss();
        if (loss == null) {
            backend.twoClassCrossEntropy(label, pass.output(), scale, losses, pass.outputGradient());
        } else {
            float target = side == Side.REAL ? realLabel : 1;
            backend.adversarialLoss(loss, side, target, pass.output(), scale, losses, pass.outputGradient());
        }
    }
}
