package joust.gan;

/**
 * Which updates make one step, and on which noise.
 *
 * @param order who is updated first when alternating; without effect on simultaneous updates
 * @param discriminatorSteps updates of the discriminator per step
 * @param generatorSteps updates of the generator per step
 */
public record UpdateConfig(
        @Default("alternating") Mode mode,
        @Default("discriminator-first") Order order,
        @Default("1") int discriminatorSteps,
        @Default("1") int generatorSteps,
        @Default("fresh") NoiseUse noise) {
    /** One network after the other, or both from the same parameters. */
    public enum Mode {
        /** Each update sees the other network as its last update left it. */
        ALTERNATING,
        /** Both gradients are taken from the same parameters, then both networks are updated; one update each. */
        SIMULTANEOUS
    }

    /** Who comes first. */
    public enum Order {
        /** The discriminator's updates, then the generator's. */
        DISCRIMINATOR_FIRST,
        /** The generator's updates, then the discriminator's. */
        GENERATOR_FIRST
    }

    /** Which noise an update is given. */
    public enum NoiseUse {
        /** Every update draws its own. */
        FRESH,
        /** Each step draws once; all of its updates use that. */
        SHARED
    }

    /** One update each, the discriminator first, on fresh noise. */
    public static final UpdateConfig ALTERNATING =
            new UpdateConfig(Mode.ALTERNATING, Order.DISCRIMINATOR_FIRST, 1, 1, NoiseUse.FRESH);

    private static final String ONE = "1 with simultaneous updates";

    public UpdateConfig {
        Check.atLeast(1, "discriminatorSteps", discriminatorSteps);
        Check.atLeast(1, "generatorSteps", generatorSteps);
        boolean simultaneous = mode == Mode.SIMULTANEOUS;
        Check.require(!simultaneous || discriminatorSteps == 1, "discriminatorSteps", discriminatorSteps, ONE);
        Check.require(!simultaneous || generatorSteps == 1, "generatorSteps", generatorSteps, ONE);
    }
}
