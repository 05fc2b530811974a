package joust.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import joust.gan.GanTrainer;
import joust.gan.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Saves a run at its beginning, after pre-training, after every so many steps, and at its end or when it is asked to stop. An exception that ends the run
 * leaves the last checkpoint as it is. It comes last among listeners, so that its texts tell of what the others did in that step.
 */
public final class CheckpointListener implements TrainingListener {
    private final CheckpointFolder folder;
    private final int every;
    private final int keep;
    private final Supplier<Map<String, String>> texts;
    private final @Nullable ToDoubleFunction<GanTrainer> score;
    private long saved = -1;

    /**
     * Without scores.
     *
     * @param every steps from one checkpoint to the next, at least 1
     * @param keep how many of the last ones are kept, at least 1
     * @param texts what else a checkpoint keeps, asked at each
     */
    public CheckpointListener(CheckpointFolder folder, int every, int keep, Supplier<Map<String, String>> texts) {
        this(folder, every, keep, texts, null);
    }

    /**
     * With a score, of which the best checkpoint is kept too.
     *
     * @param score smaller is better; asked at each checkpoint; may read the trainer, not change it
     */
    public CheckpointListener(
            CheckpointFolder folder,
            int every,
            int keep,
            Supplier<Map<String, String>> texts,
            @Nullable ToDoubleFunction<GanTrainer> score) {
        if (every < 1 || keep < 1) {
            throw new IllegalArgumentException(
                    "checkpoints: every " + every + " steps, keep " + keep + ", expected at least 1 of both");
        }
        this.folder = folder;
        this.every = every;
        this.keep = keep;
        this.texts = texts;
        this.score = score;
    }

    /** Takes note that the trainer stands at a checkpoint that need not be written again. */
    public void resumedFrom(Checkpoint checkpoint) {
        saved = checkpoint.step();
    }

    @Override
    public void onStart(GanTrainer trainer) {
        saveOnce(trainer);
    }

    @Override
    public void onPreTrained(GanTrainer trainer) {
        save(trainer);
    }

    @Override
    public void onStepEnd(GanTrainer trainer, long step) {
        if (step % every == 0) {
            saveOnce(trainer);
        }
    }

    @Override
    public void onFinish(GanTrainer trainer) {
        saveOnce(trainer);
    }

    private void saveOnce(GanTrainer trainer) {
        if (saved != trainer.step()) {
            save(trainer);
        }
    }

    private void save(GanTrainer trainer) {
        try {
            folder.write(trainer, texts.get());
            if (score != null) {
                folder.score(trainer.step(), score.applyAsDouble(trainer));
            }
            folder.keepLast(keep);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint of step " + trainer.step() + " could not be written", e);
        }
        saved = trainer.step();
    }
}
