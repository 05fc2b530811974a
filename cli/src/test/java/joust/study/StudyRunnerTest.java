package joust.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.gan.LossFunction;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs side by side: on threads of their own, and ended well whatever becomes of one of them. */
class StudyRunnerTest {
    private static final StudyListener SILENT = new StudyListener() {
        @Override
        public void onProgress(long step) {}

        @Override
        public void onResult(StudyRun run, RunResult result, int done) {}
    };

    @TempDir
    private Path folder;

    private static StudyPlan plan(int steps) {
        List<StudyLoss> losses = List.of(new StudyLoss("plain", LossFunction.NON_SATURATING, null));
        List<StudyCure> cures = List.of(new StudyCure("none", 1, null));
        StudyConfig study = new StudyConfig(
                "s",
                "",
                List.of(new StudySystem("ring8", steps)),
                losses,
                cures,
                List.of(1L, 2L, 3L, 4L),
                StudyConfig.OF_MODES,
                60);
        return StudyPlan.of(study, List.of(Presets.get("ring8")));
    }

    private static Backend scalar() {
        return Backends.open("scalar", BackendOptions.threads(1), _ -> {});
    }

    @Test
    void eachRunHasABackendOfItsOwnOnANamedThread() throws IOException {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        List<Backend> opened = new ArrayList<>();
        Supplier<Backend> opener = () -> {
            Backend backend = scalar();
            threads.add(Thread.currentThread().getName());
            synchronized (opened) {
                opened.add(backend);
            }
            return backend;
        };
        StudyRunner runner = new StudyRunner(folder, plan(2), 60);
        runner.run(opener, 2, SILENT);
        assertThat(runner.pending()).isEmpty();
        assertThat(runner.results()).hasSize(4);
        assertThat(threads).allMatch(name -> name.matches("joust-study-[12]"));
        assertThat(opened).hasSize(4).doesNotHaveDuplicates();
        assertThat(new StudyRunner(folder, plan(2), 60).results()).isEqualTo(runner.results());
    }

    @Test
    void aFailureEndsTheOthersAndIsTheCallersOwn() throws IOException {
        StudyRunner runner = new StudyRunner(folder, plan(1_000_000), 60);
        IllegalStateException lost = new IllegalStateException("device lost");
        Supplier<Backend> opener = () -> {
            if (Thread.currentThread().getName().endsWith("2")) {
                throw lost;
            }
            return scalar();
        };
        assertThatThrownBy(() -> runner.run(opener, 2, SILENT)).isSameAs(lost);
        assertThat(runner.results()).isEmpty();
    }

    @Test
    void aResultThatCannotBeWrittenEndsTheStudy() throws IOException {
        Files.writeString(folder.resolve("results"), "a file in the way");
        StudyRunner runner = new StudyRunner(folder, plan(2), 60);
        assertThatThrownBy(() -> runner.run(StudyRunnerTest::scalar, 1, SILENT)).isInstanceOf(IOException.class);
    }

    @Test
    void afterAStopNothingIsBegun() throws IOException {
        StudyRunner runner = new StudyRunner(folder, plan(2), 60);
        runner.requestStop();
        runner.run(StudyRunnerTest::scalar, 2, SILENT);
        assertThat(runner.pending()).hasSize(4);
    }
}
