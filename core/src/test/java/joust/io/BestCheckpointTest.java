package joust.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Gaussian;
import joust.gan.BestSoFar;
import joust.gan.EvaluationConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkpoint of the best evaluation is written, noted and kept. */
class BestCheckpointTest {
    private static final EvaluationConfig BY_KS = new EvaluationConfig(3, 100, "ks", 0);

    /** What a run's evaluations may have found, by step; 10 is the step at which it ends. */
    private static final Map<Long, Double> KS = Map.of(0L, 0.0, 3L, 0.5, 6L, 0.25, 9L, 0.75, 10L, 0.125, 12L, 0.5);

    private final Backend backend = Backends.open("scalar");

    @TempDir
    private Path temporary;

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void itIsWrittenBetweenTheOthersAndStays() throws IOException {
        CheckpointFolder folder = trained(BY_KS, 9);
        assertThat(folder.files().keySet()).containsExactly(6L, 9L);
        assertThat(folder.best()).hasValue(6);
        assertThat(temporary.resolve("checkpoints/best")).content().isEqualTo("step 6, ks 0.25\n");
    }

    @Test
    void anEndOutOfTurnMayBeTheBestAndLeavesTheOneBefore() throws IOException {
        CheckpointFolder folder = trained(BY_KS, 10);
        assertThat(folder.best()).hasValue(10);
        assertThat(folder.files().keySet()).containsExactly(6L, 10L);
    }

    @Test
    void theNoteIsThatOfTheEvaluationsSoFarWhateverItWas() throws IOException {
        CheckpointFolder folder = trained(BY_KS, 9);
        BestSoFar none = new BestSoFar(BY_KS, 0);
        folder.note(none);
        assertThat(folder.best()).isEmpty();
        BestSoFar another = new BestSoFar(BY_KS, 0);
        another.add(3, 0.5);
        folder.note(another);
        assertThat(folder.best()).hasValue(3);
        Files.writeString(temporary.resolve("checkpoints/best"), "nonsense");
        assertThat(folder.best()).isEmpty();
    }

    @Test
    void aRunThatGoesOnNotesWhatItsLogSaysBeforeItsFirstStep() throws IOException {
        CheckpointFolder folder = trained(BY_KS, 9);
        BestSoFar earlier = new BestSoFar(BY_KS, 0);
        earlier.add(3, 0.5);
        try (GanTrainer trainer = new GanTrainer(backend, SmallGan.adam(), new Gaussian(1, 2))) {
            trainer.train(0, new CheckpointListener(folder, 100, 1, Map::of, earlier));
        }
        assertThat(folder.best()).hasValue(3);
    }

    private CheckpointFolder trained(EvaluationConfig config, int steps) throws IOException {
        CheckpointFolder folder = new CheckpointFolder(temporary.resolve("checkpoints"));
        BestSoFar best = new BestSoFar(config, 0);
        CheckpointListener checkpoints = new CheckpointListener(folder, 100, 1, Map::of, best);
        TrainingListener evaluatedFirst = new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                best.add(row.step(), KS.getOrDefault(row.step(), Double.NaN));
            }

            @Override
            public void onStepEnd(GanTrainer trainer, long step) {
                checkpoints.onStepEnd(trainer, step);
            }

            @Override
            public void onFinish(GanTrainer trainer) {
                checkpoints.onFinish(trainer);
            }
        };
        try (GanTrainer trainer = new GanTrainer(backend, SmallGan.adam().withLogEvery(3), new Gaussian(1, 2))) {
            trainer.train(steps, evaluatedFirst);
        }
        return folder;
    }
}
