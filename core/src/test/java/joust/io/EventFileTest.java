package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0, 1};

    /** Length, its sum, wall time and step and version (9 + 2 + 2 + 13 bytes), their sum. */
    private static final int FIRST_RECORD = 8 + 4 + 26 + 4;

    @TempDir
    private Path folder;

    @Test
    void everyRecordIsReadBackByAReaderOfItsOwn() throws IOException {
        try (EventFile file = EventFile.replace(folder, 1764106000.25, _ -> {})) {
            file.addScalars(1764106001.5, 300, Map.of("value", -1.5, "loss of D", Double.NaN));
            file.addImage(1764106002.5, 1L << 40, "samples", 7, 9, PNG);
        }
        List<Map<String, Object>> events = EventReader.read(only());
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isEqualTo(Map.of("1", 1764106000.25, "2", 0L, "3", "brain.Event:2"));
        assertThat(events.get(1))
                .isEqualTo(Map.of(
                        "1",
                        1764106001.5,
                        "2",
                        300L,
                        "value value",
                        Map.of("5.1.2", -1.5f),
                        "value loss of D",
                        Map.of("5.1.2", Float.NaN)));
        assertThat(events.get(2)).containsEntry("1", 1764106002.5).containsEntry("2", 1L << 40);
        assertThat((Map<?, ?>) events.get(2).get("value samples")).satisfies(image -> {
            assertThat(image.get("5.1.4.1")).isEqualTo(9L);
            assertThat(image.get("5.1.4.2")).isEqualTo(7L);
            assertThat(image.get("5.1.4.4")).isEqualTo(PNG);
        });
    }

    @Test
    void theNameIsOneThatTensorBoardLooksFor() throws IOException {
        EventFile.replace(folder, 1764106000.25, _ -> {}).close();
        assertThat(only().getFileName().toString()).matches("events\\.out\\.tfevents\\.1764106000\\.joust\\.\\d+\\.0");
    }

    @Test
    void aNewFileTakesOverWhatItIsGivenAndTheOthersGo() throws IOException {
        try (EventFile file = EventFile.replace(folder, 1764106000.25, _ -> {})) {
            file.addScalars(1764106001.5, 300, Map.of("value", -1.5));
            file.addImage(1764106002.5, 300, "samples", 7, 9, PNG);
        }
        List<Map<String, Object>> before = EventReader.read(only());
        List<EventRecord> records = EventRecord.read(only());
        assertThat(records).extracting(EventRecord::step).containsExactly(0L, 300L, 300L);
        assertThat(records).extracting(EventRecord::image).containsExactly(false, false, true);
        Files.writeString(folder.resolve("log.csv"), "stays");
        try (EventFile file = EventFile.replace(folder, 1764106000.25, fresh -> fresh.add(records.get(2)))) {
            file.addScalars(1764106003.5, 400, Map.of("value", -1.0));
        }
        assertThat(EventFile.files(folder)).hasSize(1);
        assertThat(folder.resolve("log.csv")).hasContent("stays");
        List<Map<String, Object>> after =
                EventReader.read(EventFile.files(folder).getFirst());
        assertThat(after).hasSize(3);
        assertThat(after.get(1)).usingRecursiveComparison().isEqualTo(before.get(2));
        assertThat(after.get(2)).containsEntry("2", 400L);
    }

    @Test
    void aFailureLeavesTheFormerFile() throws IOException {
        EventFile.replace(folder, 1764106000.25, _ -> {}).close();
        Path before = only();
        assertThatThrownBy(() -> EventFile.replace(folder, 1764106000.25, _ -> {
                    throw new IOException("no");
                }))
                .hasMessageContaining("no");
        assertThat(only()).isEqualTo(before);
    }

    @Test
    void aTornOrDamagedFileIsReadUpToThere() throws IOException {
        try (EventFile file = EventFile.replace(folder, 1764106000.25, _ -> {})) {
            file.addScalars(1764106001.5, 300, Map.of("value", -1.5));
        }
        byte[] whole = Files.readAllBytes(only());
        for (int length = 0; length < whole.length; length++) {
            Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(whole, length));
            assertThat(EventRecord.read(torn).size()).isEqualTo(length < FIRST_RECORD ? 0 : 1);
        }
        for (int i = FIRST_RECORD; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            assertThat(EventRecord.read(Files.write(folder.resolve("damaged"), damaged)))
                    .as("byte %s", i)
                    .hasSize(1);
        }
    }

    /** The reader has to notice damage, else it proves nothing. */
    @Test
    void aChangedByteIsNoticed() throws IOException {
        EventFile.replace(folder, 1764106000.25, _ -> {}).close();
        Path file = only();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> EventReader.read(file)).hasMessageContaining("checksum");
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().getFirst();
        }
    }
}
