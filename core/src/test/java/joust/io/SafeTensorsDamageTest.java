package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, reading it gives tensors or a {@link FileFormatException}, and nothing else. */
class SafeTensorsDamageTest {
    private static final int DAMAGES = 1500;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] good;

    @BeforeEach
    void writeAGoodFile() throws IOException {
        file = folder.resolve("w.safetensors");
        List<NamedTensor> tensors = List.of(
                new NamedTensor("generator.0.weight", List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}),
                new NamedTensor("generator.0.bias", List.of(3), new float[] {7, 8, 9}));
        new SafeTensors("memory", tensors, Map.of("step", "1")).write(file);
        good = Files.readAllBytes(file);
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        for (int length = 0; length < good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThatThrownBy(() -> SafeTensors.read(file))
                    .as("%s of %s bytes", length, good.length)
                    .isInstanceOf(FileFormatException.class)
                    .message()
                    .startsWith(file + ": ");
        }
    }

    @Test
    void aFileWithDamagedBytesIsReadOrRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = good.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            refused += isRefused() ? 1 : 0;
        }
        assertThat(refused).isBetween(DAMAGES / 2, DAMAGES - 1);
    }

    private boolean isRefused() throws IOException {
        try {
            SafeTensors.read(file);
            return false;
        } catch (FileFormatException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
            return true;
        }
    }
}
