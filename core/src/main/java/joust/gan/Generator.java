package joust.gan;

import java.util.Arrays;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.nn.HostInference;
import joust.nn.Mlp;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples with a trained generator, at the moving average of its parameters where there is one. It sees parameters as they are at
 * each call, and has no part in training. For the thread that uses the backend.
 */
public final class Generator implements AutoCloseable {
    /** Rows that pass together; a multiple of four, so that how a count is cut into passes does not show in the samples. */
    private static final int CHUNK = 512;

    private static final int EACH = -1;

    private final Backend backend;
    private final Mlp network;
    private final NoiseSource noise;
    private final GeneratorInput z;
    private final @Nullable Tensor labels;
    private final Workspace workspace;
    private final int chunk;
    private final float[] told;
    private final float[] rows;

    private Generator(Mlp network, GanConfig config, int chunk) {
        this.chunk = chunk;
        this.backend = network.backend();
        this.network = network;
        this.workspace = new Workspace(backend);
        workspace.add(network, Mlp::close);
        int classes = config.batch().classes();
        try {
            this.noise = workspace.add(new NoiseSource(backend, config.noise()), NoiseSource::close);
            this.z = new GeneratorInput(workspace, backend, config, chunk);
            this.labels = classes == 0 ? null : workspace.allocate(chunk, classes);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
        this.told = new float[chunk * classes];
        this.rows = new float[chunk * network.shape().outputs()];
    }

    /** The generator that samples are made of: at the moving average where there is one. */
    public static Generator of(GanNetworks networks, GanConfig config) {
        return new Generator(networks.samplingNetwork(), config, CHUNK);
    }

    /**
     * As {@link #of(GanNetworks, GanConfig)}, for one small batch: no more rows than {@code count}, to the next multiple of four, pass
     * at once. The samples are the same wherever the backend keeps the bit contract; with tensor cores, how many rows pass together
     * may decide who multiplies.
     *
     * @param count how many samples will be asked for, at least 1
     */
    public static Generator of(GanNetworks networks, GanConfig config, int count) {
        return new Generator(networks.samplingNetwork(), config, Math.clamp((count + 3L) / 4 * 4, 4, CHUNK));
    }

    /** The generator at its raw parameters. */
    public static Generator raw(GanNetworks networks, GanConfig config) {
        return new Generator(networks.generatorNetwork(), config, CHUNK);
    }

    /** Values per sample. */
    public int columns() {
        return network.shape().outputs();
    }

    /** How many classes the generator is told apart; 0 if it is told none. */
    public int classes() {
        return labels == null ? 0 : labels.cols();
    }

    /**
     * Makes samples: a pure function of the parameters and the arguments. Stratified noise has as many strata as there are samples. Where
     * classes are told, sample i is of class i mod {@link #classes}.
     *
     * @param seed the key of the noise
     * @param stream {@link Streams#EVALUATION_NOISE} or above
     * @param count how many, at least 1
     * @return {@code count x columns} numbers, row by row
     */
    public float[] generate(long seed, int stream, int count) {
        return generate(seed, stream, count, EACH);
    }

    /**
     * Makes samples of one class, as {@link #generate(long, int, int)} does of all.
     *
     * @param label from 0 to {@code classes() - 1}
     * @throws IllegalArgumentException if there is no such class
     */
    public float[] generateClass(long seed, int stream, int count, int label) {
        if (label < 0 || label >= classes()) {
            throw new IllegalArgumentException(
                    "label: " + label + ", expected " + (classes() == 0 ? "none" : "0 to " + (classes() - 1)));
        }
        return generate(seed, stream, count, label);
    }

    private float[] generate(long seed, int stream, int count, int label) {
        if (count < 1 || (long) count * columns() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("count: " + count + ", expected at least 1 and at most "
                    + (Integer.MAX_VALUE - 8) / columns() + " samples of " + columns() + " values");
        }
        float[] samples = new float[count * columns()];
        for (int first = 0; first < count; first += chunk) {
            int size = Math.min(chunk, count - first);
            noise.fill(seed, stream, noise.blocks(first), first, count, z.noise());
            tell(first, label);
            backend.download(network.pass(chunk).forward(z.join(labels)), rows, 0);
            System.arraycopy(rows, 0, samples, first * columns(), size * columns());
        }
        return samples;
    }

    private void tell(int first, int label) {
        if (labels != null) {
            Arrays.fill(told, 0);
            for (int i = 0; i < chunk; i++) {
                told[i * classes() + (label == EACH ? (first + i) % classes() : label)] = 1;
            }
            backend.upload(told, 0, labels);
        }
    }

    /**
     * Takes given noise through the generator.
     *
     * @param noiseRows rows of {@code noise.dimension} numbers, followed by those of the class where it is told, row by row
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
        workspace.close();
    }
}
