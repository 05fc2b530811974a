package joust.gan.diagnosis;

import joust.data.FiniteSamples;
import joust.data.GeneratedSamples;
import joust.data.Samples;
import joust.gan.GanTrainer;
import joust.gan.Generator;
import joust.gan.Streams;
import joust.math.RandomFill;

/** Rows to compare: of the data, with replacement, and of the generator. */
final class SampleSets {
    private SampleSets() {}

    static float[] real(GanTrainer trainer, int count) {
        Samples samples = trainer.samples();
        int columns = samples.columns();
        float[] rows = new float[count * columns];
        long seed = trainer.config().seed();
        switch (samples) {
            case GeneratedSamples generated -> generated.draw(seed, Streams.EVALUATION_DATA, 0, rows, 0, count);
            case FiniteSamples finite -> {
                int[] picked = picked(finite, seed, count);
                for (int i = 0; i < count; i++) {
                    System.arraycopy(finite.values(), picked[i] * columns, rows, i * columns, columns);
                }
            }
        }
        return rows;
    }

    /** Which rows of a table {@link #real} takes. */
    static int[] picked(FiniteSamples finite, long seed, int count) {
        int[] picked = new int[count];
        RandomFill.rows(seed, Streams.EVALUATION_DATA, 0, finite.rows(), picked, 0, count);
        return picked;
    }

    /** Samples of the parameters that are trained: a moving average lags behind, and would look collapsed at first. */
    static float[] generated(GanTrainer trainer, int count) {
        try (Generator generator = Generator.raw(trainer.networks(), trainer.config())) {
            return generator.generate(trainer.config().seed(), Streams.EVALUATION_NOISE, count);
        }
    }
}
