package joust.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * A small random network with a random batch, the same numbers for a backend and for the reference. Weights, biases and inputs
 * are float32 numbers, so both start from exactly the same ones.
 *
 * @param shape one to three layers of one to nine columns
 * @param head what follows the last activation
 * @param weights per layer, row by row
 * @param biases per layer
 * @param x the rows of the batch, an even number
 */
record RandomNet(NetworkShape shape, Head head, List<float[]> weights, List<float[]> biases, List<float[]> x) {
    /** The step of central differences; every kink is at least ten of them away. */
    static final double STEP = 1e-5;

    private static final List<Activation> ACTIVATIONS = List.of(
            Activation.IDENTITY, Activation.RELU, Activation.leakyRelu(0.2f), Activation.SIGMOID, Activation.TANH);

    /** One of every activation in turn, so that twenty seeds meet each of them. */
    static Activation activation(int index) {
        return ACTIVATIONS.get(Math.floorMod(index, ACTIVATIONS.size()));
    }

    /** Draws a network that gives {@code outputs} columns, and a batch with every number far from a kink of network and loss. */
    static RandomNet draw(int seed, int outputs, Activation last, Head head, LossOfBatch loss) {
        for (int attempt = 0; ; attempt++) {
            RandomNet net = draw(new SplittableRandom(1000L * seed + attempt), seed, outputs, last, head);
            ReferenceMlp reference = net.reference();
            ReferenceMlp.Trace trace = reference.forward(net.batch());
            double distance = Math.min(reference.kinkDistance(trace), loss.kinkDistance(trace.output()));
            if (distance >= 10 * STEP) {
                return net;
            }
        }
    }

    private static RandomNet draw(SplittableRandom random, int seed, int outputs, Activation last, Head head) {
        int depth = random.nextInt(1, 4);
        int inputs = random.nextInt(1, 10);
        List<Layer> layers = new ArrayList<>();
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        int before = inputs;
        for (int i = 0; i < depth; i++) {
            boolean isLast = i == depth - 1;
            int columns = isLast ? outputs : random.nextInt(1, 10);
            layers.add(new Layer(before, columns, isLast ? last : activation(seed + i)));
            weights.add(uniform(random, before * columns, 1.5 / Math.sqrt(before)));
            biases.add(uniform(random, columns, 0.5));
            before = columns;
        }
        List<float[]> x = new ArrayList<>();
        int rows = 2 * random.nextInt(1, 5);
        for (int r = 0; r < rows; r++) {
            x.add(uniform(random, inputs, 1.5));
        }
        return new RandomNet(new NetworkShape(layers), head, weights, biases, x);
    }

    private static float[] uniform(SplittableRandom random, int count, double bound) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }

    /** The network in double precision. */
    ReferenceMlp reference() {
        List<double[][]> w = new ArrayList<>();
        List<double[]> b = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            int columns = shape.layers().get(i).outputs();
            w.add(ReferenceMlp.rows(weights.get(i), columns));
            b.add(ReferenceMlp.rows(biases.get(i), columns)[0]);
        }
        return new ReferenceMlp(shape, head, w, b);
    }

    /** The parameters on a backend; the caller closes them. */
    Parameters parameters(Backend backend) {
        Parameters parameters = Parameters.allocate(backend, shape);
        for (int i = 0; i < weights.size(); i++) {
            parameters.values().writeWeight(i, weights.get(i));
            parameters.values().writeBias(i, biases.get(i));
        }
        return parameters;
    }

    /** The batch in double precision. */
    double[][] batch() {
        return x.stream().map(NormwiseError::doubles).toArray(double[][]::new);
    }

    /** The batch on a backend; the caller closes it. */
    Tensor batch(Backend backend) {
        Tensor batch = backend.allocate(x.size(), shape.inputs());
        for (int r = 0; r < x.size(); r++) {
            backend.upload(x.get(r), 0, backend.view(batch, r * shape.inputs(), 1, shape.inputs()));
        }
        return batch;
    }
}
