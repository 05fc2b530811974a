package joust.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import joust.backend.Activation.Kind;
import joust.data.FiniteSamples;

/** Small systems with packs, classes and penalties, one at a time and together. */
final class CuredSystems {
    private static final int COLUMNS = 3;
    private static final int CLASSES = 4;
    private static final int ROWS = 20;
    private static final OptimizerConfig SGD = new OptimizerConfig.Sgd(0.05);
    private static final InitializerConfig INITIALIZER = new InitializerConfig.GlorotUniform();

    private CuredSystems() {}

    static List<GanConfig> all() {
        BatchConfig batch = BatchConfig.of(12);
        LossConfig plain = LossConfig.of(LossFunction.NON_SATURATING);
        LossConfig wasserstein = LossConfig.of(LossFunction.WASSERSTEIN).withPenalty(new PenaltyConfig.WganGp(10));
        PenaltyConfig r1 = new PenaltyConfig.R1(2);
        List<GanConfig> systems = new ArrayList<>();
        systems.add(system("packing", plain, batch.withPacking(3)));
        systems.add(system("packing-in-one-batch", plain, generatedFirst(batch).withPacking(2)));
        systems.add(system("classes", plain, batch.withClasses(CLASSES)));
        systems.add(system("r1", plain.withPenalty(r1), batch));
        systems.add(system("wgan-gp", wasserstein, batch));
        systems.add(system("wgan-gp-hinge", hinge(), generatedFirst(batch)));
        systems.add(system(
                "r1-packed-classes", plain.withPenalty(r1), batch.withPacking(2).withClasses(CLASSES)));
        systems.add(system(
                "wgan-gp-packed-classes", wasserstein, batch.withPacking(2).withClasses(CLASSES)));
        return systems;
    }

    private static LossConfig hinge() {
        return LossConfig.of(LossFunction.HINGE).withPenalty(new PenaltyConfig.WganGp(1));
    }

    private static BatchConfig generatedFirst(BatchConfig batch) {
        return new BatchConfig(batch.size(), BatchConfig.Layout.GENERATED_FIRST, false);
    }

    /** Tanh in the discriminator, so that penalties bend. */
    private static GanConfig system(String name, LossConfig loss, BatchConfig batch) {
        return new GanConfig(
                name,
                "",
                new DataConfig.Csv("rows", "last"),
                new NoiseConfig.Normal(2, 0, 1),
                NetworkConfig.of(
                        List.of(LayerConfig.of(5, Kind.TANH), LayerConfig.of(COLUMNS, Kind.SIGMOID)), INITIALIZER, SGD),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(6, Kind.TANH),
                                LayerConfig.leakyRelu(4, 0.2),
                                LayerConfig.of(1, Kind.IDENTITY)),
                        INITIALIZER,
                        SGD),
                loss,
                batch,
                UpdateConfig.ALTERNATING,
                null,
                null,
                100,
                1,
                10);
    }

    /** Rows of random numbers in classes that take turns. */
    static FiniteSamples samples() {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % CLASSES;
        }
        return FiniteSamples.of("rows", COLUMNS, values).withLabels(labels, CLASSES);
    }
}
