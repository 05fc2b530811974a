package joust.backend.testing;

import joust.backend.Activation;

/** Activations in double precision, on one number, and how far float32 may be from them. */
final class ReferenceActivations {
    /** Two units in the last place, which sigmoid, tanh and softplus promise, are at most this many unit roundoffs. */
    static final int TWO_ULPS = 4;

    private ReferenceActivations() {}

    static double forward(Activation activation, double x) {
        return switch (activation.kind()) {
            case IDENTITY -> x;
            case RELU -> x <= 0 ? 0 : x;
            case LEAKY_RELU -> x < 0 ? activation.slope() * x : x;
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
        };
    }

    /** Nothing where the result is a copy, or one rounding of an exact product, or known exactly. */
    static double forwardError(Activation activation, double x) {
        return switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> 0;
            case SIGMOID, TANH ->
                x == 0 || Double.isInfinite(x)
                        ? 0
                        : Rounding.relative(forward(activation, x), TWO_ULPS)
                                + (activation.kind() == Activation.Kind.SIGMOID ? Rounding.lostDecay(x) : 0);
        };
    }

    /** The steepest that the activation gets. */
    static double lipschitz(Activation activation) {
        return activation.kind() == Activation.Kind.SIGMOID ? 0.25 : 1;
    }

    static double backward(Activation activation, double y, double g) {
        return switch (activation.kind()) {
            case IDENTITY -> g;
            case RELU -> y <= 0 ? 0 : g;
            case LEAKY_RELU -> y < 0 ? activation.slope() * g : g;
            case SIGMOID -> g * (y - y * y);
            case TANH -> g * (1 - y * y);
        };
    }

    /** f′ is rounded once, and its product with g once; a denormal f′ errs absolutely. */
    static double backwardError(Activation activation, double g, double result) {
        return switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> 0;
            case SIGMOID, TANH -> Rounding.relative(result, 2) + Math.abs(g) * 0x1p-149 + denormal(activation);
        };
    }

    /** What comes back through a sigmoid is +0 instead of a denormal number. */
    private static double denormal(Activation activation) {
        return activation.kind() == Activation.Kind.SIGMOID ? Rounding.DENORMAL : 0;
    }

    static double second(Activation activation, double y, double factor) {
        return switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> 0;
            case SIGMOID -> factor * (y - y * y) * (1 - 2 * y);
            case TANH -> factor * (1 - y * y) * (-2 * y);
        };
    }

    /** Two roundings of f′ and its product, one of the second factor, one of the result. */
    static double secondError(Activation activation, double factor, double result) {
        return switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> 0;
            case SIGMOID, TANH -> Rounding.relative(result, 4) + Math.abs(factor) * 0x1p-148;
        };
    }

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    static double softplus(double x) {
        return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
    }
}
