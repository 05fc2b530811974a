package joust.report;

/**
 * Which steps of a run are pictured. Their distance is a unit times a power of two, so those of a longer run are among those of a
 * shorter one: a run that is resumed to a later end has every picture of one that was never stopped.
 *
 * @param every the distance
 * @param last the run's last step, which is pictured too
 */
public record PictureSteps(long every, long last) {
    /**
     * The smallest distance that keeps within a number of pictures, the first and the last apart.
     *
     * @param last the run's last step
     * @param unit the smallest distance there may be, at least 1
     * @param most how many pictures, at least 1
     */
    public static PictureSteps of(long last, long unit, int most) {
        long every = unit;
        while (last / every > most) {
            every *= 2;
        }
        return new PictureSteps(every, last);
    }

    /** Whether a step is one of them. */
    public boolean isDue(long step) {
        return step % every == 0 || step == last;
    }
}
