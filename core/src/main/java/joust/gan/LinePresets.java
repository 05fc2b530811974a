package joust.gan;

import java.util.List;
import joust.backend.Activation.Kind;

/** The presets whose data are normal distributions in one dimension. */
final class LinePresets {
    private static final UpdateConfig THREE_TO_ONE = new UpdateConfig(
            UpdateConfig.Mode.ALTERNATING, UpdateConfig.Order.DISCRIMINATOR_FIRST, 3, 1, UpdateConfig.NoiseUse.FRESH);

    private LinePresets() {}

    /** A tutorial of 2016 that extends Eric Jang's: a generator learns a normal distribution, and its density can be watched. */
    static GanConfig gaussian1d() {
        OptimizerConfig optimizer = new OptimizerConfig.Momentum(0.001, 0.6);
        ScheduleConfig schedule = new ScheduleConfig.Staircase(0.95, 4);
        InitializerConfig initializer = new InitializerConfig.Normal(1);
        List<LayerConfig> layers =
                List.of(LayerConfig.of(10, Kind.TANH), LayerConfig.of(10, Kind.TANH), LayerConfig.of(1, Kind.TANH));
        NetworkConfig network = NetworkConfig.of(layers, initializer, optimizer).withSchedule(schedule);
        return new GanConfig(
                "gaussian1d",
                "A normal distribution in one dimension; the discriminator starts from its density",
                new DataConfig.Gaussian(0, 1),
                new NoiseConfig.Stratified(-3, 3, 0.01),
                network.withOutputScale(5),
                network.withClamp(0.01, 0.99),
                LossConfig.of(LossFunction.CLAMPED_NON_SATURATING),
                new BatchConfig(200, BatchConfig.Layout.APART, true),
                UpdateConfig.ALTERNATING,
                new PreTrainingConfig(1_000, 3, optimizer, new ScheduleConfig.Constant()),
                null,
                10_000,
                1,
                100);
    }

    /** The tutorial's system with the changes under which the generator's distribution comes close to the data's. */
    static GanConfig gaussian1dTuned() {
        GanConfig published = gaussian1d();
        List<LayerConfig> judging =
                List.of(LayerConfig.of(10, Kind.TANH), LayerConfig.of(10, Kind.TANH), LayerConfig.of(1, Kind.IDENTITY));
        return new GanConfig(
                "gaussian1d-tuned",
                "gaussian1d with Adam, three updates of D, R1 in place of the clamp, biases that start apart and a moving average of G",
                published.data(),
                published.noise(),
                tuned(published.generator().layers(), 5e-4).withOutputScale(5),
                tuned(judging, 2e-3),
                LossConfig.of(LossFunction.NON_SATURATING).withPenalty(new PenaltyConfig.R1(0.1)),
                published.batch(),
                THREE_TO_ONE,
                published.preTraining(),
                0.999,
                20_000,
                published.seed(),
                published.logEvery());
    }

    /** Rates that fall to a hundredth, hidden biases that start apart. */
    private static NetworkConfig tuned(List<LayerConfig> layers, double learningRate) {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(learningRate, 0.5, 0.99, 1e-7);
        return NetworkConfig.of(layers, new InitializerConfig.GlorotUniform(), optimizer)
                .withBiasDeviation(1)
                .withSchedule(new ScheduleConfig.Linear(0.01));
    }

    /**
     * The game of Goodfellow et al. 2014, whose optimum is known: D = 1/2 everywhere, V = -log 4. As there, D is kept near its own
     * optimum: it takes more and larger steps than G. The penalty is small enough to leave D its shape.
     */
    static GanConfig theory() {
        List<LayerConfig> layers =
                List.of(LayerConfig.of(32, Kind.TANH), LayerConfig.of(32, Kind.TANH), LayerConfig.of(1, Kind.IDENTITY));
        return new GanConfig(
                "theory",
                "The 2014 paper's game on a normal distribution: D comes to 1/2 and V to -log 4",
                new DataConfig.Gaussian(0, 1),
                new NoiseConfig.Uniform(1, -1, 1),
                tuned(layers, 5e-4),
                tuned(layers, 2e-3),
                LossConfig.of(LossFunction.NON_SATURATING).withPenalty(new PenaltyConfig.R1(0.01)),
                BatchConfig.of(256),
                THREE_TO_ONE,
                null,
                0.999,
                10_000,
                1,
                200);
    }

    /** {@link PlanePresets#toy2d} in one dimension. */
    static GanConfig toy1d() {
        OptimizerConfig optimizer = new OptimizerConfig.Sgd(0.01);
        InitializerConfig initializer = new InitializerConfig.TruncatedNormal(1);
        List<LayerConfig> hidden = List.of(LayerConfig.of(64, Kind.RELU), LayerConfig.of(64, Kind.RELU));
        return new GanConfig(
                "toy1d",
                "A normal distribution in one dimension, with the settings of toy2d",
                new DataConfig.Gaussian(1, 1),
                new NoiseConfig.Uniform(1, 0, 1),
                NetworkConfig.of(PlanePresets.with(hidden, 1), initializer, optimizer)
                        .withL2Decay(-0.005),
                NetworkConfig.of(PlanePresets.with(hidden, 2), initializer, optimizer)
                        .withL2Decay(0.005),
                LossConfig.of(LossFunction.TWO_CLASS_CROSS_ENTROPY),
                new BatchConfig(500, BatchConfig.Layout.GENERATED_FIRST, false),
                PlanePresets.SHARED_NOISE,
                null,
                null,
                10_000,
                1,
                200);
    }
}
