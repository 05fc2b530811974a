package joust.gan;

import java.util.stream.IntStream;
import joust.backend.Backend;
import joust.backend.Workload;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.math.RandomFill;

/**
 * A training step of a configuration, to be timed. Its time depends on little but shapes, so rows that would be read from files are
 * random ones here, and pre-training is left out.
 */
public final class StepWorkload implements Workload {
    private static final int ROWS = 1_000;

    private final GanConfig config;

    private StepWorkload(GanConfig config) {
        this.config = config;
    }

    /** The step of a configuration. */
    public static StepWorkload of(GanConfig config) {
        return new StepWorkload(config.withoutPreTraining());
    }

    @Override
    public String name() {
        return "a step of " + config.name();
    }

    /** All of the configuration that makes a difference to the time of a step. */
    @Override
    public String signature() {
        return String.join(
                " ",
                "step",
                config.data().getClass().getSimpleName(),
                config.noise().toString(),
                config.generator().toString(),
                config.discriminator().toString(),
                config.loss().toString(),
                config.batch().toString(),
                config.updates().toString(),
                config.movingAverageDecay() == null ? "no average" : "average");
    }

    @Override
    public Work prepare(Backend backend) {
        GanTrainer trainer = new GanTrainer(backend, config, samples());
        return new Work() {
            @Override
            public void run() {
                trainer.advance();
            }

            @Override
            public void close() {
                trainer.close();
            }
        };
    }

    private Samples samples() {
        return switch (config.data()) {
            case DataConfig.Idx _, DataConfig.FashionMnist _, DataConfig.Pictures _, DataConfig.Csv _ -> random();
            case DataConfig.Digits _,
                    DataConfig.Gaussian _,
                    DataConfig.MultivariateGaussian _,
                    DataConfig.Ring _,
                    DataConfig.Grid _ -> DataSources.open(config.data()).training();
        };
    }

    private Samples random() {
        int columns = config.generator().output().width();
        float[] numbers = new float[ROWS * columns];
        RandomFill.uniform(1, Streams.EVALUATION_NOISE, 0, 0, 1, numbers, 0, numbers.length);
        FiniteSamples rows = FiniteSamples.of("random rows", columns, numbers);
        int classes = config.batch().classes();
        return classes == 0
                ? rows
                : rows.withLabels(
                        IntStream.range(0, ROWS).map(row -> row % classes).toArray(), classes);
    }
}
