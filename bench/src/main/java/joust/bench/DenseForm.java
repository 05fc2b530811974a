package joust.bench;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/** How a layer is computed. */
public enum DenseForm {
    /** By the fused operations. */
    FUSED {
        @Override
        void forward(Backend device, Tensor x, Tensor w, Tensor bias, Tensor y) {
            device.dense(x, w, bias, Activation.RELU, y);
        }

        @Override
        void backward(Backend device, Tensor x, Tensor w, Tensor gradient, DenseGradients out) {
            device.denseBackwardInput(gradient, w, Activation.RELU, x, out.x());
            device.denseBackwardWeights(x, gradient, Store.OVERWRITE, out.w(), out.bias());
        }
    },
    /** By products and passes over their results, as a general library makes one do it. */
    COMPOSED {
        @Override
        void forward(Backend device, Tensor x, Tensor w, Tensor bias, Tensor y) {
            device.matmul(false, x, false, w, Store.OVERWRITE, y);
            device.addBias(bias, y);
            device.activate(Activation.RELU, y, y);
        }

        @Override
        void backward(Backend device, Tensor x, Tensor w, Tensor gradient, DenseGradients out) {
            device.matmul(false, gradient, true, w, Store.OVERWRITE, out.x());
            device.activateBackward(Activation.RELU, x, out.x(), out.x());
            device.matmul(true, x, false, gradient, Store.OVERWRITE, out.w());
            device.sumRows(gradient, Store.OVERWRITE, out.bias());
        }
    };

    /** {@code y = relu(x w + bias)}. */
    abstract void forward(Backend device, Tensor x, Tensor w, Tensor bias, Tensor y);

    /** The gradients of the input, through the ReLU below, and of the parameters. */
    abstract void backward(Backend device, Tensor x, Tensor w, Tensor gradient, DenseGradients out);
}
