package joust.backend;

/** Checks the operations that work element by element, and random numbers. */
abstract class CheckedArithmetic extends CheckedTransfers implements RandomNumbers, Activations, ElementwiseOperations {
    CheckedArithmetic(Backend delegate) {
        super(delegate);
    }

    @Override
    public void uniform(long seed, int stream, long position, float low, float high, Tensor out) {
        guard.enter("uniform");
        try {
            guard.tensor("out", out);
            scalars.random(stream, position, out.size());
            scalars.interval(low, high);
            guard.writes(out);
            delegate.uniform(seed, stream, position, low, high, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void normal(long seed, int stream, long position, float mean, float deviation, Tensor out) {
        guard.enter("normal");
        try {
            guard.tensor("out", out);
            scalars.random(stream, position, out.size());
            scalars.finite("mean", mean);
            scalars.notNegative("deviation", deviation);
            guard.writes(out);
            delegate.normal(seed, stream, position, mean, deviation, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void activate(Activation activation, Tensor x, Tensor y) {
        guard.enter("activate");
        try {
            guard.present("activation", activation);
            guard.tensors("x", x, "y", y);
            shapes.equal("x", x, "y", y);
            storage.sameOrApart("y", y, "x", x);
            guard.writes(y);
            delegate.activate(activation, x, y);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void activateBackward(Activation activation, Tensor y, Tensor gradient, Tensor gradientX) {
        guard.enter("activateBackward");
        try {
            guard.present("activation", activation);
            guard.tensors("y", y, "gradient", gradient, "gradientX", gradientX);
            shapes.equal("y", y, "gradient", gradient, "gradientX", gradientX);
            storage.sameOrApart("gradientX", gradientX, "y", y);
            storage.sameOrApart("gradientX", gradientX, "gradient", gradient);
            guard.writes(gradientX);
            delegate.activateBackward(activation, y, gradient, gradientX);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void activateSecondDerivative(Activation activation, Tensor y, Tensor factor, Tensor out) {
        guard.enter("activateSecondDerivative");
        try {
            guard.present("activation", activation);
            guard.tensors("y", y, "factor", factor, "out", out);
            shapes.equal("y", y, "factor", factor, "out", out);
            storage.sameOrApart("out", out, "y", y);
            storage.sameOrApart("out", out, "factor", factor);
            guard.writes(out);
            delegate.activateSecondDerivative(activation, y, factor, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void scale(float factor, Tensor x, Tensor y) {
        guard.enter("scale");
        try {
            guard.tensors("x", x, "y", y);
            shapes.equal("x", x, "y", y);
            storage.sameOrApart("y", y, "x", x);
            guard.writes(y);
            delegate.scale(factor, x, y);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void addScaled(float factor, Tensor x, Tensor y) {
        guard.enter("addScaled");
        try {
            guard.tensors("x", x, "y", y);
            shapes.equal("x", x, "y", y);
            storage.apart("y", y, "x", x);
            guard.writes(y);
            delegate.addScaled(factor, x, y);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor out) {
        guard.enter("multiply");
        try {
            guard.tensors("a", a, "b", b, "out", out);
            shapes.equal("a", a, "b", b, "out", out);
            storage.apart("out", out, "a", a);
            storage.apart("out", out, "b", b);
            guard.writes(out);
            delegate.multiply(a, b, out);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void clamp(float low, float high, Tensor x, Tensor y) {
        guard.enter("clamp");
        try {
            guard.tensors("x", x, "y", y);
            scalars.limits(low, high);
            shapes.equal("x", x, "y", y);
            storage.sameOrApart("y", y, "x", x);
            guard.writes(y);
            delegate.clamp(low, high, x, y);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void clampBackward(float low, float high, Tensor x, Tensor gradient, Tensor gradientX) {
        guard.enter("clampBackward");
        try {
            guard.tensors("x", x, "gradient", gradient, "gradientX", gradientX);
            scalars.limits(low, high);
            shapes.equal("x", x, "gradient", gradient, "gradientX", gradientX);
            storage.apart("gradientX", gradientX, "x", x);
            storage.sameOrApart("gradientX", gradientX, "gradient", gradient);
            guard.writes(gradientX);
            delegate.clampBackward(low, high, x, gradient, gradientX);
        } finally {
            guard.exit();
        }
    }
}
