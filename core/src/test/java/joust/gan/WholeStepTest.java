package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.math.RandomFill;
import joust.nn.Parameters;
import joust.nn.ReferenceMlp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole steps of every system against the double-precision reference: losses, gradients, parameters. */
class WholeStepTest {
    private static final int STEPS = 3;

    private final Backend backend = TestBackend.open();

    static List<GanConfig> systems() {
        List<GanConfig> systems = new ArrayList<>(SmallSystems.all());
        systems.addAll(CuredSystems.all());
        return systems;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("systems")
    void stepsMoveTheParametersAsTheReferenceDoes(GanConfig config) {
        Samples samples = SmallSystems.samples(config);
        try (GanTrainer trainer = new GanTrainer(backend, config, samples)) {
            ReferenceGan start =
                    new ReferenceGan(config, trainer.networks(), SmallRun.number(trainer, "discriminatorUpdates"));
            ReferenceGan reference =
                    new ReferenceGan(config, trainer.networks(), SmallRun.number(trainer, "discriminatorUpdates"));
            for (int step = 0; step < STEPS; step++) {
                double[][] x = {};
                double[][] z = {};
                for (int update = 0; update < config.updates().discriminatorSteps(); update++) {
                    x = data(config, samples, SmallRun.number(trainer, "data") + update * dataBlocks(config, samples));
                    long position = SmallRun.number(trainer, "discriminatorNoise") + update * noiseBlocks(config);
                    z = withClassesOf(x, config, noise(config, Streams.DISCRIMINATOR_NOISE, position));
                    reference.updateDiscriminator(
                            z, x, config.discriminator().schedule().factor(step, config.steps()));
                }
                boolean shared = config.updates().noise() == UpdateConfig.NoiseUse.SHARED;
                double[][] own = shared
                        ? z
                        : withClassesOf(
                                drawnClasses(config, SmallRun.number(trainer, "generatorUpdates")),
                                config,
                                noise(config, Streams.GENERATOR_NOISE, SmallRun.number(trainer, "generatorNoise")));
                reference.updateGenerator(own, x, config.generator().schedule().factor(step, config.steps()));
                trainer.advance();
            }
            assertMoved(trainer.networks().discriminator(), start.discriminator(), reference.discriminator());
            assertMoved(trainer.networks().generator(), start.generator(), reference.generator());
        }
    }

    /** The presets, and one whose networks are not at the same place of their streams. */
    static Stream<GanConfig> logged() {
        UpdateConfig uneven = new UpdateConfig(
                UpdateConfig.Mode.ALTERNATING,
                UpdateConfig.Order.DISCRIMINATOR_FIRST,
                3,
                2,
                UpdateConfig.NoiseUse.FRESH);
        GanConfig leastSquares = SmallRun.gaussian()
                .loss(LossFunction.LEAST_SQUARES)
                .updates(uneven)
                .config();
        return Stream.concat(SmallSystems.all().stream(), Stream.of(leastSquares));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logged")
    void theLogHasTheReferencesLossesAndNorms(GanConfig config) {
        Samples samples = SmallSystems.samples(config);
        try (GanTrainer trainer = new GanTrainer(backend, config, samples)) {
            trainer.advance();
            ReferenceGan reference =
                    new ReferenceGan(config, trainer.networks(), SmallRun.number(trainer, "discriminatorUpdates"));
            double[][] x = data(config, samples, SmallRun.number(trainer, "data"));
            double[][] z = withClassesOf(
                    x,
                    config,
                    noise(config, Streams.DISCRIMINATOR_NOISE, SmallRun.number(trainer, "discriminatorNoise")));
            boolean shared = config.updates().noise() == UpdateConfig.NoiseUse.SHARED;
            double[][] own = shared
                    ? z
                    : withClassesOf(
                            drawnClasses(config, SmallRun.number(trainer, "generatorUpdates")),
                            config,
                            noise(config, Streams.GENERATOR_NOISE, SmallRun.number(trainer, "generatorNoise")));
            ReferenceGan.Evaluated ofDiscriminator = reference.discriminatorLoss(z, x);
            ReferenceGan.Evaluated ofGenerator = reference.generatorLoss(own, x);

            LogRow row = trainer.logRow();

            assertThat(row.step()).isEqualTo(1);
            assertClose(row.discriminatorAdversarialLoss(), ofDiscriminator.loss());
            assertClose(row.discriminatorDecayLoss(), ofDiscriminator.decay());
            assertClose(
                    row.discriminatorLoss(),
                    ofDiscriminator.loss() + ofDiscriminator.penalty() + ofDiscriminator.decay());
            assertClose(row.discriminatorGradientNorm(), ofDiscriminator.norm());
            assertClose(row.generatorAdversarialLoss(), ofGenerator.loss());
            assertClose(row.generatorDecayLoss(), ofGenerator.decay());
            assertClose(row.generatorLoss(), ofGenerator.loss() + ofGenerator.decay());
            assertClose(row.generatorGradientNorm(), ofGenerator.norm());
            assertJudgement(row, config.loss().function(), reference, z, x);
        }
    }

    private static void assertJudgement(
            LogRow row, LossFunction function, ReferenceGan reference, double[][] z, double[][] x) {
        double[] real = judged(function, reference.realOutputs(x));
        double[] fake = judged(function, reference.fakeOutputs(z));
        assertClose(row.meanReal(), Arrays.stream(real).average().orElseThrow());
        assertClose(row.meanFake(), Arrays.stream(fake).average().orElseThrow());
        assertThat(row.accuracyReal())
                .isEqualTo(Arrays.stream(real).filter(d -> d > 0.5).count() / (double) real.length);
        assertThat(row.accuracyFake())
                .isEqualTo(Arrays.stream(fake).filter(d -> d <= 0.5).count() / (double) fake.length);
        if (function == LossFunction.LEAST_SQUARES) {
            assertThat(row.value()).isNaN();
        } else {
            assertClose(
                    row.value(),
                    Arrays.stream(real).map(Math::log).average().orElseThrow()
                            + Arrays.stream(fake)
                                    .map(d -> Math.log(1 - d))
                                    .average()
                                    .orElseThrow());
        }
    }

    /** D(x) of each row: for the losses of these systems the border between real and generated is 1/2. */
    private static double[] judged(LossFunction function, double[][] outputs) {
        return Arrays.stream(outputs)
                .mapToDouble(row -> switch (function) {
                    case MINIMAX, NON_SATURATING -> 1 / (1 + Math.exp(-row[0]));
                    case TWO_CLASS_CROSS_ENTROPY -> 1 / (1 + Math.exp(row[0] - row[1]));
                    case LEAST_SQUARES, CLAMPED_MINIMAX, CLAMPED_NON_SATURATING -> row[0];
                    case HINGE, WASSERSTEIN -> throw new AssertionError("no system of this test has it: " + function);
                })
                .toArray();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(2e-5 * Math.abs(expected)));
    }

    /**
     * Rounding of the parameters themselves is no error of the step: half a unit in the last place each time. Nor is what is left where
     * the gradients of rows, all below 1 and weighted by their number, cancel.
     */
    private static void assertMoved(Parameters actual, ReferenceMlp start, ReferenceMlp expected) {
        for (int layer = 0; layer < start.weights().size(); layer++) {
            double[][] weights = ReferenceMlp.rows(
                    actual.values().readWeight(layer), actual.weight(layer).cols());
            double[][] biases = ReferenceMlp.rows(
                    actual.values().readBias(layer), actual.bias(layer).cols());
            assertThat(Arrays.deepEquals(weights, start.weights().get(layer))).isFalse();
            assertMoved(weights, start.weights().get(layer), expected.weights().get(layer));
            assertMoved(biases, new double[][] {start.biases().get(layer)}, new double[][] {
                expected.biases().get(layer)
            });
        }
    }

    private static void assertMoved(double[][] actual, double[][] start, double[][] expected) {
        double difference = 0;
        double movement = 0;
        double size = 0;
        for (int k = 0; k < actual.length; k++) {
            for (int j = 0; j < actual[k].length; j++) {
                difference += square(actual[k][j] - expected[k][j]);
                movement += square(expected[k][j] - start[k][j]);
                size += square(expected[k][j]);
            }
        }
        assertThat(Math.sqrt(difference))
                .isLessThanOrEqualTo(1e-4 * Math.sqrt(movement) + STEPS * 0x1p-24 * (1 + Math.sqrt(size)));
    }

    private static double square(double value) {
        return value * value;
    }

    private long noiseBlocks(GanConfig config) {
        try (NoiseSource source = new NoiseSource(backend, config.noise())) {
            return source.blocks(config.batch().size());
        }
    }

    private long dataBlocks(GanConfig config, Samples samples) {
        int rows = config.batch().size();
        try (RealBatches batches =
                RealBatches.of(backend, samples, rows, config.batch().sortedReal())) {
            return batches.blocks(rows);
        }
    }

    private double[][] noise(GanConfig config, int stream, long position) {
        int rows = config.batch().size();
        try (NoiseSource source = new NoiseSource(backend, config.noise());
                Tensor z = backend.allocate(rows, config.noise().dimension())) {
            source.fill(config.seed(), stream, position, z);
            return download(z);
        }
    }

    private double[][] data(GanConfig config, Samples samples, long position) {
        int rows = config.batch().size();
        try (RealBatches batches =
                        RealBatches.of(backend, samples, rows, config.batch().sortedReal());
                Tensor x = backend.allocate(rows, samples.columns())) {
            batches.draw(config.seed(), Streams.DATA, position, x);
            return withClasses(config, samples, position, download(x));
        }
    }

    /** Real rows, each followed by its class where it is told. */
    private static double[][] withClasses(GanConfig config, Samples samples, long position, double[][] x) {
        int classes = config.batch().classes();
        if (classes == 0) {
            return x;
        }
        FiniteSamples labelled = (FiniteSamples) samples;
        int[] drawn = new int[x.length];
        RandomFill.rows(config.seed(), Streams.DATA, position, labelled.rows(), drawn, 0, drawn.length);
        for (int r = 0; r < x.length; r++) {
            x[r] = Arrays.copyOf(x[r], x[r].length + classes);
            x[r][x[r].length - classes + labelled.label(drawn[r])] = 1;
        }
        return x;
    }

    /** Rows that hold nothing but the classes of a generator's update. */
    private static double[][] drawnClasses(GanConfig config, long update) {
        int classes = config.batch().classes();
        double[][] rows = new double[config.batch().size()][classes];
        if (classes > 0) {
            int[] drawn = new int[rows.length];
            long position = update * RandomFill.blocks(drawn.length);
            RandomFill.rows(config.seed(), Streams.LABELS, position, classes, drawn, 0, drawn.length);
            for (int r = 0; r < rows.length; r++) {
                rows[r][drawn[r]] = 1;
            }
        }
        return rows;
    }

    /** Noise, each row followed by the class at the end of another row. */
    private static double[][] withClassesOf(double[][] rows, GanConfig config, double[][] z) {
        int classes = config.batch().classes();
        for (int r = 0; r < z.length; r++) {
            z[r] = Arrays.copyOf(z[r], z[r].length + classes);
            System.arraycopy(rows[r], rows[r].length - classes, z[r], z[r].length - classes, classes);
        }
        return z;
    }

    private double[][] download(Tensor tensor) {
        float[] values = new float[tensor.size()];
        backend.download(tensor, values, 0);
        return ReferenceMlp.rows(values, tensor.cols());
    }
}
