package joust.backend;

/** Checks losses. */
abstract class CheckedLosses extends CheckedProducts implements Losses {
    CheckedLosses(Backend delegate) {
        super(delegate);
    }

    @Override
    public void adversarialLoss(
            Loss loss, Side side, float label, Tensor outputs, float gradientScale, Tensor losses, Tensor gradient) {
        guard.enter("adversarialLoss");
        try {
            guard.present("loss", loss);
            guard.present("side", side);
            guard.tensors("outputs", outputs, "losses", losses, "gradient", gradient);
            scalars.label(loss, side, label);
            scalars.finite("gradientScale", gradientScale);
            shapes.cols("outputs", outputs, 1);
            shapes.equal("outputs", outputs, "losses", losses, "gradient", gradient);
            storage.apart("outputs", outputs, "losses", losses, "gradient", gradient);
            guard.writes(losses, gradient);
            delegate.adversarialLoss(loss, side, label, outputs, gradientScale, losses, gradient);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void twoClassCrossEntropy(int label, Tensor logits, float gradientScale, Tensor losses, Tensor gradient) {
        guard.enter("twoClassCrossEntropy");
        try {
            guard.tensors("logits", logits, "losses", losses, "gradient", gradient);
            scalars.binary("label", label);
            scalars.finite("gradientScale", gradientScale);
            shapes.cols("logits", logits, 2);
            shapes.shape("losses", losses, logits.rows(), 1, "logits", logits);
            shapes.equal("logits", logits, "gradient", gradient);
            storage.apart("logits", logits, "losses", losses, "gradient", gradient);
            guard.writes(losses, gradient);
            delegate.twoClassCrossEntropy(label, logits, gradientScale, losses, gradient);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor labels, float gradientScale, Tensor losses, Tensor gradient) {
        guard.enter("softmaxCrossEntropy");
        try {
            guard.tensors("logits", logits, "labels", labels, "losses", losses, "gradient", gradient);
            scalars.finite("gradientScale", gradientScale);
            shapes.colsAtLeast(2, "logits", logits);
            shapes.shape("labels", labels, logits.rows(), 1, "logits", logits);
            shapes.shape("losses", losses, logits.rows(), 1, "logits", logits);
            shapes.equal("logits", logits, "gradient", gradient);
            storage.apart("logits", logits, "labels", labels, "losses", losses, "gradient", gradient);
            guard.writes(losses, gradient);
            delegate.softmaxCrossEntropy(logits, labels, gradientScale, losses, gradient);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void squaredError(Tensor outputs, Tensor targets, float gradientScale, Tensor losses, Tensor gradient) {
        guard.enter("squaredError");
        try {
            guard.tensors("outputs", outputs, "targets", targets, "losses", losses, "gradient", gradient);
            scalars.finite("gradientScale", gradientScale);
            shapes.equal("outputs", outputs, "targets", targets, "losses", losses, "gradient", gradient);
            storage.apart("outputs", outputs, "targets", targets, "losses", losses, "gradient", gradient);
            guard.writes(losses, gradient);
            delegate.squaredError(outputs, targets, gradientScale, losses, gradient);
        } finally {
            guard.exit();
        }
    }
}
