package joust.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import joust.gan.BestSoFar;
import joust.gan.GanTrainer;
import joust.gan.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Saves a run at its beginning, after pre-training, after every so many steps, and at its end or when it is asked to stop; where
 * evaluations are compared, also after each that beats all before. An exception that ends the run
 * leaves the last checkpoint as it is. It comes last among listeners, so that its texts tell of what the others did in that step.
 */
public final class CheckpointListener implements TrainingListener {
    private final CheckpointFolder folder;
    private final int every;
    private final int keep;
    private final Supplier<Map<String, String>> texts;
    private final @Nullable BestSoFar best;
    private long saved = -1;

    /**
     * Without a best one.
     *
     * @param every steps from one checkpoint to the next, at least 1
     * @param keep how many of the last ones are kept, at least 1
     * @param texts what else a checkpoint keeps, asked at each
     */
    public CheckpointListener(CheckpointFolder folder, int every, int keep, Supplier<Map<String, String>> texts) {
        this(folder, every, keep, texts, null);
    }

    /**
     * With a best one, which is kept besides the last ones and noted.
     *
     * @param best is told of a step's evaluation before this listener hears of the step's end
     */
    public CheckpointListener(
            CheckpointFolder folder,
            int every,
            int keep,
            Supplier<Map<String, String>> texts,
            @Nullable BestSoFar best) {
        if (every < 1 || keep < 1) {
            throw new IllegalArgumentException(
                    "checkpoints: every " + every + " steps, keep " + keep + ", expected at least 1 of both");
        }
        this.folder = folder;
        this.every = every;
        this.keep = keep;
        this.texts = texts;
        this.best = best;
    }

    /** Takes note that the trainer stands at a checkpoint that need not be written again. */
    public void resumedFrom(Checkpoint checkpoint) {
        saved = checkpoint.step();
    }

    @Override
    public void onStart(GanTrainer trainer) {
        if (best != null) {
            noteBest(best);
        }
        saveOnce(trainer);
    }

    @Override
    public void onPreTrained(GanTrainer trainer) {
        save(trainer);
    }

    @Override
    public void onStepEnd(GanTrainer trainer, long step) {
        if (step % every == 0 || (best != null && best.isBest(step))) {
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
            if (best != null) {
                folder.note(best);
            }
            folder.keepLast(keep, best == null ? Set.of() : best.kept());
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint of step " + trainer.step() + " could not be written", e);
        }
        saved = trainer.step();
    }

    /** What a killed process had noted after the checkpoint that the run goes on from does not hold yet. */
    private void noteBest(BestSoFar found) {
        try {
            folder.note(found);
        } catch (IOException e) {
            throw new UncheckedIOException("the note of the best checkpoint could not be written", e);
        }
    }
}
