package joust.gan;

/**
 * Normal noise on every row that the discriminator sees in training, real or generated (Arjovsky and Bottou 2017; Sønderby et al. 2017).
 * Labels stay as they are.
 *
 * @param deviation the standard deviation at the first step, positive
 * @param schedule how it moves over the run, as a factor; falls to 0 unless told otherwise
 */
public record InstanceNoiseConfig(
        double deviation, @Default("{kind: linear}") ScheduleConfig schedule) {
    public InstanceNoiseConfig {
        Check.positive("deviation", deviation);
    }
}
