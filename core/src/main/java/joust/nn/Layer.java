package joust.nn;

import joust.backend.Activation;

/**
 * One fully connected layer, {@code y = f(x w + b)}: w is {@code inputs x outputs}, b is {@code 1 x outputs}.
 *
 * @param inputs the columns of x, at least 1
 * @param outputs the columns of y, at least 1
 * @param activation f
 */
public record Layer(int inputs, int outputs, Activation activation) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if a size is below 1 or the weight has more elements than an int counts
     */
    public Layer {
        if (inputs < 1) {
            throw new IllegalArgumentException("layer: inputs is " + inputs + ", expected at least 1");
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("layer: outputs is " + outputs + ", expected at least 1");
        }
        if ((long) inputs * outputs > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("layer: a weight of " + inputs + "x" + outputs + " has "
                    + (long) inputs * outputs + " elements, expected at most " + Integer.MAX_VALUE);
        }
    }
}
