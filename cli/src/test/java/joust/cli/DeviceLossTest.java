package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.Backends;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that is lost while a run trains on it. */
class DeviceLossTest {
    private static final int STEPS = 12;
    private static final RunPlan PLAN = new RunPlan(STEPS, 2, 1000, 0, true);

    @TempDir
    private Path folder;

    @Test
    void theRunEndsWithTheReasonAndGoesOnFromItsLastCheckpoint() throws IOException {
        Path whole = folder.resolve("whole");
        long operations = train(whole, Long.MAX_VALUE);
        for (int part = 3; part < 8; part += 4) {
            long lostAt = operations * part / 8;
            Path run = folder.resolve("lost" + part);
            BackendException failure = catchThrowableOfType(BackendException.class, () -> train(run, lostAt));
            assertThat(failure).as("at operation %s of %s", lostAt, operations).hasMessage(LostDevice.REASON);
            assertThat(ExitCode.of(failure)).isEqualTo(1);
            assertThat(FailureText.lines(failure)).containsExactly(LostDevice.REASON);
            assertThat(RunFiles.halfWritten(run)).isEmpty();
            assertThat(RunCheckpoints.in(run).files()).isNotEmpty();
            Outcome resumed = RunFiles.resume(run, "--backend", "scalar");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(RunFiles.result(run)).isEqualTo(RunFiles.result(whole));
        }
    }

    /** Trains on the scalar backend until it is lost; gives the operations that it took. */
    private static long train(Path run, long lostAt) throws IOException {
        GanConfig config = ConfigSource.read("digits", Map.of("logEvery", "4"));
        RealData data = DataSources.open(config.data());
        Files.createDirectory(run);
        try (Backend scalar = Backends.open("scalar")) {
            LostDevice device = new LostDevice(scalar, lostAt);
            try (GanTrainer trainer = new GanTrainer(device.backend(), config, data.training())) {
                assertThat(new TrainingRun(trainer, data, run, PLAN).train()).isZero();
            }
            return device.operations();
        }
    }
}
