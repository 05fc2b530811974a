package joust.backend;

/** Checks matrix products, layers and sums. */
abstract class CheckedProducts extends CheckedArithmetic implements DenseOperations, Reductions {
    private final DenseChecks dense;

    CheckedProducts(Backend delegate) {
        super(delegate);
        this.dense = new DenseChecks(guard, shapes);
    }

    @Override
    public void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        guard.enter("matmul");
        try {
            guard.tensors("a", a, "b", b, "out", out);
            guard.present("store", store);
            dense.matmul(transposeA, a, transposeB, b, out);
            storage.apart("out", out, "a", a);
            storage.apart("out", out, "b", b);
            guard.writes(out);
            delegate.matmul(transposeA, a, transposeB, b, store, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void addBias(Tensor bias, Tensor y) {
        guard.enter("addBias");
        try {
            guard.tensors("bias", bias, "y", y);
            shapes.shape("bias", bias, 1, y.cols(), "y", y);
            storage.apart("y", y, "bias", bias);
            guard.writes(y);
            delegate.addBias(bias, y);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        guard.enter("dense");
        try {
            guard.tensors("x", x, "w", w, "bias", bias, "y", y);
            guard.present("activation", activation);
            dense.forward(x, w, bias, y);
            storage.apart("y", y, "x", x);
            storage.apart("y", y, "w", w);
            storage.apart("y", y, "bias", bias);
            guard.writes(y);
            delegate.dense(x, w, bias, activation, y);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        guard.enter("denseBackwardInput");
        try {
            guard.tensors("gradient", gradient, "w", w, "yBelow", yBelow, "gradientBelow", gradientBelow);
            guard.present("activationBelow", activationBelow);
            dense.backwardInput(gradient, w, yBelow, gradientBelow);
            storage.apart("gradientBelow", gradientBelow, "gradient", gradient);
            storage.apart("gradientBelow", gradientBelow, "w", w);
            storage.apart("gradientBelow", gradientBelow, "yBelow", yBelow);
            guard.writes(gradientBelow);
            delegate.denseBackwardInput(gradient, w, activationBelow, yBelow, gradientBelow);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void denseBackwardWeights(Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        guard.enter("denseBackwardWeights");
        try {
            guard.tensors("x", x, "gradient", gradient, "gradientW", gradientW, "gradientBias", gradientBias);
            guard.present("store", store);
            dense.backwardWeights(x, gradient, gradientW, gradientBias);
            storage.apart("gradientW", gradientW, "x", x);
            storage.apart("gradientW", gradientW, "gradient", gradient);
            storage.apart("gradientBias", gradientBias, "x", x);
            storage.apart("gradientBias", gradientBias, "gradient", gradient);
            storage.apart("gradientW", gradientW, "gradientBias", gradientBias);
            guard.writes(gradientW, gradientBias);
            delegate.denseBackwardWeights(x, gradient, store, gradientW, gradientBias);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void sum(Tensor x, Store store, Tensor scratch, Tensor out) {
        guard.enter("sum");
        try {
            reduction(x, store, scratch, out);
            delegate.sum(x, store, scratch, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void sumOfSquares(Tensor x, Store store, Tensor scratch, Tensor out) {
        guard.enter("sumOfSquares");
        try {
            reduction(x, store, scratch, out);
            delegate.sumOfSquares(x, store, scratch, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void countAbove(Tensor x, float threshold, Store store, Tensor scratch, Tensor out) {
        guard.enter("countAbove");
        try {
            scalars.number("threshold", threshold);
            reduction(x, store, scratch, out);
            delegate.countAbove(x, threshold, store, scratch, out);
        } finally {
            guard.exit();
        }
    }

    private void reduction(Tensor x, Store store, Tensor scratch, Tensor out) {
        guard.tensors("x", x, "scratch", scratch, "out", out);
        guard.present("store", store);
        shapes.single("out", out);
        shapes.scratch(x, scratch);
        storage.apart("x", x, "scratch", scratch, "out", out);
        guard.writes(scratch, out);
    }

    @Override
    public void sumRows(Tensor x, Store store, Tensor out) {
        guard.enter("sumRows");
        try {
            guard.tensors("x", x, "out", out);
            guard.present("store", store);
            shapes.shape("out", out, 1, x.cols(), "x", x);
            storage.apart("x", x, "out", out);
            guard.writes(out);
            delegate.sumRows(x, store, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void rowSumOfSquares(Tensor x, Tensor out) {
        guard.enter("rowSumOfSquares");
        try {
            guard.tensors("x", x, "out", out);
            shapes.shape("out", out, x.rows(), 1, "x", x);
            storage.apart("x", x, "out", out);
            guard.writes(out);
            delegate.rowSumOfSquares(x, out);
        } finally {
            guard.exit();
        }
    }
}
