package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import joust.backend.Backends;
import joust.backend.Discovery;
import joust.io.CheckpointFolder;
import joust.io.FolderLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is resumed ends as one that was never stopped. */
class ResumeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"digits", "gaussian1d", "toy2d"})
    void aRunInPartsEqualsOneInAPiece(String preset) throws IOException {
        Path whole = trained("whole", preset, "--steps", "12", "--set", "logEvery=5");
        Path parts = trained("parts", preset, "--steps", "7", "--set", "logEvery=5", "--checkpoint-every", "3");
        assertResumed(parts, "--steps", "8");
        assertResumed(parts, "--steps", "12");
        assertThat(RunFiles.result(parts)).isEqualTo(RunFiles.result(whole));
        assertThat(RunFiles.film(whole)).hasSize(13);
        assertThat(RunFiles.film(parts)).containsAllEntriesOf(RunFiles.film(whole));
        assertThat(RunCheckpoints.in(parts).files().keySet()).containsExactly(8L, 9L, 12L);
    }

    @Test
    void everyBackendGoesOnWhereAnotherStopped() throws IOException {
        List<String> backends = new ArrayList<>();
        Backends.discover()
                .forEach(family ->
                        family.devices().stream().map(Discovery.Device::name).forEach(backends::add));
        backends.addAll(List.of("scalar", "scalar"));
        Path whole = trained("whole", "digits", "--steps", "" + (3 * backends.size() + 3), "--set", "logEvery=4");
        Path parts = trained("parts", "digits", "--steps", "3", "--set", "logEvery=4");
        for (int i = 0; i < backends.size(); i++) {
            assertResumed(
                    parts, "--steps", "" + (3 * i + 6), "--backend", backends.get(i), "--threads", "" + (i % 2 + 1));
        }
        assertThat(RunFiles.result(parts)).isEqualTo(RunFiles.result(whole));
    }

    @Test
    void aRunThatIsDoneWritesItsResultsAnew() throws IOException {
        Path run = trained("run", "toy2d", "--steps", "3");
        String result = RunFiles.result(run);
        Files.delete(run.resolve("metrics.json"));
        Files.writeString(run.resolve("log.csv"), "torn");
        Files.delete(run.resolve("config.yaml"));
        Files.writeString(run.resolve("checkpoints/.step-00000004.safetensors.77-5.tmp"), "half");
        assertResumed(run);
        assertThat(RunFiles.result(run)).isEqualTo(result);
        assertThat(run.resolve("config.yaml")).isRegularFile();
        assertThat(RunFiles.halfWritten(run)).isEmpty();
    }

    @Test
    void aNewestCheckpointThatIsCutIsToldOfAndTheOneBeforeTaken() throws IOException {
        Path whole = trained("whole", "toy2d", "--steps", "12", "--set", "logEvery=2");
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 5; i++) {
            Path cut = trained("cut" + i, "toy2d", "--steps", "8", "--set", "logEvery=2", "--checkpoint-every", "4");
            Path newest = new CheckpointFolder(cut.resolve("checkpoints")).file(8);
            byte[] bytes = Files.readAllBytes(newest);
            Files.write(newest, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            assertResumed(cut, "--steps", "12");
            assertThat(RunFiles.result(cut)).isEqualTo(RunFiles.result(whole));
        }
    }

    @Test
    void aFolderThatAnotherProcessUsesIsRefused() throws IOException {
        Path run = trained("run", "toy2d", "--steps", "2");
        try (FolderLock _ = FolderLock.take(run)) {
            assertRefused(
                    "process " + ProcessHandle.current().pid() + " is writing there",
                    RunFiles.resume(run, "--backend", "scalar"));
        }
    }

    @Test
    void aConfigurationThatWasChangedIsRefused() throws IOException {
        Path run = trained("run", "toy2d", "--steps", "2");
        Path config = run.resolve("config.yaml");
        Files.writeString(config, Files.readString(config).replace("seed: 1", "seed: 2"));
        assertRefused("config.yaml: seed changed since ", RunFiles.resume(run));
    }

    @Test
    void wordsAndFoldersThatCannotBeUsedAreNamed() throws IOException {
        Path run = trained("run", "toy2d", "--steps", "2");
        assertRefused("--steps: 1, expected at least 2, where the run stands", RunFiles.resume(run, "--steps", "1"));
        assertRefused("--set seed=2, expected nothing but arithmetic=any", RunFiles.resume(run, "--set", "seed=2"));
        assertRefused("no such folder", RunFiles.resume(folder.resolve("none")));
        assertRefused("has no folder checkpoints", RunFiles.resume(Files.createDirectory(folder.resolve("empty"))));
        for (Path file : RunCheckpoints.in(run).files().values()) {
            Files.write(file, new byte[] {1, 2});
        }
        assertRefused("no checkpoint is left that can be read", RunFiles.resume(run));
        assertRefused(
                "--checkpoint-every: 0, expected at least 1",
                RunFiles.train(folder.resolve("x"), "toy2d", "--checkpoint-every", "0"));
        assertRefused(
                "--keep-checkpoints: 0, expected at least 1",
                RunFiles.train(folder.resolve("x"), "toy2d", "--keep-checkpoints", "0"));
    }

    @Test
    @Tag("childjvm")
    void anotherArithmeticIsRefusedUnlessAskedFor() throws IOException, InterruptedException {
        Path run = trained("run", "toy2d", "--steps", "2");
        List<String> unfused = List.of("-XX:-UseFMA");
        String[] words = {"resume", run.toString(), "--steps", "3", "--backend", "scalar"};
        try (ChildCommand refused = ChildCommand.start(folder.resolve("refused.txt"), unfused, words)) {
            assertThat(refused.code()).as(refused.text()).isEqualTo(2);
            assertThat(refused.text()).contains("its arithmetic is multiply-add, expected fma as in ");
        }
        String[] any = Stream.concat(Arrays.stream(words), Stream.of("--set", "arithmetic=any"))
                .toArray(String[]::new);
        try (ChildCommand allowed = ChildCommand.start(folder.resolve("allowed.txt"), unfused, any)) {
            assertThat(allowed.code()).as(allowed.text()).isZero();
        }
        assertThat(run.resolve("metrics.json")).content().contains("\"arithmetic\": \"multiply-add\"", "\"steps\": 3,");
    }

    private static void assertRefused(String message, Outcome outcome) {
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
    }

    private static void assertResumed(Path run, String... words) {
        Stream<String> scalar =
                Arrays.asList(words).contains("--backend") ? Stream.of() : Stream.of("--backend", "scalar");
        Outcome outcome =
                RunFiles.resume(run, Stream.concat(scalar, Stream.of(words)).toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    private Path trained(String name, String preset, String... words) {
        Path run = folder.resolve(name);
        Outcome outcome = RunFiles.train(
                run,
                Stream.concat(Stream.of(preset, "--backend", "scalar"), Stream.of(words))
                        .toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return run;
    }
}
