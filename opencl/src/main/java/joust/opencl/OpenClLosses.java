package joust.opencl;

import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Tensor;

/** Losses of the OpenCL backend: each goes to the kernel of its formula. */
abstract class OpenClLosses extends OpenClReductions {
    private final LossKernels kernels;

    OpenClLosses(OpenClContext context, DeviceProducts products) {
        super(context, products);
        this.kernels = new LossKernels(this);
    }

    @Override
    public final void adversarialLoss(
            Loss loss, Side side, float label, Tensor outputs, float gradientScale, Tensor losses, Tensor gradient) {
        ClKernel kernel;
        if (loss == Loss.LEAST_SQUARES) {
            float target = side == Side.REAL ? label : side == Side.FAKE ? 0f : 1f;
            kernel = kernels.leastSquares.arguments().real(target);
        } else if (side == Side.REAL && label != 1 && loss.acceptsLabel()) {
            kernel = loss.onLogits() ? kernels.logitSmoothed : kernels.probabilitySmoothed;
            kernel.arguments().real(label).real((float) (1.0 - label));
        } else {
            kernel = kernels.of(loss, side).arguments();
        }
        kernel.real(gradientScale).tensor(outputs).tensor(losses).tensor(gradient);
        kernel.integer(outputs.size()).launch(outputs.size());
    }

    @Override
    public final void twoClassCrossEntropy(
            int label, Tensor logits, float gradientScale, Tensor losses, Tensor gradient) {
        kernels.twoClasses
                .arguments()
                .integer(label)
                .real(gradientScale)
                .tensor(logits)
                .tensor(losses)
                .tensor(gradient)
                .integer(logits.rows())
                .launch(logits.rows());
    }

    @Override
    public final void softmaxCrossEntropy(
            Tensor logits, Tensor labels, float gradientScale, Tensor losses, Tensor gradient) {
        kernels.classes
                .arguments()
                .integer(logits.cols())
                .real(gradientScale)
                .tensor(logits)
                .tensor(labels)
                .tensor(losses)
                .tensor(gradient)
                .integer(logits.rows())
                .launch(logits.rows());
    }

    @Override
    public final void squaredError(
            Tensor outputs, Tensor targets, float gradientScale, Tensor losses, Tensor gradient) {
        kernels.squaredError
                .arguments()
                .real(gradientScale)
                .tensor(outputs)
                .tensor(targets)
                .tensor(losses)
                .tensor(gradient)
                .integer(outputs.size())
                .launch(outputs.size());
    }
}
