package joust.gan;

import java.util.List;
import joust.backend.Activation.Kind;

/** The presets whose data are images. */
final class ImagePresets {
    private ImagePresets() {}

    /** Handwritten digits of 8x8 pixels, embedded in Joust. */
    static GanConfig digits() {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(5e-4, 0.5, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                "digits",
                "Handwritten digits of 8x8 pixels, embedded in Joust",
                new DataConfig.Digits(),
                new NoiseConfig.Normal(64, 0, 1),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(128, Kind.RELU),
                                LayerConfig.of(256, Kind.RELU),
                                LayerConfig.of(64, Kind.SIGMOID)),
                        initializer,
                        optimizer),
                NetworkConfig.of(judging(256, 128), initializer, optimizer),
                new LossConfig(LossFunction.NON_SATURATING, 0.9),
                BatchConfig.of(64),
                UpdateConfig.ALTERNATING,
                null,
                0.999,
                10_000,
                1,
                200);
    }

    /** The digits with their labels: both networks are told the class, so samples of any class can be asked for. */
    static GanConfig digitsConditional() {
        GanConfig digits = digits();
        return new GanConfig(
                "digits-conditional",
                "Handwritten digits of 8x8 pixels, each made for a label",
                digits.data(),
                digits.noise(),
                digits.generator(),
                digits.discriminator(),
                digits.loss(),
                digits.batch().withClasses(10),
                digits.updates(),
                null,
                digits.movingAverageDecay(),
                digits.steps(),
                digits.seed(),
                digits.logEvery());
    }

    /** The Keras guide's GAN, on the data it stands for. */
    static GanConfig mnist() {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(1e-3, 0.9, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                "mnist",
                "MNIST from IDX files with the Keras guide's networks and settings, under which D wins; see mnist-tuned",
                new DataConfig.Idx(null),
                new NoiseConfig.Normal(100, 0, 1),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(256, Kind.RELU),
                                LayerConfig.of(512, Kind.RELU),
                                LayerConfig.of(784, Kind.SIGMOID)),
                        initializer,
                        optimizer),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(512, Kind.RELU),
                                LayerConfig.of(256, Kind.RELU),
                                LayerConfig.of(1, Kind.IDENTITY)),
                        initializer,
                        optimizer),
                LossConfig.of(LossFunction.NON_SATURATING),
                new BatchConfig(128, BatchConfig.Layout.REAL_FIRST, false),
                UpdateConfig.ALTERNATING,
                null,
                null,
                10_000,
                1,
                100);
    }

    /** The networks of {@code mnist} under settings that keep D from winning, and G's variety: Mescheder et al. 2018's penalty above all. */
    static GanConfig mnistTuned() {
        return tuned(
                "mnist-tuned",
                "mnist with R1, smaller steps that shrink and a moving average of G: every digit, and none alike",
                0,
                new ScheduleConfig.Linear(0.05),
                0.999,
                30_000);
    }

    /**
     * {@code mnist-tuned} with G's weights kept small and averaged over thousands of steps that do not shrink. That removes from each
     * image what is its own only, to which Parzen windows give no likelihood, and some of the variety with it.
     */
    static GanConfig mnistSmooth() {
        return tuned(
                "mnist-smooth",
                "mnist-tuned with decay and a long moving average of G: smoother digits, the likeliest by Parzen windows",
                3e-4,
                new ScheduleConfig.Constant(),
                0.9998,
                15_000);
    }

    private static GanConfig tuned(
            String name,
            String description,
            double l2Decay,
            ScheduleConfig schedule,
            double movingAverageDecay,
            int steps) {
        GanConfig guides = mnist();
        OptimizerConfig optimizer = new OptimizerConfig.Adam(5e-4, 0.5, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                name,
                description,
                guides.data(),
                guides.noise(),
                NetworkConfig.of(guides.generator().layers(), initializer, optimizer)
                        .withL2Decay(l2Decay)
                        .withSchedule(schedule),
                NetworkConfig.of(judging(512, 256), initializer, optimizer).withSchedule(schedule),
                LossConfig.of(LossFunction.NON_SATURATING).withPenalty(new PenaltyConfig.R1(1)),
                BatchConfig.of(64),
                UpdateConfig.ALTERNATING,
                null,
                movingAverageDecay,
                steps,
                1,
                200);
    }

    private static List<LayerConfig> judging(int first, int second) {
        return List.of(
                LayerConfig.leakyRelu(first, 0.2),
                LayerConfig.leakyRelu(second, 0.2),
                LayerConfig.of(1, Kind.IDENTITY));
    }

    /** Fashion-MNIST with the networks of {@code mnist}, and settings under which clothes keep their variety. */
    static GanConfig fashion() {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(2e-4, 0.5, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                "fashion",
                "Clothes of 28x28 pixels: Fashion-MNIST",
                new DataConfig.FashionMnist(null),
                new NoiseConfig.Normal(100, 0, 1),
                NetworkConfig.of(mnist().generator().layers(), initializer, optimizer),
                NetworkConfig.of(judging(512, 256), initializer, optimizer),
                new LossConfig(LossFunction.NON_SATURATING, 0.9),
                BatchConfig.of(64),
                UpdateConfig.ALTERNATING,
                null,
                0.999,
                20_000,
                1,
                200);
    }
}
