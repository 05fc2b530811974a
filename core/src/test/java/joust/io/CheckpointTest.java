package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Gaussian;
import joust.data.Samples;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run goes on from its last checkpoint to the bits of one that was never stopped. */
class CheckpointTest {
    private static final int STEPS = 20;
    private static final Samples DATA = new Gaussian(1, 2);

    private final Backend backend = Backends.open("scalar");

    @TempDir
    private Path temporary;

    @AfterEach
    void close() {
        backend.close();
    }

    static List<GanConfig> configs() {
        return SmallGan.configs();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void aRunGoesOnAsIfNeverStopped(GanConfig config) throws IOException {
        Samples samples = DataSources.open(config.data()).training();
        Path file = temporary.resolve("c.safetensors");
        try (GanTrainer whole = new GanTrainer(backend, config, samples);
                GanTrainer again = new GanTrainer(backend, config, samples)) {
            whole.train(7, TrainingListener.NONE);
            Checkpoint.write(file, whole, Map.of("note", "seven"));
            whole.train(STEPS, TrainingListener.NONE);
            Checkpoint checkpoint = Checkpoint.read(file);
            checkpoint.restore(again);
            assertThat(again.step()).isEqualTo(7).isEqualTo(checkpoint.step());
            assertThat(checkpoint.text("note")).contains("seven");
            List<Integer> updates = new ArrayList<>();
            again.train(STEPS, new TrainingListener() {
                @Override
                public void onPreTraining(int update, double loss) {
                    updates.add(update);
                }
            });
            assertThat(SmallGan.fingerprint(again)).isEqualTo(SmallGan.fingerprint(whole));
            assertThat(updates).isEmpty();
        }
    }

    @Test
    void aFileCutOrChangedAnywhereIsRefused() throws IOException {
        Path file = temporary.resolve("c.safetensors");
        try (GanTrainer trainer = new GanTrainer(backend, SmallGan.adam(), DATA)) {
            Checkpoint.write(file, trainer, Map.of("log", "0,1.5\n"));
        }
        byte[] good = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(5);
        int header = 8 + PlainSafeTensors.header(file).stripTrailing().length();
        int numbers = 8 + PlainSafeTensors.header(file).length();
        for (int i = 0; i < 300; i++) {
            byte[] damaged = good.clone();
            int at = random.nextInt(good.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            // Blanks between the header and the numbers say nothing.
            assertRefused(file, at < header || at >= numbers ? damaged : Arrays.copyOf(good, at), "bit in byte " + at);
            assertRefused(file, Arrays.copyOf(good, at), "cut to " + at);
        }
    }

    private static void assertRefused(Path file, byte[] bytes, String what) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.read(file))
                .as(what)
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(file + ": ");
    }

    @Test
    void anotherKindOfRunIsRefusedAndStaysAsItIs() throws IOException {
        Path file = temporary.resolve("c.safetensors");
        GanConfig toy = SmallGan.configs().getLast();
        try (GanTrainer small = new GanTrainer(backend, SmallGan.adam(), DATA);
                GanTrainer other = new GanTrainer(
                        backend, toy, DataSources.open(toy.data()).training())) {
            small.train(3, TrainingListener.NONE);
            Checkpoint.write(file, small, Map.of());
            String before = SmallGan.fingerprint(other);
            assertThatThrownBy(() -> Checkpoint.read(file).restore(other))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining("tensor \"generator.0.weight\": expected shape [2, 64], found shape [3, 5]; ")
                    .hasMessageContaining(
                            "; tensor \"discriminator.2.bias\": expected shape [2], found no such tensor");
            assertThat(SmallGan.fingerprint(other)).isEqualTo(before);
            assertThatThrownBy(() -> Checkpoint.write(file, small, Map.of("state.step", "9")))
                    .hasMessageContaining("state.step");
        }
    }

    @Test
    void checkpointsComeAtTheStartEverySoManyStepsAndAtTheEnd() throws IOException {
        CheckpointFolder folder = new CheckpointFolder(temporary.resolve("checkpoints"));
        List<String> texts = new ArrayList<>();
        try (GanTrainer trainer = new GanTrainer(backend, SmallGan.adam(), DATA)) {
            CheckpointListener listener =
                    new CheckpointListener(folder, 4, 3, () -> Map.of("rows", String.valueOf(texts.size())));
            trainer.train(14, both(listener, texts));
            assertThat(folder.files().keySet()).containsExactly(8L, 12L, 14L);
            assertThat(folder.best()).isEmpty();
            // The row of step 10 is in the checkpoint of step 12, that of the end in the last.
            assertThat(Checkpoint.read(folder.file(12)).text("rows")).contains("2");
            assertThat(Checkpoint.read(folder.file(14)).text("rows")).contains("3");
        }
    }

    @Test
    void theNewestIsAMatterOfTheStepNotOfTheClock() throws IOException {
        CheckpointFolder folder = trained(12);
        Files.setLastModifiedTime(folder.file(12), FileTime.fromMillis(0));
        List<String> messages = new ArrayList<>();
        assertThat(folder.newest(messages::add).orElseThrow().step()).isEqualTo(12);
        assertThat(messages).isEmpty();
    }

    @Test
    void aNewestThatCannotBeReadIsToldOfAndTheOneBeforeTaken() throws IOException {
        CheckpointFolder folder = trained(12);
        byte[] good = Files.readAllBytes(folder.file(12));
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 50; i++) {
            Files.write(folder.file(12), Arrays.copyOf(good, random.nextInt(good.length)));
            List<String> messages = new ArrayList<>();
            assertThat(folder.newest(messages::add).orElseThrow().step()).isEqualTo(8);
            assertThat(messages)
                    .singleElement()
                    .asString()
                    .contains("step-00000012")
                    .endsWith("falling back on " + folder.file(8));
        }
        for (Path file : folder.files().values()) {
            Files.write(file, new byte[0]);
        }
        assertThatThrownBy(() -> folder.newest(message -> {}))
                .hasMessageEndingWith("no checkpoint is left that can be read");
        assertThat(new CheckpointFolder(temporary.resolve("elsewhere")).newest(message -> {}))
                .isEmpty();
    }

    @Test
    void preTrainingIsNotDoneTwice() throws IOException {
        CheckpointFolder folder = new CheckpointFolder(temporary.resolve("checkpoints"));
        GanConfig config = SmallGan.configs().get(1);
        Samples samples = DataSources.open(config.data()).training();
        try (GanTrainer trainer = new GanTrainer(backend, config, samples)) {
            trainer.train(0, new CheckpointListener(folder, 4, 3, Map::of));
        }
        try (GanTrainer trainer = new GanTrainer(backend, config, samples)) {
            folder.newest(message -> {}).orElseThrow().restore(trainer);
            assertThat(trainer.state().numbers())
                    .containsEntry("preTrained", 1L)
                    .containsEntry("step", 0L);
        }
    }

    private CheckpointFolder trained(int steps) {
        CheckpointFolder folder = new CheckpointFolder(temporary.resolve("checkpoints"));
        try (GanTrainer trainer = new GanTrainer(backend, SmallGan.adam(), DATA)) {
            trainer.train(steps, new CheckpointListener(folder, 4, 10, Map::of));
        }
        return folder;
    }

    private static TrainingListener both(TrainingListener checkpoints, List<String> rows) {
        return new InOrder(
                new TrainingListener() {
                    @Override
                    public void onLog(GanTrainer trainer, LogRow row) {
                        rows.add("" + row.step());
                    }
                },
                checkpoints);
    }
}
