package joust.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import joust.backend.ProfileFuzz;
import joust.data.CsvFuzz;
import joust.data.IdxFuzz;
import joust.data.PictureFuzz;
import joust.io.CheckpointFuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader on a fixed set of hostile files; CONTRIBUTING.md says how to search for more. */
class HostileFilesTest {
    private static final int DAMAGED = 1500;

    /**
     * A reader under test.
     *
     * @param isRead lets it loose on a file
     */
    record Target(String name, Supplier<List<byte[]>> seeds, Predicate<byte[]> isRead) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Target> targets() {
        return List.of(
                new Target("checkpoint", CheckpointFuzz::seeds, CheckpointFuzz::isRead),
                new Target("idx", IdxFuzz::seeds, IdxFuzz::isRead),
                new Target("csv", CsvFuzz::seeds, CsvFuzz::isRead),
                new Target("profile", ProfileFuzz::seeds, ProfileFuzz::isRead),
                new Target("picture", PictureFuzz::seeds, PictureFuzz::isRead));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void areReadOrRefusedInMemoryThatFitsThem(Target target) {
        List<byte[]> seeds = target.seeds().get();
        long read = seeds.stream().filter(target.isRead()).count();
        assertThat(read).as("good files").isPositive().isLessThan(seeds.size() + 1L);
        Mutations mutations = new Mutations(20, seeds);
        int refused = 0;
        for (int i = 0; i < DAMAGED; i++) {
            refused += target.isRead().test(mutations.next()) ? 0 : 1;
        }
        assertThat(refused).as("refused").isGreaterThan(DAMAGED / 4);
    }

    @Test
    void aReaderThatTakesTooMuchOrThrowsWhatItMayNotIsFound() {
        HostileFile file = new HostileFile(10, IllegalStateException.class);
        assertThat(file.survives("a", new byte[9], path -> {})).isTrue();
        assertThat(file.survives("a", new byte[9], path -> {
                    throw new IllegalStateException(path + ": no");
                }))
                .isFalse();
        byte[][] kept = new byte[1][];
        assertThatThrownBy(() -> file.survives("a", new byte[9], path -> kept[0] = new byte[17 << 20]))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes for a file of 9");
        assertThat(kept[0]).hasSize(17 << 20);
        assertThatThrownBy(() -> file.survives("a", new byte[9], path -> {
                    throw new IOException(path + ": no");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not document");
        assertThatThrownBy(() -> file.survives("a", new byte[9], path -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not name the file");
    }
}
