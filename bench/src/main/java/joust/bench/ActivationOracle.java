package joust.bench;

import joust.backend.Activation;

/** Activations in double precision, by the library: what the timed ones are checked against. */
final class ActivationOracle {
    private ActivationOracle() {}

    static double value(Activation activation, double x) {
        return switch (activation.kind()) {
            case IDENTITY -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x < 0 ? activation.slope() * x : x;
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case TANH -> StrictMath.tanh(x);
        };
    }

    static double derivative(Activation activation, double x) {
        double y = value(activation, x);
        return switch (activation.kind()) {
            case IDENTITY -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x < 0 ? activation.slope() : 1;
            case SIGMOID -> y * (1 - y);
            case TANH -> 1 - y * y;
        };
    }
}
