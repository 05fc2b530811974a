package joust.gan;

/**
 * Where a run stands, apart from its tensors: with the parameters, the moving average and the optimizers' arenas it is all that a run
 * goes on from. Positions are Philox blocks of the stream of that name, see {@link Streams}.
 *
 * @param step steps done
 * @param preTrained whether the configuration's pre-training, if any, is done
 * @param discriminatorNoise the next block of {@link Streams#DISCRIMINATOR_NOISE}
 * @param generatorNoise the next block of {@link Streams#GENERATOR_NOISE}
 * @param data the next block of {@link Streams#DATA}
 * @param discriminatorUpdates updates of the discriminator done, pre-training apart
 * @param generatorUpdates updates of the generator done
 */
public record TrainerState(
        long step,
        boolean preTrained,
        long discriminatorNoise,
        long generatorNoise,
        long data,
        long discriminatorUpdates,
        long generatorUpdates) {
    public TrainerState {
        Check.require(step >= 0, "step", step, "at least 0");
        Check.require(discriminatorNoise >= 0, "discriminatorNoise", discriminatorNoise, "at least 0");
        Check.require(generatorNoise >= 0, "generatorNoise", generatorNoise, "at least 0");
        Check.require(data >= 0, "data", data, "at least 0");
        Check.require(discriminatorUpdates >= 0, "discriminatorUpdates", discriminatorUpdates, "at least 0");
        Check.require(generatorUpdates >= 0, "generatorUpdates", generatorUpdates, "at least 0");
    }
}
