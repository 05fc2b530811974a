package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.nn.HostInference;
import joust.nn.Mlp;

/**
 * Makes samples with a trained generator, at the moving average of its parameters where there is one. It sees parameters as they are at
 * each call, and has no part in training. For the thread that uses the backend.
 */
public final class Generator implements AutoCloseable {
    /** Rows that pass together; a multiple of four, so that how a count is cut into passes does not show in the samples. */
    private static final int CHUNK = 512;

    private final Backend backend;
    private final Mlp network;
    private final NoiseSource noise;
    private final Tensor z;
    private final float[] rows;

    private Generator(Mlp network, NoiseConfig noise) {
        this.backend = network.backend();
        this.network = network;
        this.noise = new NoiseSource(backend, noise);
        this.z = backend.allocate(CHUNK, noise.dimension());
        this.rows = new float[CHUNK * network.shape().outputs()];
    }

    /** The generator that samples are made of: at the moving average where there is one. */
    public static Generator of(GanNetworks networks, GanConfig config) {
        return new Generator(networks.samplingNetwork(), config.noise());
    }

    /** The generator at its raw parameters. */
    public static Generator raw(GanNetworks networks, GanConfig config) {
        return new Generator(networks.generatorNetwork(), config.noise());
    }

    /** Values per sample. */
    public int columns() {
        return network.shape().outputs();
    }

    /**
     * Makes samples: a pure function of the parameters and the arguments. Stratified noise has as many strata as there are samples.
     *
     * @param seed the key of the noise
     * @param stream {@link Streams#EVALUATION_NOISE} or above
     * @param count how many, at least 1
     * @return {@code count x columns} numbers, row by row
     */
    public float[] generate(long seed, int stream, int count) {
        if (count < 1 || (long) count * columns() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("count: " + count + ", expected at least 1 and at most "
                    + (Integer.MAX_VALUE - 8) / columns() + " samples of " + columns() + " values");
        }
        float[] samples = new float[count * columns()];
        for (int first = 0; first < count; first += CHUNK) {
            int size = Math.min(CHUNK, count - first);
            noise.fill(seed, stream, noise.blocks(first), first, count, z);
            backend.download(network.pass(CHUNK).forward(z), rows, 0);
            System.arraycopy(rows, 0, samples, first * columns(), size * columns());
        }
        return samples;
    }

    /**
     * Takes given noise through the generator.
     *
     * @param noiseRows rows of {@code noise.dimension} numbers, row by row
     * @return a sample per row
     * @throws IllegalArgumentException if these are not one or more whole rows
     */
    public float[] transform(float[] noiseRows) {
        try (HostInference rowsThrough = new HostInference(network, CHUNK)) {
            return rowsThrough.forward(noiseRows);
        }
    }

    @Override
    public void close() {
        z.close();
        noise.close();
        network.close();
    }
}
