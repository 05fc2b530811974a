package joust.backend;

/** One small case of every operation. */
final class SelfTestCases {
    /** More than one block of a sum. */
    private static final int LONG_SUM = Reductions.BLOCK + 37;

    private static final Activation[] ACTIVATIONS = {
        Activation.IDENTITY, Activation.RELU, Activation.leakyRelu(0.2f), Activation.SIGMOID, Activation.TANH
    };

    private final Backend backend;
    private final SelfTestTensors tensors;
    private final int size;
    private final int inner;

    /** Cases whose tensors have {@code size} rows. */
    SelfTestCases(Backend backend, SelfTestTensors tensors, int size) {
        this.backend = backend;
        this.tensors = tensors;
        this.size = size;
        this.inner = 34 - size;
    }

    void run() {
        arrangement();
        random();
        fusedMultiplyAdd();
        products();
        layers();
        for (Activation activation : ACTIVATIONS) {
            activations(activation);
        }
        arithmetic();
        reductions();
        for (Loss loss : Loss.values()) {
            for (Side side : Side.values()) {
                adversarialLoss(loss, side);
            }
        }
        losses();
        optimizers();
        adaptiveOptimizers();
    }

    private void arrangement() {
        Tensor source = tensors.input(size + 2, 5);
        Tensor destination = tensors.output("copyRows", size + 1, 5);
        backend.copyRows(source, 2, size, destination, 1);
        backend.gatherRows(source, 3, 4, 1L << 33, tensors.output("gatherRows", size, 5));
        Tensor other = tensors.input(size + 2, size);
        Tensor both = tensors.output("concatColumns", size + 2, size + 5);
        backend.concatColumns(source, other, both);
        backend.splitColumns(
                both, tensors.output("splitColumns", size + 2, 2), tensors.output("splitColumns", size + 2, size + 3));
        backend.copy(other, tensors.output("copy", size + 2, size));
        backend.fill(tensors.output("fill", size, 1), -0f);
    }

    private void random() {
        backend.uniform(0x123456789abcdefL, 2, 1L << 33, -1.5f, 0.7f, tensors.output("uniform", size, 3));
        backend.normal(-77, 3, 5, 4, 1.25f, tensors.output("normal", size, 3));
    }

    /** The product of {@code (-1, 1 + 2⁻¹²)} and {@code (1 + 2⁻¹¹, 1 + 2⁻¹²)} is 2⁻²⁴ when fused, and 0 otherwise. */
    private void fusedMultiplyAdd() {
        float factor = 1 + 0x1p-12f;
        Tensor row = tensors.upload(1, 2, -1, factor);
        Tensor column = tensors.upload(2, 1, 1 + 0x1p-11f, factor);
        backend.matmul(false, row, false, column, Store.OVERWRITE, tensors.output("fused multiply-add", 1, 1));
    }

    private void products() {
        Tensor a = tensors.input(size, inner);
        Tensor b = tensors.input(inner, size);
        backend.matmul(false, a, false, b, Store.OVERWRITE, tensors.output("matmul", size, size));
        Tensor added = tensors.compared("matmul, both transposed, added", tensors.input(size, size));
        backend.matmul(true, b, true, a, Store.ADD, added);
        backend.matmul(false, a, true, a, Store.OVERWRITE, tensors.output("matmul, second transposed", size, size));
        backend.matmul(true, a, false, a, Store.OVERWRITE, tensors.output("matmul, first transposed", inner, inner));
        Tensor biased = tensors.compared("addBias", tensors.input(size, inner));
        backend.addBias(tensors.input(1, inner), biased);
    }

    private void layers() {
        Tensor x = tensors.positive(size, inner);
        Tensor w = tensors.input(inner, size);
        for (Activation activation : ACTIVATIONS) {
            Tensor y = tensors.output("dense", size, size);
            backend.dense(x, w, tensors.input(1, size), activation, y);
            Tensor below = tensors.output("denseBackwardInput", size, inner);
            backend.denseBackwardInput(y, w, activation, x, below);
        }
        Tensor gradient = tensors.input(size, size);
        backend.denseBackwardWeights(
                x,
                gradient,
                Store.OVERWRITE,
                tensors.output("denseBackwardWeights", inner, size),
                tensors.output("denseBackwardWeights", 1, size));
    }

    private void activations(Activation activation) {
        Tensor y = tensors.output("activate", size, 5);
        backend.activate(activation, tensors.edges(size, 5), y);
        Tensor gradient = tensors.input(size, 5);
        backend.activateBackward(activation, y, gradient, tensors.output("activateBackward", size, 5));
        backend.activateSecondDerivative(activation, y, gradient, tensors.output("activateSecondDerivative", size, 5));
    }

    private void arithmetic() {
        Tensor x = tensors.edges(size, 3);
        Tensor other = tensors.input(size, 3);
        backend.scale(1.1f, x, tensors.output("scale", size, 3));
        backend.addScaled(-0.3f, x, tensors.compared("addScaled", tensors.input(size, 3)));
        backend.multiply(x, other, tensors.output("multiply", size, 3));
        backend.clamp(-0.5f, 0.25f, x, tensors.output("clamp", size, 3));
        backend.clampBackward(-0.5f, 0.25f, x, other, tensors.output("clampBackward", size, 3));
    }

    private void reductions() {
        Tensor x = tensors.input(size, LONG_SUM / size);
        Tensor scratch = tensors.allocate(1, Reductions.scratchSize(x.size()));
        backend.sum(x, Store.OVERWRITE, scratch, tensors.output("sum", 1, 1));
        backend.sumOfSquares(x, Store.ADD, scratch, tensors.compared("sumOfSquares", tensors.input(1, 1)));
        backend.countAbove(x, 0.5f, Store.OVERWRITE, scratch, tensors.output("countAbove", 1, 1));
        backend.sumRows(x, Store.OVERWRITE, tensors.output("sumRows", 1, x.cols()));
        backend.rowSumOfSquares(x, tensors.output("rowSumOfSquares", size, 1));
    }

    private void adversarialLoss(Loss loss, Side side) {
        float label = side == Side.REAL && loss.acceptsLabel() ? 0.9f : 1;
        Tensor outputs = loss.onProbabilities() ? tensors.positive(size, 1) : tensors.edges(size, 1);
        backend.adversarialLoss(
                loss,
                side,
                label,
                outputs,
                1f / size,
                tensors.output("adversarialLoss", size, 1),
                tensors.output("adversarialLoss", size, 1));
    }

    private void losses() {
        backend.twoClassCrossEntropy(
                1,
                tensors.edges(size, 2),
                1f / size,
                tensors.output("twoClassCrossEntropy", size, 1),
                tensors.output("twoClassCrossEntropy", size, 2));
        backend.softmaxCrossEntropy(
                tensors.edges(size, 7),
                tensors.classes(size, 7),
                1f / size,
                tensors.output("softmaxCrossEntropy", size, 1),
                tensors.output("softmaxCrossEntropy", size, 7));
        backend.squaredError(
                tensors.input(size, 3),
                tensors.input(size, 3),
                1f / size,
                tensors.output("squaredError", size, 3),
                tensors.output("squaredError", size, 3));
    }

    private void optimizers() {
        Tensor gradients = tensors.input(1, size);
        backend.sgd(0.1, gradients, updated("sgd"));
        backend.momentum(0.1, 0.9, gradients, updated("momentum"), updated("momentum"));
        backend.nesterov(0.1, 0.9, gradients, updated("nesterov"), updated("nesterov"));
        backend.decay(1e-3, updated("decay"));
        backend.addDecay(1e-3, gradients, updated("addDecay"));
        backend.clip(0.5, updated("clip"));
        backend.movingAverage(0.999, gradients, updated("movingAverage"));
    }

    private void adaptiveOptimizers() {
        Tensor gradients = tensors.input(1, size);
        backend.rmsProp(0.1, 0.9, 1e-7, gradients, squares("rmsProp"), updated("rmsProp"));
        backend.adam(0.1, 0.5, 0.999, 1e-8, gradients, updated("adam"), squares("adam"), updated("adam"));
        backend.adamW(1e-3, 0.1, 0.5, 0.999, 1e-8, gradients, updated("adamW"), squares("adamW"), updated("adamW"));
    }

    private Tensor updated(String operation) {
        return tensors.compared(operation, tensors.input(1, size));
    }

    private Tensor squares(String operation) {
        return tensors.compared(operation, tensors.positive(1, size));
    }
}
