package joust.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import joust.gan.ConfigException;
import joust.gan.DataSources;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.LossConfig;
import joust.gan.Metric;
import joust.gan.PenaltyConfig;
import org.jspecify.annotations.Nullable;

/**
 * A study made out: what is trained, and what is not, since loss and cure do not go together.
 *
 * @param cells in the order of the table
 * @param leftOut one line for each combination that does not apply, with the reason
 * @param seeds of each cell
 */
public record StudyPlan(List<StudyCell> cells, List<String> leftOut, List<Long> seeds) {
    /** The name of a loss or a cure that is the system's own. */
    private static final String OWN = "own";

    public StudyPlan {
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
        seeds = List.copyOf(seeds);
    }

    /**
     * Makes a study out.
     *
     * @param systems what the study's systems are, in their order
     * @throws ConfigException if two systems have one name, one's data have none of the metrics, or no combination applies
     */
    public static StudyPlan of(StudyConfig study, List<GanConfig> systems) {
        Names.requireDistinct("systems", systems.stream().map(GanConfig::name).toList());
        List<StudyCell> cells = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            GanConfig system = systems.get(i).withSteps(study.systems().get(i).steps());
            requireMetric("systems[" + i + "].config", system, study.metrics());
            for (Optional<StudyLoss> loss : orOwn(study.losses())) {
                orOwn(study.cures()).forEach(cure -> add(system, loss, cure, cells, leftOut));
            }
        }
        if (cells.isEmpty()) {
            throw new ConfigException("cures", leftOut.getFirst(), "at least one combination that applies");
        }
        return new StudyPlan(cells, leftOut, study.seeds());
    }

    /** All runs, seed after seed, so that a study that is stopped has something of every cell. */
    public List<StudyRun> runs() {
        return seeds.stream()
                .flatMap(seed -> cells.stream().map(cell -> new StudyRun(cell, seed)))
                .toList();
    }

    private static void requireMetric(String key, GanConfig system, List<String> metrics) {
        List<String> here = Evaluation.available(system, DataSources.open(system.data())).stream()
                .map(Metric::key)
                .toList();
        if (metrics.stream().noneMatch(here::contains)) {
            throw new ConfigException(
                    key,
                    system.name(),
                    "a configuration with one of the metrics " + String.join(", ", metrics) + "; it has "
                            + String.join(", ", here));
        }
    }

    /** Each of them, or the absence of any where there is none. */
    private static <T> List<Optional<T>> orOwn(List<T> entries) {
        return entries.isEmpty()
                ? List.of(Optional.empty())
                : entries.stream().map(Optional::of).toList();
    }

    private static void add(
            GanConfig system,
            Optional<StudyLoss> loss,
            Optional<StudyCure> cure,
            List<StudyCell> cells,
            List<String> leftOut) {
        String lossName = loss.map(StudyLoss::name).orElse(OWN);
        String cureName = cure.map(StudyCure::name).orElse(OWN);
        try {
            cells.add(new StudyCell(system.name(), lossName, cureName, combine(system, loss, cure)));
        } catch (ConfigException e) {
            leftOut.add(system.name() + ", " + lossName + ", " + cureName + ": " + e.getMessage());
        }
    }

    private static GanConfig combine(GanConfig system, Optional<StudyLoss> loss, Optional<StudyCure> cure) {
        LossConfig own = system.loss();
        return new GanConfig(
                system.name(),
                system.description(),
                system.data(),
                system.noise(),
                system.generator(),
                system.discriminator(),
                new LossConfig(
                        loss.map(StudyLoss::function).orElse(own.function()),
                        loss.isPresent() ? 1 : own.realLabel(),
                        penalty(own, loss, cure)),
                system.batch()
                        .withPacking(cure.map(StudyCure::packing)
                                .orElse(system.batch().packing())),
                system.updates(),
                system.preTraining(),
                system.movingAverageDecay(),
                system.steps(),
                system.seed(),
                system.logEvery());
    }

    /** That of the loss, or of the cure, or where there is no cure the system's own. */
    private static @Nullable PenaltyConfig penalty(LossConfig own, Optional<StudyLoss> loss, Optional<StudyCure> cure) {
        PenaltyConfig ofLoss = loss.map(StudyLoss::penalty).orElse(null);
        PenaltyConfig ofCure = cure.isPresent() ? cure.get().penalty() : ofLoss == null ? own.penalty() : null;
        if (ofLoss != null && ofCure != null) {
            String names = cure.map(StudyCure::name).orElse(OWN);
            throw new ConfigException(
                    "penalty", names, "none, as " + loss.map(StudyLoss::name).orElse(OWN) + " has one of its own");
        }
        return ofLoss == null ? ofCure : ofLoss;
    }
}
