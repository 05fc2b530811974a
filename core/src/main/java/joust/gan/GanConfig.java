package joust.gan;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a training run depends on but the seed's override and the data's bytes: its components are the keys of a configuration
 * file. A run is a pure function of the configuration and the data.
 *
 * @param name letters, digits, dots, hyphens and underscores; runs are named after it
 * @param description one sentence
 * @param generator takes {@code noise.dimension} numbers; its last width is the columns of the data
 * @param discriminator takes a row of data; its last width is 1, or 2 with two-class cross-entropy
 * @param preTraining what the discriminator learns before the first step; null for nothing
 * @param movingAverageDecay in (0, 1): an exponential moving average of the generator's parameters is kept, of which samples are made;
 *     null for none
 * @param steps the length of the run and of its schedules
 * @param seed the key of all random numbers
 * @param logEvery steps from one row of the log to the next
 * @param evaluation how the run is judged before its end
 */
public record GanConfig(
        String name,
        @Default("''") String description,
        DataConfig data,
        NoiseConfig noise,
        NetworkConfig generator,
        NetworkConfig discriminator,
        LossConfig loss,
        BatchConfig batch,
        @Default("{}") UpdateConfig updates,
        @Default("null") @Nullable PreTrainingConfig preTraining,
        @Default("null") @Nullable Double movingAverageDecay,
        int steps,
        @Default("1") long seed,
        @Default("100") int logEvery,
        @Default("{}") EvaluationConfig evaluation) {
    public GanConfig {
        Check.require(
                name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
                "name",
                name,
                "letters, digits, dots, hyphens and underscores, a letter or digit first");
        Objects.requireNonNull(description, "description");
        Check.require(
                movingAverageDecay == null || (movingAverageDecay > 0 && movingAverageDecay < 1),
                "movingAverageDecay",
                String.valueOf(movingAverageDecay),
                "a number in (0, 1)");
        Check.atLeast(1, "steps", steps);
        Check.atLeast(1, "logEvery", logEvery);
        Check.require(
                evaluation.every() % logEvery == 0,
                "evaluation.every",
                evaluation.every(),
                "a multiple of logEvery, which is " + logEvery);
        ConfigRules.check(data, noise, generator, discriminator, loss, batch, updates, preTraining);
    }

    /** A run that is judged at its end alone. */
    public GanConfig(
            String name,
            String description,
            DataConfig data,
            NoiseConfig noise,
            NetworkConfig generator,
            NetworkConfig discriminator,
            LossConfig loss,
            BatchConfig batch,
            UpdateConfig updates,
            @Nullable PreTrainingConfig preTraining,
            @Nullable Double movingAverageDecay,
            int steps,
            long seed,
            int logEvery) {
        this(
                name,
                description,
                data,
                noise,
                generator,
                discriminator,
                loss,
                batch,
                updates,
                preTraining,
                movingAverageDecay,
                steps,
                seed,
                logEvery,
                EvaluationConfig.AT_THE_END);
    }

    /** This run with its rows read from {@code path}. */
    public GanConfig withDataPath(String path) {
        try {
            return withData(data.withPath(path));
        } catch (ConfigException e) {
            throw e.within("data");
        }
    }

    /** This run with a relative path of its rows taken from {@code folder} and made absolute. */
    public GanConfig withDataFrom(Path folder) {
        return withData(data.from(folder));
    }

    /** This run with another length, of its schedules too. */
    public GanConfig withSteps(int other) {
        return with(data, preTraining, other, seed, logEvery, evaluation);
    }

    /** This run with another seed. */
    public GanConfig withSeed(long other) {
        return with(data, preTraining, steps, other, logEvery, evaluation);
    }

    /** This run with another distance of the log's rows. */
    public GanConfig withLogEvery(int other) {
        return with(data, preTraining, steps, seed, other, evaluation);
    }

    /** This run judged otherwise on its way. */
    public GanConfig withEvaluation(EvaluationConfig other) {
        return with(data, preTraining, steps, seed, logEvery, other);
    }

    /** This run without what comes before its first step. */
    GanConfig withoutPreTraining() {
        return with(data, null, steps, seed, logEvery, evaluation);
    }

    private GanConfig withData(DataConfig other) {
        return with(other, preTraining, steps, seed, logEvery, evaluation);
    }

    private GanConfig with(
            DataConfig data,
            @Nullable PreTrainingConfig preTraining,
            int steps,
            long seed,
            int logEvery,
            EvaluationConfig evaluation) {
        return new GanConfig(
                name,
                description,
                data,
                noise,
                generator,
                discriminator,
                loss,
                batch,
                updates,
                preTraining,
                movingAverageDecay,
                steps,
                seed,
                logEvery,
                evaluation);
    }
}
