package joust.gan;

/**
 * Before the first step, a copy of the discriminator learns the density of the data by regression: mean squared error of its outputs,
 * before the clamp, on points uniform within {@code deviations} standard deviations of the mean. Its parameters are then copied into
 * the discriminator. These updates are not counted as steps.
 *
 * @param steps updates, each on as many points as a batch has rows
 * @param deviations half the width of the interval, positive
 */
public record PreTrainingConfig(
        int steps,
        @Default("3") double deviations,
        OptimizerConfig optimizer,
        @Default("{kind: constant}") ScheduleConfig schedule) {
    public PreTrainingConfig {
        Check.atLeast(1, "steps", steps);
        Check.positive("deviations", deviations);
    }
}
