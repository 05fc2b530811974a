package joust.gan;

/**
 * Is told what happens in a run, on the thread that trains. An exception from a listener ends the run and reaches the caller of
 * {@link GanTrainer#train}. Whatever a listener reads from the trainer leaves the training's bits as they are.
 */
public interface TrainingListener {
    /** A listener that does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** Before the first step of a call of {@link GanTrainer#train}, and before pre-training. */
    default void onStart(GanTrainer trainer) {}

    /**
     * Before the first update of pre-training, after every {@code logEvery} of them and after the last.
     *
     * @param update updates done
     * @param loss the mean squared error on the points of the next update
     */
    default void onPreTraining(int update, double loss) {}

    /** After pre-training, when the discriminator has its weights. */
    default void onPreTrained(GanTrainer trainer) {}

    /** After each step; {@code step} are done. */
    default void onStep(GanTrainer trainer, long step) {}

    /** At step 0, after every {@code logEvery} steps and after the last, following {@link #onStep}. */
    default void onLog(GanTrainer trainer, LogRow row) {}

    /** After each step, following {@link #onLog} where there is a row: the moment to save {@link GanTrainer#state}. */
    default void onStepEnd(GanTrainer trainer, long step) {}

    /** After the last step of a call of {@link GanTrainer#train}, whether it came to its end or was asked to stop. */
    default void onFinish(GanTrainer trainer) {}
}
