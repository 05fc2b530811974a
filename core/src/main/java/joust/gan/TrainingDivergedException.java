package joust.gan;

/** A loss or a gradient that is no longer a finite number; training ends, as nothing can come of it. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long step;
    private final String what;
    private final double value;

    /**
     * @param step the steps done when it was noticed
     * @param what the quantity, by its name in the log
     * @param value NaN or infinite
     */
    public TrainingDivergedException(long step, String what, double value) {
        super("training diverged: " + what + " is " + value + " after step " + step
                + ", expected a finite number; try "
                + (step == 0 ? "smaller initial weights" : "a lower learningRate"));
        this.step = step;
        this.what = what;
        this.value = value;
    }

    /** The steps done when it was noticed. */
    public long step() {
        return step;
    }

    /** The quantity, by its name in the log. */
    public String what() {
        return what;
    }

    /** NaN or infinite. */
    public double value() {
        return value;
    }
}
