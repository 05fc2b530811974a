package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileStoreTest {
    private static final Map<String, String> VALUES =
            Map.of("tile", "6x16", " odd = name:", "line\nbreak\\ \t# ! ü \u2713", "empty", "");

    private static final ProfileKey KEY =
            new ProfileKey("matmul", "opencl:0", "Fast CPU, 2 processors", "Some VM 25", "driver 1", "1.0");

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private ProfileStore store() {
        return ProfileStore.in(folder.resolve("new/cache"), log::add);
    }

    private Path file() {
        return store().file(KEY).orElseThrow();
    }

    private void assertIgnored(String reason) {
        assertThat(store().read(KEY)).isEmpty();
        assertThat(log).hasSize(1);
        assertThat(log.getFirst())
                .startsWith("profile " + file() + " is ignored: ")
                .contains(reason)
                .doesNotContain("\n");
    }

    @Test
    void valuesComeBackWhateverTheyHold() {
        assertThat(store().write(KEY, VALUES)).isTrue();
        assertThat(store().read(KEY)).contains(VALUES);
        assertThat(log).isEmpty();
    }

    @Test
    void whatWasNeverKeptIsAbsentWithoutAWord() {
        assertThat(store().read(KEY)).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void theLastValuesCountAndNothingElseIsLeft() throws IOException {
        store().write(KEY, VALUES);
        store().write(KEY, Map.of("tile", "4x16"));
        assertThat(store().read(KEY)).contains(Map.of("tile", "4x16"));
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void anotherProcessorOrTargetHasItsOwn() {
        store().write(KEY, VALUES);
        ProfileKey processor =
                new ProfileKey(KEY.subject(), KEY.target(), "Other CPU", KEY.java(), KEY.driver(), KEY.joust());
        ProfileKey target =
                new ProfileKey(KEY.subject(), "opencl:1", KEY.processor(), KEY.java(), KEY.driver(), KEY.joust());
        assertThat(store().read(processor)).isEmpty();
        assertThat(store().read(target)).isEmpty();
        store().write(target, Map.of());
        assertThat(store().read(KEY)).contains(VALUES);
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "driver", "joust"})
    void itIsStaleWhenAnotherPartOfTheKeyHasChanged(String part) {
        store().write(
                        new ProfileKey(
                                KEY.subject(),
                                KEY.target(),
                                KEY.processor(),
                                part.equals("java") ? "old" : KEY.java(),
                                part.equals("driver") ? "old" : KEY.driver(),
                                part.equals("joust") ? "old" : KEY.joust()),
                        VALUES);
        assertIgnored("it is stale: " + part + " was old, is " + KEY.parts().get(part));
    }

    @Test
    void everyCutAndEveryChangedByteIsFound() throws IOException {
        store().write(KEY, VALUES);
        byte[] whole = Files.readAllBytes(file());
        int firstEntry = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(store().read(KEY)).as("cut to " + length).isEmpty();
        }
        for (int i = firstEntry; i < whole.length - 1; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file(), changed);
            assertThat(store().read(KEY).filter(found -> !found.equals(VALUES)))
                    .as("byte " + i)
                    .isEmpty();
        }
        assertThat(log).hasSizeGreaterThan(whole.length).allMatch(line -> line.contains("is ignored"));
    }

    @Test
    void noiseIsDamage() throws IOException {
        store().write(KEY, VALUES);
        Files.writeString(file(), "tile = \\uZZZZ\n");
        assertIgnored("it is damaged");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        store().write(KEY, VALUES);
        try (RandomAccessFile huge = new RandomAccessFile(file().toFile(), "rw")) {
            huge.setLength(1L << 40);
        }
        assertIgnored("larger than 65536 bytes");
    }

    @Test
    void aFolderInItsPlaceIsIgnoredAndStays() throws IOException {
        Files.createDirectories(file().resolve("full"));
        assertIgnored("it is not a file");
        log.clear();
        assertThat(store().write(KEY, VALUES)).isFalse();
        assertThat(log).hasSize(1).allMatch(line -> line.startsWith("profile " + file() + " is not kept: "));
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLine() throws IOException {
        Files.writeString(folder.resolve("new"), "a file");
        assertThat(store().write(KEY, VALUES)).isFalse();
        assertThat(store().read(KEY)).isEmpty();
        assertThat(log).hasSize(1).allMatch(line -> line.contains(" is not kept: "));
    }

    @Test
    void theKeyOfThisMachineIsTheSameEachTime() {
        ProfileKey here = ProfileKey.here("matmul", "opencl:0", "driver 1");
        assertThat(here).isEqualTo(ProfileKey.here("matmul", "opencl:0", "driver 1"));
        assertThat(here.parts()).doesNotContainValue("").doesNotContainValue(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../up", "Matmul", "a/b"})
    void aSubjectIsAWord(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfileKey.here(subject, "", ""))
                .withMessageContaining("subject");
    }
}
