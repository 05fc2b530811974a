package joust.backend;

/** Checks optimizers. */
abstract class CheckedOptimizers extends CheckedLosses implements Optimizers {
    CheckedOptimizers(Backend delegate) {
        super(delegate);
    }

    @Override
    public void sgd(double learningRate, Tensor gradients, Tensor parameters) {
        guard.enter("sgd");
        try {
            scalars.notNegative("learningRate", learningRate);
            update("gradients", gradients, "parameters", parameters);
            delegate.sgd(learningRate, gradients, parameters);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void momentum(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        guard.enter("momentum");
        try {
            accumulated(learningRate, momentum, gradients, accumulator, parameters);
            delegate.momentum(learningRate, momentum, gradients, accumulator, parameters);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void nesterov(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        guard.enter("nesterov");
        try {
            accumulated(learningRate, momentum, gradients, accumulator, parameters);
            delegate.nesterov(learningRate, momentum, gradients, accumulator, parameters);
        } finally {
            guard.exit();
        }
    }

    private void accumulated(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        scalars.notNegative("learningRate", learningRate);
        scalars.fraction("momentum", momentum);
        update(gradients, "accumulator", accumulator, parameters);
    }

    private void update(Tensor gradients, String name, Tensor state, Tensor parameters) {
        guard.tensors("gradients", gradients, name, state, "parameters", parameters);
        shapes.equal("gradients", gradients, name, state, "parameters", parameters);
        storage.apart("gradients", gradients, name, state, "parameters", parameters);
        guard.writes(state, parameters);
    }

    /** Checks an operation with one input and one output, and counts the write. */
    private void update(String inputName, Tensor input, String outputName, Tensor output) {
        guard.tensors(inputName, input, outputName, output);
        shapes.equal(inputName, input, outputName, output);
        storage.apart(inputName, input, outputName, output);
        guard.writes(output);
    }

    @Override
    public void rmsProp(
            double learningRate, double rho, double epsilon, Tensor gradients, Tensor meanSquare, Tensor parameters) {
        guard.enter("rmsProp");
        try {
            scalars.notNegative("learningRate", learningRate);
            scalars.fraction("rho", rho);
            scalars.positive("epsilon", epsilon);
            update(gradients, "meanSquare", meanSquare, parameters);
            delegate.rmsProp(learningRate, rho, epsilon, gradients, meanSquare, parameters);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void adam(
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters) {
        guard.enter("adam");
        try {
            moments(stepSize, beta1, beta2, epsilon);
            moments(gradients, firstMoment, secondMoment, parameters);
            delegate.adam(stepSize, beta1, beta2, epsilon, gradients, firstMoment, secondMoment, parameters);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void adamW(
            double decayRate,
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters) {
        guard.enter("adamW");
        try {
            scalars.notNegative("decayRate", decayRate);
            moments(stepSize, beta1, beta2, epsilon);
            moments(gradients, firstMoment, secondMoment, parameters);
            delegate.adamW(
                    decayRate, stepSize, beta1, beta2, epsilon, gradients, firstMoment, secondMoment, parameters);
        } finally {
            guard.exit();
        }
    }

    private void moments(double stepSize, double beta1, double beta2, double epsilon) {
        scalars.notNegative("stepSize", stepSize);
        scalars.fraction("beta1", beta1);
        scalars.fraction("beta2", beta2);
        scalars.positive("epsilon", epsilon);
    }

    private void moments(Tensor gradients, Tensor firstMoment, Tensor secondMoment, Tensor parameters) {
        guard.tensors(
                "gradients",
                gradients,
                "firstMoment",
                firstMoment,
                "secondMoment",
                secondMoment,
                "parameters",
                parameters);
        shapes.equal(
                "gradients",
                gradients,
                "firstMoment",
                firstMoment,
                "secondMoment",
                secondMoment,
                "parameters",
                parameters);
        storage.apart(
                "gradients",
                gradients,
                "firstMoment",
                firstMoment,
                "secondMoment",
                secondMoment,
                "parameters",
                parameters);
        guard.writes(firstMoment, secondMoment, parameters);
    }

    @Override
    public void decay(double rate, Tensor parameters) {
        guard.enter("decay");
        try {
            scalars.notNegative("rate", rate);
            guard.tensor("parameters", parameters);
            guard.writes(parameters);
            delegate.decay(rate, parameters);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void addDecay(double lambda, Tensor parameters, Tensor gradients) {
        guard.enter("addDecay");
        try {
            scalars.finite("lambda", (float) lambda);
            update("parameters", parameters, "gradients", gradients);
            delegate.addDecay(lambda, parameters, gradients);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void clip(double limit, Tensor parameters) {
        guard.enter("clip");
        try {
            scalars.positive("limit", limit);
            guard.tensor("parameters", parameters);
            guard.writes(parameters);
            delegate.clip(limit, parameters);
        } finally {
            guard.exit();
        }
    }

    @Override
    public void movingAverage(double decay, Tensor parameters, Tensor average) {
        guard.enter("movingAverage");
        try {
            scalars.fraction("decay", decay);
            update("parameters", parameters, "average", average);
            delegate.movingAverage(decay, parameters, average);
        } finally {
            guard.exit();
        }
    }
}
