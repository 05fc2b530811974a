package joust.backend;

/** Whose term of an adversarial loss a batch contributes to. */
public enum Side {
    /** Real rows, in the discriminator's loss. */
    REAL,
    /** Generated rows, in the discriminator's loss. */
    FAKE,
    /** Generated rows, in the generator's loss. */
    GENERATOR
}
