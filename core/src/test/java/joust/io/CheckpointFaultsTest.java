package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Gaussian;
import joust.data.GeneratedSamples;
import joust.data.Samples;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.TrainingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a run by an exception leaves its last checkpoint, and the run goes on from there. */
class CheckpointFaultsTest {
    private static final int STEPS = 20;
    private static final Samples DATA = new Gaussian(1, 2);

    private final Backend backend = Backends.open("scalar");

    @TempDir
    private Path temporary;

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void aListenerThatThrowsLeavesTheLastCheckpoint() throws IOException {
        TrainingListener throwing = new TrainingListener() {
            @Override
            public void onStep(GanTrainer trainer, long step) {
                if (step == 11) {
                    throw new IllegalStateException("the listener fails");
                }
            }
        };
        assertGoesOnAfter(IllegalStateException.class, DATA, throwing);
    }

    @Test
    void anErrorOfTheHeapLeavesTheLastCheckpoint() throws IOException {
        TrainingListener hungry = new TrainingListener() {
            @Override
            public void onStepEnd(GanTrainer trainer, long step) {
                if (step == 11) {
                    throw new OutOfMemoryError("thrown by the test");
                }
            }
        };
        assertGoesOnAfter(OutOfMemoryError.class, DATA, hungry);
    }

    @Test
    void dataThatThrowInMidEpochLeaveTheLastCheckpoint() throws IOException {
        int[] draws = {0};
        GeneratedSamples failing = new GeneratedSamples() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public int columns() {
                return 1;
            }

            @Override
            public long blocks(int rows) {
                return ((GeneratedSamples) DATA).blocks(rows);
            }

            @Override
            public void draw(long seed, int stream, long position, float[] out, int offset, int rows) {
                if (draws[0]++ == 12) {
                    throw new UncheckedIOException(new IOException("the disk of the data is gone"));
                }
                ((GeneratedSamples) DATA).draw(seed, stream, position, out, offset, rows);
            }
        };
        assertGoesOnAfter(UncheckedIOException.class, failing, TrainingListener.NONE);
    }

    @Test
    void aFolderThatVanishesEndsTheRunAndIsNotMadeAnew() throws IOException {
        Path run = Files.createDirectory(temporary.resolve("run"));
        CheckpointFolder folder = new CheckpointFolder(run.resolve("checkpoints"));
        TrainingListener removing = new TrainingListener() {
            @Override
            public void onStep(GanTrainer trainer, long step) {
                if (step == 6) {
                    deleteAll(run);
                }
            }
        };
        try (GanTrainer trainer = new GanTrainer(backend, SmallGan.adam(), DATA)) {
            CheckpointListener checkpoints = new CheckpointListener(folder, 4, 3, Map::of);
            assertThatThrownBy(() -> trainer.train(STEPS, new InOrder(removing, checkpoints)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("checkpoint of step 8 could not be written");
        }
        assertThat(run).doesNotExist();
    }

    private static void deleteAll(Path run) {
        try {
            for (Path file :
                    new CheckpointFolder(run.resolve("checkpoints")).files().values()) {
                Files.delete(file);
            }
            Files.delete(run.resolve("checkpoints"));
            Files.delete(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertGoesOnAfter(Class<? extends Throwable> failure, Samples samples, TrainingListener failing)
            throws IOException {
        CheckpointFolder folder = new CheckpointFolder(temporary.resolve("checkpoints"));
        GanConfig config = SmallGan.adam();
        try (GanTrainer stopped = new GanTrainer(backend, config, samples)) {
            CheckpointListener checkpoints = new CheckpointListener(folder, 4, 3, Map::of);
            assertThatThrownBy(() -> stopped.train(STEPS, new InOrder(failing, checkpoints)))
                    .isInstanceOf(failure);
        }
        try (GanTrainer again = new GanTrainer(backend, config, DATA);
                GanTrainer whole = new GanTrainer(backend, config, DATA)) {
            Checkpoint checkpoint = folder.newest(message -> {}).orElseThrow();
            assertThat(checkpoint.step()).isEqualTo(8);
            checkpoint.restore(again);
            again.train(STEPS, TrainingListener.NONE);
            whole.train(STEPS, TrainingListener.NONE);
            assertThat(SmallGan.fingerprint(again)).isEqualTo(SmallGan.fingerprint(whole));
        }
    }
}
