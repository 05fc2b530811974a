package joust.study;

import java.util.ArrayList;
import java.util.List;
import joust.data.Mixture;
import joust.gan.ConfigException;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.LossConfig;
import joust.gan.PenaltyConfig;

/**
 * A study made out: what is trained, and what is not, since loss and cure do not go together.
 *
 * @param cells in the order of the table
 * @param leftOut one line for each combination that does not apply, with the reason
 * @param seeds of each cell
 */
public record StudyPlan(List<StudyCell> cells, List<String> leftOut, List<Long> seeds) {
    public StudyPlan {
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
        seeds = List.copyOf(seeds);
    }

    /**
     * Makes a study out.
     *
     * @param systems what the study's systems are, in their order
     * @throws ConfigException if two systems have one name, one's data have no modes, or no combination applies
     */
    public static StudyPlan of(StudyConfig study, List<GanConfig> systems) {
        Names.requireDistinct("systems", systems.stream().map(GanConfig::name).toList());
        List<StudyCell> cells = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            GanConfig system = systems.get(i).withSteps(study.systems().get(i).steps());
            requireModes("systems[" + i + "].config", system);
            for (StudyLoss loss : study.losses()) {
                study.cures().forEach(cure -> add(system, loss, cure, cells, leftOut));
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

    private static void requireModes(String key, GanConfig system) {
        if (!(DataSources.open(system.data()).training() instanceof Mixture)) {
            throw new ConfigException(key, system.name(), "a configuration whose data have modes: kind ring or grid");
        }
    }

    private static void add(
            GanConfig system, StudyLoss loss, StudyCure cure, List<StudyCell> cells, List<String> leftOut) {
        try {
            cells.add(new StudyCell(system.name(), loss.name(), cure.name(), combine(system, loss, cure)));
        } catch (ConfigException e) {
            leftOut.add(system.name() + ", " + loss.name() + ", " + cure.name() + ": " + e.getMessage());
        }
    }

    private static GanConfig combine(GanConfig system, StudyLoss loss, StudyCure cure) {
        if (loss.penalty() != null && cure.penalty() != null) {
            throw new ConfigException("penalty", cure.name(), "none, as " + loss.name() + " has one of its own");
        }
        PenaltyConfig penalty = loss.penalty() == null ? cure.penalty() : loss.penalty();
        return new GanConfig(
                system.name(),
                system.description(),
                system.data(),
                system.noise(),
                system.generator(),
                system.discriminator(),
                new LossConfig(loss.function(), 1, penalty),
                system.batch().withPacking(cure.packing()),
                system.updates(),
                system.preTraining(),
                system.movingAverageDecay(),
                system.steps(),
                system.seed(),
                system.logEvery());
    }
}
