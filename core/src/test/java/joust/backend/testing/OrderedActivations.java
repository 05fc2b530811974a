package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import joust.backend.Activation;
import joust.math.Elementary;

/** Activations in the documented order of roundings, on one number. */
final class OrderedActivations {
    private OrderedActivations() {}

    static float forward(Activation activation, float x) {
        return switch (activation.kind()) {
            case IDENTITY -> x;
            case RELU -> x <= 0 ? 0f : x;
            case LEAKY_RELU -> x < 0 ? activation.slope() * x : x;
            case SIGMOID -> sigmoid(x);
            case TANH -> Elementary.tanh(x);
        };
    }

    static float backward(Activation activation, float y, float g) {
        return switch (activation.kind()) {
            case IDENTITY -> g;
            case RELU -> y <= 0 ? 0f : g;
            case LEAKY_RELU -> y < 0 ? activation.slope() * g : g;
            case SIGMOID -> toZero(g * fma(-y, y, y));
            case TANH -> g * fma(-y, y, 1f);
        };
    }

    static float second(Activation activation, float y, float factor) {
        return switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> 0f;
            case SIGMOID -> (factor * fma(-y, y, y)) * fma(-2f, y, 1f);
            case TANH -> (factor * fma(-y, y, 1f)) * (-2f * y);
        };
    }

    static float sigmoid(float x) {
        float e = decay(x);
        float q = e / (1f + e);
        float m = x >= 0 ? 1f : e;
        return fma(-m, q, m);
    }

    static float softplus(float x) {
        return (x > 0 ? x : 0f) + Elementary.log1p(decay(x));
    }

    private static float decay(float x) {
        float e = Elementary.exp(-Math.abs(x));
        return e < 0x1p-50f ? 0f : e;
    }

    /** A denormal number, or a zero of any sign, as +0. */
    static float toZero(float x) {
        return Math.abs(x) < Float.MIN_NORMAL ? 0f : x;
    }
}
