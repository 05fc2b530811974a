package joust.backend;

/**
 * An activation function f. Derivatives are taken from the <em>output</em> y = f(x), so the input need not be kept.
 *
 * <p>Forward, x to y: identity x; ReLU {@code x <= 0 ? +0 : x}; leaky ReLU {@code x < 0 ? slope*x : x}; sigmoid
 * {@code e = exp(-|x|), x >= 0 ? 1/(1+e) : e/(1+e)}, where e is +0 below 2^-50; tanh. Backward, g times f′: identity g; ReLU
 * {@code y <= 0 ? +0 : g}; leaky ReLU {@code y < 0 ? slope*g : g}; sigmoid {@code g*fma(-y, y, y)}, +0 below 2^-126 in magnitude;
 * tanh {@code g*fma(-y, y, 1)}. NaN passes through all of them.
 *
 * @param kind which function
 * @param slope the factor for negative inputs of leaky ReLU, in (0, 1); 0 for every other kind
 */
public record Activation(Kind kind, float slope) {
    /** The family of functions. */
    public enum Kind {
        /** f(x) = x. */
        IDENTITY,
        /** f(x) = max(x, 0). */
        RELU,
        /** f(x) = x, or slope times x below zero. */
        LEAKY_RELU,
        /** f(x) = 1/(1+exp(-x)). */
        SIGMOID,
        /** f(x) = tanh(x). */
        TANH
    }

    /** f(x) = x. */
    public static final Activation IDENTITY = new Activation(Kind.IDENTITY, 0);
    /** f(x) = max(x, 0). */
    public static final Activation RELU = new Activation(Kind.RELU, 0);
    /** f(x) = 1/(1+exp(-x)). */
    public static final Activation SIGMOID = new Activation(Kind.SIGMOID, 0);
    /** f(x) = tanh(x). */
    public static final Activation TANH = new Activation(Kind.TANH, 0);

    /**
     * Checks the slope.
     *
     * @throws IllegalArgumentException if the slope does not fit the kind
     */
    public Activation {
        if (kind == Kind.LEAKY_RELU ? !(slope > 0 && slope < 1) : slope != 0) {
            throw new IllegalArgumentException("activation: slope of " + kind + " is " + slope + ", expected "
                    + (kind == Kind.LEAKY_RELU ? "a number in (0, 1)" : "0"));
        }
    }

    /** Leaky ReLU with a slope in (0, 1) for negative inputs. */
    public static Activation leakyRelu(float slope) {
        return new Activation(Kind.LEAKY_RELU, slope);
    }
}
