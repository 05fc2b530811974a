package joust.gan;

import java.util.HashMap;
import java.util.Map;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.math.RandomFill;

/** Real and generated rows that networks are judged by, from the evaluation streams. */
final class EvaluationRows implements AutoCloseable {
    private static final int CHUNK = 1_000;

    private final Backend backend;
    private final long seed;
    private final Samples real;
    private final Generator generator;
    private final Map<Integer, float[][]> drawn = new HashMap<>();

    EvaluationRows(Backend backend, GanConfig config, GanNetworks networks, Samples real) {
        this.backend = backend;
        this.seed = config.seed();
        this.real = real;
        this.generator = Generator.of(networks, config);
    }

    /** How many classes are told; 0 for none. */
    int classes() {
        return generator.classes();
    }

    /** Generated rows; the same first ones at every call but where noise is stratified. */
    float[] generated(int count) {
        return generator.generate(seed, Streams.EVALUATION_NOISE, count);
    }

    /** The class that each generated row was asked to be of. */
    int[] askedClasses(int count) {
        int[] asked = new int[count];
        for (int i = 0; i < count; i++) {
            asked[i] = i % classes();
        }
        return asked;
    }

    /** Generated rows, each followed by the numbers of its class where it is told. */
    float[] generatedWithClasses(int count) {
        float[] rows = generated(count);
        return classes() == 0 ? rows : joined(rows, askedClasses(count));
    }

    /** Real rows without classes. */
    float[] realAlone(int count) {
        return drawn(count)[0];
    }

    /** Real rows, each followed by the numbers of its class where it is told. */
    float[] real(int count) {
        return drawn(count)[1];
    }

    /** Real rows without and with the numbers of their classes, drawn once for all evaluations of a run. */
    private float[][] drawn(int count) {
        return drawn.computeIfAbsent(count, this::draw);
    }

    private float[][] draw(int count) {
        int columns = real.columns();
        float[] rows = new float[count * columns];
        float[] chunk = new float[CHUNK * columns];
        int[] labels = new int[count];
        try (RealBatches batches = RealBatches.of(backend, real, CHUNK, false);
                Tensor tensor = backend.allocate(CHUNK, columns)) {
            for (int first = 0; first < count; first += CHUNK) {
                long position = first / CHUNK * batches.blocks(CHUNK);
                batches.draw(seed, Streams.EVALUATION_DATA, position, tensor);
                backend.download(tensor, chunk, 0);
                int size = Math.min(CHUNK, count - first);
                System.arraycopy(chunk, 0, rows, first * columns, size * columns);
                labelsOf(position, labels, first, size);
            }
        }
        return new float[][] {rows, classes() == 0 ? rows : joined(rows, labels)};
    }

    private void labelsOf(long position, int[] labels, int first, int size) {
        if (classes() > 0 && real instanceof FiniteSamples table) {
            RandomFill.rows(seed, Streams.EVALUATION_DATA, position, table.rows(), labels, first, size);
            for (int i = first; i < first + size; i++) {
                labels[i] = table.label(labels[i]);
            }
        }
    }

    private float[] joined(float[] rows, int[] labels) {
        int columns = real.columns();
        int width = columns + classes();
        float[] told = new float[labels.length * width];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(rows, i * columns, told, i * width, columns);
            told[i * width + columns + labels[i]] = 1;
        }
        return told;
    }

    @Override
    public void close() {
        generator.close();
    }
}
