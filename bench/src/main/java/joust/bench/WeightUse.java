package joust.bench;

/** What happens to the weights between two calls; a backend may keep a packed copy only while they stay the same. */
public enum WeightUse {
    /** An optimizer writes to them, as in training. */
    CHANGING,
    /** Nothing, as in inference. */
    KEPT
}
