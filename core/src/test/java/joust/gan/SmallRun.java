package joust.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import joust.backend.Activation.Kind;
import joust.data.FiniteSamples;
import joust.data.Gaussian;
import joust.data.Samples;
import org.jspecify.annotations.Nullable;

/** A configuration small enough that hundreds of steps take no time; each method changes one part of it. */
final class SmallRun {
    static final OptimizerConfig ADAM = new OptimizerConfig.Adam(0.01, 0.5, 0.999, 1e-7);
    private static final InitializerConfig INITIALIZER = new InitializerConfig.GlorotUniform();

    private DataConfig data = new DataConfig.Gaussian(1, 2);
    private NoiseConfig noise = new NoiseConfig.Normal(3, 0, 1);
    private NetworkConfig generator = NetworkConfig.of(
            List.of(LayerConfig.of(5, Kind.TANH), LayerConfig.of(1, Kind.IDENTITY)), INITIALIZER, ADAM);
    private NetworkConfig discriminator = NetworkConfig.of(
            List.of(LayerConfig.leakyRelu(6, 0.2), LayerConfig.of(1, Kind.IDENTITY)), INITIALIZER, ADAM);
    private LossConfig loss = LossConfig.of(LossFunction.NON_SATURATING);
    private BatchConfig batch = BatchConfig.of(10);
    private UpdateConfig updates = UpdateConfig.ALTERNATING;
    private @Nullable PreTrainingConfig preTraining;
    private @Nullable Double movingAverageDecay;
    private long seed = 1;
    private int logEvery = 10;

    private SmallRun() {}

    /** Normal data in one dimension, a generator 3-5-1, a discriminator 1-6-1 on logits, batches of 10. */
    static SmallRun gaussian() {
        return new SmallRun();
    }

    static Samples gaussianSamples() {
        return new Gaussian(1, 2);
    }

    /** Seven rows of one column, held in memory. */
    static FiniteSamples table() {
        return FiniteSamples.of("table", 1, new float[] {3, -1, 4, 1, -5, 9, 2});
    }

    /** What a trainer has trained: the hashes of generator, discriminator and, where there is one, the moving average. */
    static List<String> hashes(GanTrainer trainer) {
        List<String> hashes = new ArrayList<>();
        hashes.add(trainer.networks().generator().sha256());
        hashes.add(trainer.networks().discriminator().sha256());
        trainer.networks().generatorAverage().ifPresent(average -> hashes.add(average.sha256()));
        return hashes;
    }

    /** A number of a trainer's state. */
    static long number(GanTrainer trainer, String name) {
        return Objects.requireNonNull(trainer.state().numbers().get(name), name);
    }

    /** The numbers of a state, in this order. */
    static Map<String, Long> numbers(
            long step, long preTrained, long discriminatorNoise, long generatorNoise, long data, long... updates) {
        return Map.of(
                "step", step,
                "preTrained", preTrained,
                "discriminatorNoise", discriminatorNoise,
                "generatorNoise", generatorNoise,
                "data", data,
                "discriminatorUpdates", updates[0],
                "generatorUpdates", updates[1]);
    }

    SmallRun data(DataConfig other) {
        data = other;
        return this;
    }

    SmallRun noise(NoiseConfig other) {
        noise = other;
        return this;
    }

    SmallRun generator(UnaryOperator<NetworkConfig> change) {
        generator = change.apply(generator);
        return this;
    }

    SmallRun discriminator(UnaryOperator<NetworkConfig> change) {
        discriminator = change.apply(discriminator);
        return this;
    }

    SmallRun loss(LossFunction function) {
        return loss(LossConfig.of(function));
    }

    SmallRun loss(LossConfig other) {
        loss = other;
        return this;
    }

    SmallRun batch(BatchConfig other) {
        batch = other;
        return this;
    }

    SmallRun updates(UpdateConfig other) {
        updates = other;
        return this;
    }

    SmallRun preTraining(PreTrainingConfig other) {
        preTraining = other;
        return this;
    }

    SmallRun movingAverage(double decay) {
        movingAverageDecay = decay;
        return this;
    }

    SmallRun seed(long other) {
        seed = other;
        return this;
    }

    SmallRun logEvery(int other) {
        logEvery = other;
        return this;
    }

    GanConfig config() {
        return new GanConfig(
                "small",
                "",
                data,
                noise,
                generator,
                discriminator,
                loss,
                batch,
                updates,
                preTraining,
                movingAverageDecay,
                100,
                seed,
                logEvery);
    }
}
