package joust.nn;

import joust.math.HostRandom;

/**
 * How the weights of a network begin; biases begin as +0. The numbers are drawn on the host in double, layer by layer and row
 * by row, and rounded to float32 once, so they are the same on every machine and backend.
 */
public sealed interface Initializer {
    /**
     * Draws one weight.
     *
     * @param layer the layer it belongs to
     * @param random where the random numbers come from
     */
    double draw(Layer layer, HostRandom random);

    /**
     * Begins anew: draws all weights from block 0 of a random stream, sets the biases to +0, leaves the gradients.
     *
     * @param seed the key of the random numbers
     * @param stream the stream: 0 for a generator's weights, 1 for a discriminator's
     */
    default void initialize(Parameters parameters, long seed, int stream) {
        HostRandom random = new HostRandom(seed, stream, 0);
        for (int i = 0; i < parameters.shape().layers().size(); i++) {
            Layer layer = parameters.shape().layers().get(i);
            float[] weight = new float[layer.inputs() * layer.outputs()];
            for (int k = 0; k < weight.length; k++) {
                weight[k] = (float) draw(layer, random);
            }
            parameters.values().writeWeight(i, weight);
            parameters.values().writeBias(i, new float[layer.outputs()]);
        }
    }

    /** Uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio 2010, eq. 16). */
    record GlorotUniform() implements Initializer {
        @Override
        public double draw(Layer layer, HostRandom random) {
            double limit = Math.sqrt(6.0 / ((double) layer.inputs() + layer.outputs()));
            return limit * (2 * random.nextUniform() - 1);
        }
    }

    /** Normal with mean 0 and deviation √(2/inputs) (He et al. 2015, eq. 10), for layers before a ReLU. */
    record HeNormal() implements Initializer {
        @Override
        public double draw(Layer layer, HostRandom random) {
            return Math.sqrt(2.0 / layer.inputs()) * random.nextNormal();
        }
    }

    /**
     * Normal.
     *
     * @param mean finite
     * @param deviation finite and at least 0
     */
    record Normal(double mean, double deviation) implements Initializer {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Normal {
            checkFinite("mean", mean);
            checkDeviation(deviation);
        }

        @Override
        public double draw(Layer layer, HostRandom random) {
            return mean + deviation * random.nextNormal();
        }
    }

    /**
     * Normal with mean 0, cut: values beyond two deviations are drawn again, which leaves 0.8796 of the deviation.
     *
     * @param deviation of the normal before it is cut, finite and at least 0
     */
    record TruncatedNormal(double deviation) implements Initializer {
        /**
         * Checks the deviation.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public TruncatedNormal {
            checkDeviation(deviation);
        }

        @Override
        public double draw(Layer layer, HostRandom random) {
            return deviation * random.nextTruncatedNormal();
        }
    }

    /**
     * Uniform in [low, high); rounded to float32 it may be {@code high}.
     *
     * @param low finite
     * @param high finite, at least {@code low}
     */
    record Uniform(double low, double high) implements Initializer {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if one is not finite or they are not in order
         */
        public Uniform {
            checkFinite("low", low);
            checkFinite("high", high);
            if (low > high) {
                throw new IllegalArgumentException(
                        "initializer: bounds are " + low + " and " + high + ", expected the lower one first");
            }
        }

        @Override
        public double draw(Layer layer, HostRandom random) {
            return low + (high - low) * random.nextUniform();
        }
    }

    /** All +0. */
    record Zeros() implements Initializer {
        @Override
        public double draw(Layer layer, HostRandom random) {
            return 0;
        }
    }

    private static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("initializer: " + name + " is " + value + ", expected a finite number");
        }
    }

    private static void checkDeviation(double deviation) {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "initializer: deviation is " + deviation + ", expected a finite number of at least 0");
        }
    }
}
