package joust.nn;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * One number per parameter of a network, in one {@code 1 x n} tensor: the parameters themselves, their gradients, an
 * optimizer's state, a moving average. Arenas of one shape have one layout, so an update of the whole network is one
 * operation on {@link #tensor()}; each layer's weight and bias is a view at a multiple of 64 floats. The gaps between them
 * start as +0, stay +0 under every optimizer, and belong to no hash and no file.
 */
public final class Arena implements AutoCloseable {
    private final Backend backend;
    private final NetworkShape shape;
    private final Tensor tensor;
    private final List<Tensor> weights = new ArrayList<>();
    private final List<Tensor> biases = new ArrayList<>();

    /** Allocates an arena filled with +0. */
    Arena(Backend backend, NetworkShape shape) {
        this.backend = backend;
        this.shape = shape;
        ArenaLayout layout = ArenaLayout.of(shape.layers());
        this.tensor = backend.allocate(1, layout.size());
        for (int i = 0; i < shape.layers().size(); i++) {
            Layer layer = shape.layers().get(i);
            int weight = layout.weightOffsets().get(i);
            weights.add(backend.view(tensor, weight, layer.inputs(), layer.outputs()));
            biases.add(backend.view(tensor, layout.biasOffsets().get(i), 1, layer.outputs()));
        }
    }

    /** The layers that the numbers belong to. */
    public NetworkShape shape() {
        return shape;
    }

    /** Everything, gaps included, as one {@code 1 x n} root. */
    public Tensor tensor() {
        return tensor;
    }

    /** The numbers of a layer's weight, {@code inputs x outputs}; layers count from 0. */
    public Tensor weight(int layer) {
        return weights.get(layer);
    }

    /** The numbers of a layer's bias, {@code 1 x outputs}. */
    public Tensor bias(int layer) {
        return biases.get(layer);
    }

    /** Waits, then copies a layer's weight to the host, row by row. */
    public float[] readWeight(int layer) {
        return read(weight(layer));
    }

    /** Waits, then copies a layer's bias to the host. */
    public float[] readBias(int layer) {
        return read(bias(layer));
    }

    /**
     * Sets a layer's weight from the host.
     *
     * @param values {@code inputs * outputs} numbers, row by row
     * @throws IllegalArgumentException if there are more or fewer
     */
    public void writeWeight(int layer, float[] values) {
        write("weight", layer, weight(layer), values);
    }

    /**
     * Sets a layer's bias from the host.
     *
     * @throws IllegalArgumentException if there are not {@code outputs} numbers
     */
    public void writeBias(int layer, float[] values) {
        write("bias", layer, bias(layer), values);
    }

    /**
     * Copies all numbers of an arena of the same backend whose layers have the same sizes.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public void copyFrom(Arena source) {
        if (!shape.hasSizesOf(source.shape)) {
            throw new IllegalArgumentException(
                    "copy: the source is a network " + source.shape.sizes() + ", expected " + shape.sizes());
        }
        backend.copy(source.tensor, tensor);
    }

    /**
     * Waits, then hashes the numbers: layer by layer, the weight row by row, then the bias, each number as little-endian
     * float32, every NaN as 0x7fc00000, without the gaps.
     *
     * @return the SHA-256 in lower-case hexadecimal
     */
    public String sha256() {
        FloatDigest digest = new FloatDigest();
        for (int i = 0; i < weights.size(); i++) {
            digest.update(readWeight(i));
            digest.update(readBias(i));
        }
        return digest.hexadecimal();
    }

    /** Gives the storage back. */
    @Override
    public void close() {
        tensor.close();
    }

    private float[] read(Tensor source) {
        float[] values = new float[source.size()];
        backend.download(source, values, 0);
        return values;
    }

    private void write(String name, int layer, Tensor destination, float[] values) {
        if (values.length != destination.size()) {
            throw new IllegalArgumentException(name + " of layer " + layer + ": there are " + values.length
                    + " numbers, expected " + destination.size() + " (" + destination.shape() + ")");
        }
        backend.upload(values, 0, destination);
    }
}
