package joust.gan;

import joust.data.SplitSamples;

/** Which Philox stream belongs to which random numbers of a run; the key is the run's seed. */
public final class Streams {
    /** Initial weights of the generator. */
    public static final int GENERATOR_WEIGHTS = 0;
    /** Initial weights of the discriminator. */
    public static final int DISCRIMINATOR_WEIGHTS = 1;
    /** Noise of the discriminator's updates, or of both networks' where they share it. */
    public static final int DISCRIMINATOR_NOISE = 2;
    /** Noise of the generator's updates. */
    public static final int GENERATOR_NOISE = 3;
    /** Real rows. */
    public static final int DATA = 4;
    /** Classes that the generator learns on; update n of the generator has the blocks from n times those of a batch on. */
    public static final int LABELS = 5;
    /** Instance noise; turns 3n, 3n + 1 and 3n + 2 belong to update n: the discriminator's two batches and the generator's. */
    public static final int INSTANCE_NOISE = 6;
    /** Where gradient penalties are taken; update n of the discriminator has the blocks from n times those of a batch on. */
    public static final int PENALTY = 7;
    /** Points of the discriminator's pre-training. */
    public static final int PRE_TRAINING = 8;
    /** Where the power method of the spectral norm starts. */
    public static final int DIRECTIONS = 10;
    /** Initial biases of the generator. */
    public static final int GENERATOR_BIASES = 11;
    /** Initial biases of the discriminator. */
    public static final int DISCRIMINATOR_BIASES = 12;
    /** Which rows of a set are kept apart to judge by. */
    public static final int SPLIT = SplitSamples.STREAM;
    /** Noise of generated samples that a network is judged by; streams from here on are free for evaluation. */
    public static final int EVALUATION_NOISE = 16;
    /** Real rows that a network is judged by. */
    public static final int EVALUATION_DATA = 17;

    private Streams() {}
}
