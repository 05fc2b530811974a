package joust.simd;

import java.util.List;
import joust.gan.BatchConfig;
import joust.gan.GanConfig;
import joust.gan.InstanceNoiseConfig;
import joust.gan.LossConfig;
import joust.gan.LossFunction;
import joust.gan.NetworkConfig;
import joust.gan.OptimizerConfig;
import joust.gan.PenaltyConfig;
import joust.gan.Presets;
import joust.gan.ScheduleConfig;

/** Runs with what no preset has: normalised weights, penalties between the data, noise on the rows, momentum that moves. */
final class CuredRuns {
    private CuredRuns() {}

    static List<GanConfig> all() {
        InstanceNoiseConfig noise = new InstanceNoiseConfig(0.3, new ScheduleConfig.Linear(0));
        GanConfig ring = Presets.get("ring8");
        NetworkConfig normalised = ring.discriminator().withSpectralNorm();
        GanConfig theory = Presets.get("theory");
        LossConfig wasserstein = LossConfig.of(LossFunction.WASSERSTEIN).withPenalty(new PenaltyConfig.WganGp(1));
        return List.of(
                changed("ring8-normalised", ring, normalised, LossConfig.of(LossFunction.HINGE), BatchConfig.of(60)),
                changed(
                        "ring8-wasserstein",
                        ring,
                        normalised,
                        wasserstein,
                        BatchConfig.of(60).withPacking(3)),
                changed(
                        "theory-noise",
                        theory,
                        moving(theory.discriminator()),
                        theory.loss(),
                        BatchConfig.of(60).withInstanceNoise(noise)),
                changed("theory-wasserstein", theory, theory.discriminator(), wasserstein, BatchConfig.of(61)));
    }

    private static NetworkConfig moving(NetworkConfig network) {
        return NetworkConfig.of(network.layers(), network.initializer(), new OptimizerConfig.Nesterov(0.01, 0.5))
                .withMomentumSchedule(new ScheduleConfig.Linear(1.4));
    }

    private static GanConfig changed(
            String name, GanConfig config, NetworkConfig discriminator, LossConfig loss, BatchConfig batch) {
        return new GanConfig(
                name,
                "",
                config.data(),
                config.noise(),
                config.generator(),
                discriminator,
                loss,
                batch,
                config.updates(),
                null,
                config.movingAverageDecay(),
                config.steps(),
                config.seed(),
                config.logEvery());
    }
}
