package joust.study;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import joust.gan.ConfigException;
import joust.gan.Default;
import joust.gan.LossFunction;
import joust.gan.PenaltyConfig;

/**
 * What is compared: every system under every loss with every cure, once for each seed. Its components are the keys of a study's file.
 * Without losses and cures it compares the systems as they are.
 *
 * @param name letters, digits, dots, hyphens and underscores; the study's folder is named after it
 * @param description one sentence
 * @param losses none for each system's own
 * @param cures none for each system's own packing and penalty
 * @param metrics what is compared, keys of {@code metrics.json}; every system has to have one of them
 * @param secondsPerRun a run that trains longer is ended, and marked: where that happens depends on the machine
 */
public record StudyConfig(
        String name,
        @Default("''") String description,
        List<StudySystem> systems,
        @Default("[]") List<StudyLoss> losses,
        @Default("[]") List<StudyCure> cures,
        List<Long> seeds,

        @Default("[modes, modesStrict, highQuality, reverseKl]")
        List<String> metrics,

        @Default("60") double secondsPerRun) {
    /** What studies of modes compare (Lin et al. 2018, section 4.1). */
    public static final List<String> OF_MODES = List.of("modes", "modesStrict", "highQuality", "reverseKl");

    public StudyConfig {
        Names.require(name);
        Objects.requireNonNull(description, "description");
        systems = List.copyOf(systems);
        losses = List.copyOf(losses);
        cures = List.copyOf(cures);
        seeds = List.copyOf(seeds);
        metrics = List.copyOf(metrics);
        Names.requireDistinct(
                "systems", systems.stream().map(StudySystem::config).toList());
        Names.requireNoTwins("losses", losses.stream().map(StudyLoss::name).toList());
        Names.requireNoTwins("cures", cures.stream().map(StudyCure::name).toList());
        Names.requireDistinct("seeds", seeds);
        Names.requireDistinct("metrics", metrics);
        Names.requireMetrics("metrics", metrics);
        if (!(secondsPerRun > 0 && secondsPerRun <= Integer.MAX_VALUE)) {
            throw new ConfigException("secondsPerRun", secondsPerRun, "a number of seconds above 0");
        }
    }

    /** Whether systems are compared as they are. */
    public boolean isOfSystems() {
        return losses.isEmpty() && cures.isEmpty();
    }

    /**
     * The study that comes with Joust: what cures the collapse of modes on the ring and on the grid (Lin et al. 2018, table 1). Its
     * steps take a core of 2022 some 40 seconds, so that slower ones come to the end of them too. The penalty's weight is 0.1, as the
     * authors of WGAN-GP have it in their code for points in the plane.
     */
    public static StudyConfig ofCures() {
        return new StudyConfig(
                "cures",
                "What keeps every mode: packing and R1 under three losses, on eight Gaussians and on twenty-five",
                List.of(new StudySystem("ring8", 8_000), new StudySystem("grid25", 8_000)),
                List.of(
                        new StudyLoss("non-saturating", LossFunction.NON_SATURATING, null),
                        new StudyLoss("hinge", LossFunction.HINGE, null),
                        new StudyLoss("wgan-gp", LossFunction.WASSERSTEIN, new PenaltyConfig.WganGp(0.1))),
                List.of(
                        new StudyCure("none", 1, null),
                        new StudyCure("packing-2", 2, null),
                        new StudyCure("packing-4", 4, null),
                        new StudyCure("r1", 1, new PenaltyConfig.R1(0.1))),
                LongStream.rangeClosed(1, 5).boxed().toList(),
                OF_MODES,
                60);
    }
}
