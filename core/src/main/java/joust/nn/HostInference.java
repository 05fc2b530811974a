package joust.nn;

import joust.backend.Backend;
import joust.backend.Tensor;

/** Takes rows that lie on the host through a network, as it is at each call, and brings the outputs back. */
public final class HostInference implements AutoCloseable {
    private final Backend backend;
    private final Mlp network;
    private final Tensor input;
    private final float[] in;
    private final float[] out;

    /**
     * Allocates what a chunk needs.
     *
     * @param network stays the caller's to close
     * @param chunk rows that pass together, at least 1
     */
    public HostInference(Mlp network, int chunk) {
        this.backend = network.backend();
        this.network = network;
        this.input = backend.allocate(chunk, network.shape().inputs());
        this.in = new float[input.size()];
        this.out = new float[chunk * network.shape().outputs()];
    }

    /**
     * Waits, then gives the network's outputs.
     *
     * @param rows row by row, {@code n x inputs}
     * @return {@code n x outputs}
     * @throws IllegalArgumentException if these are not one or more whole rows
     */
    public float[] forward(float[] rows) {
        int inputs = network.shape().inputs();
        if (rows.length == 0 || rows.length % inputs != 0) {
            throw new IllegalArgumentException(
                    "rows: " + rows.length + " numbers, expected one or more rows of " + inputs);
        }
        int outputs = network.shape().outputs();
        int count = rows.length / inputs;
        int chunk = input.rows();
        float[] results = new float[Math.multiplyExact(count, outputs)];
        for (int first = 0; first < count; first += chunk) {
            int size = Math.min(chunk, count - first);
            System.arraycopy(rows, first * inputs, in, 0, size * inputs);
            backend.upload(in, 0, input);
            backend.download(network.pass(chunk).forward(input), out, 0);
            System.arraycopy(out, 0, results, first * outputs, size * outputs);
        }
        return results;
    }

    /** Gives the chunk's tensor back. */
    @Override
    public void close() {
        input.close();
    }
}
