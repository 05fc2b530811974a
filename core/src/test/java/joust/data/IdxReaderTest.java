package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
    private static final int LABELS = 0x0801;
    private static final int MATRIX = 0x0802;
    private static final int IMAGES = 0x0803;

    @TempDir
    Path folder;

    private Path file(byte... bytes) {
        return IdxBytes.write(folder.resolve("data-idx"), bytes);
    }

    private String at(String rest) {
        return folder.resolve("data-idx") + ": " + rest;
    }

    @Test
    void readsLabels() {
        IdxArray labels =
                IdxReader.readLabels(file(IdxBytes.of(LABELS, new int[] {3}, (byte) 7, (byte) 0, (byte) 255)));
        assertThat(labels.rank()).isEqualTo(1);
        assertThat(labels.dimension(0)).isEqualTo(3);
        assertThat(labels.size()).isEqualTo(3);
        assertThat(labels.value(0)).isEqualTo(7);
        assertThat(labels.value(2)).isEqualTo(255);
        assertThatThrownBy(() -> labels.value(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> labels.dimension(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsImagesPlainAndGzipWhateverTheName() {
        byte[] plain = IdxBytes.of(IMAGES, new int[] {2, 1, 2}, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        for (byte[] bytes : new byte[][] {plain, IdxBytes.gzip(plain)}) {
            IdxArray images = IdxReader.readImages(IdxBytes.write(folder.resolve("images.gz"), bytes));
            assertThat(images.rank()).isEqualTo(3);
            assertThat(images.dimension(0)).isEqualTo(2);
            assertThat(images.dimension(1)).isEqualTo(1);
            assertThat(images.dimension(2)).isEqualTo(2);
            assertThat(images.value(3)).isEqualTo(4);
        }
    }

    @Test
    void readsOneToThreeDimensions() {
        byte[] two = {5, 6};
        assertThat(IdxReader.read(file(IdxBytes.of(LABELS, new int[] {2}, two))).rank())
                .isEqualTo(1);
        assertThat(IdxReader.read(file(IdxBytes.of(MATRIX, new int[] {1, 2}, two)))
                        .rank())
                .isEqualTo(2);
        assertThat(IdxReader.read(file(IdxBytes.of(IMAGES, new int[] {1, 2, 1}, two)))
                        .rank())
                .isEqualTo(3);
        assertRefused(
                () -> IdxReader.read(file(IdxBytes.of(0x0804, new int[] {1, 1, 2, 1}, two))),
                at("byte 0: expected a magic number from 2049 (IDX, unsigned bytes, 1 dimension) to 2051 (IDX, unsigned"
                        + " bytes, 3 dimensions), found 2052 (IDX, unsigned bytes, 4 dimensions)"));
        assertRefused(
                () -> IdxReader.read(file(IdxBytes.of(0x0800, new int[] {}, two))),
                at("byte 0: expected a magic number from 2049 (IDX, unsigned bytes, 1 dimension) to 2051 (IDX, unsigned"
                        + " bytes, 3 dimensions), found 2048 (IDX, unsigned bytes, 0 dimensions)"));
    }

    /** Sizes around the steps in which memory grows: 2^16, then twice as much each time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, 131_073, 300_001})
    void givesBackWhatWasWritten(int size) {
        byte[] elements = new byte[size];
        new Random(size).nextBytes(elements);
        IdxArray read = IdxReader.readLabels(file(IdxBytes.gzip(IdxBytes.of(LABELS, new int[] {size}, elements))));
        byte[] found = new byte[read.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = (byte) read.value(i);
        }
        assertThat(found).isEqualTo(elements);
    }

    @Test
    void refusesAFileThatIsNotThereOrNoFile() {
        Path missing = folder.resolve("missing");
        assertRefused(() -> IdxReader.read(missing), missing + ": expected a file, found none of that name");
        assertRefused(() -> IdxReader.read(folder), folder + ": expected a file, found a folder");
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused(
                () -> IdxReader.read(file()), at("byte 0: expected a magic number of 4 bytes, found an empty file"));
    }

    @Test
    void refusesAHeaderCutShort() {
        assertRefused(
                () -> IdxReader.read(file((byte) 0, (byte) 0, (byte) 8)),
                at("byte 3: expected a magic number of 4 bytes, found the end of the file"));
        byte[] images = IdxBytes.of(IMAGES, new int[] {2, 28});
        assertRefused(
                () -> IdxReader.readImages(file(images)),
                at("byte 12: expected the length of dimension 3 of 3, found the end of the file"));
        assertRefused(
                () -> IdxReader.readImages(file(Arrays.copyOf(images, 7))),
                at("byte 7: expected the length of dimension 1 of 3, found the end of the file"));
    }

    @Test
    void refusesAnotherMagicNumber() {
        assertRefused(
                () -> IdxReader.readImages(file(IdxBytes.of(LABELS, new int[] {1}, (byte) 0))),
                at("byte 0: expected the magic number 2051 (IDX, unsigned bytes, 3 dimensions), found 2049 (IDX,"
                        + " unsigned bytes, 1 dimension)"));
        assertRefused(
                () -> IdxReader.readLabels(file(IdxBytes.of(IMAGES, new int[] {1, 1, 1}, (byte) 0))),
                at("byte 0: expected the magic number 2049 (IDX, unsigned bytes, 1 dimension), found 2051 (IDX,"
                        + " unsigned bytes, 3 dimensions)"));
        assertRefused(
                () -> IdxReader.readImages(file((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G')),
                at("byte 0: expected the magic number 2051 (IDX, unsigned bytes, 3 dimensions), found 2303741511 (not"
                        + " IDX)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:signed bytes",
                "11:16-bit integers",
                "12:32-bit integers",
                "13:32-bit floats",
                "14:64-bit floats"
            })
    void namesElementTypesThatItDoesNotRead(String type) {
        int code = Integer.parseInt(type.substring(0, type.indexOf(':')));
        int magic = code << 8 | 1;
        assertRefused(
                () -> IdxReader.readLabels(file(IdxBytes.of(magic, new int[] {1}, (byte) 0))),
                at("byte 0: expected the magic number 2049 (IDX, unsigned bytes, 1 dimension), found " + magic
                        + " (IDX, " + type.substring(type.indexOf(':') + 1) + ", 1 dimension)"));
    }

    @Test
    void refusesDimensionsBelowOneOrBeyondAnInt() {
        assertRefused(
                () -> IdxReader.readImages(file(IdxBytes.of(IMAGES, new int[] {1, 0, 1}))),
                at("byte 8: expected a dimension from 1 to 2147483639, found 0"));
        assertRefused(
                () -> IdxReader.readLabels(file(IdxBytes.of(LABELS, new int[] {-1}))),
                at("byte 4: expected a dimension from 1 to 2147483639, found 4294967295"));
        assertRefused(
                () -> IdxReader.readLabels(file(IdxBytes.of(LABELS, new int[] {Integer.MAX_VALUE - 7}))),
                at("byte 4: expected a dimension from 1 to 2147483639, found 2147483640"));
    }

    @Test
    void refusesDimensionsWhoseProductOverflows() {
        assertRefused(
                () -> IdxReader.readImages(file(IdxBytes.of(IMAGES, new int[] {60_000, 65_536, 65_536}))),
                at("byte 8: expected at most 2147483639 elements, found 60000 x 65536"));
        // 2^16 · 2^16 · 2^16 is 0 in 48 bits cut to an int
        assertRefused(
                () -> IdxReader.readImages(file(IdxBytes.of(IMAGES, new int[] {2, 1 << 15, 1 << 15}))),
                at("byte 12: expected at most 2147483639 elements, found 2 x 32768 x 32768"));
    }

    @Test
    void refusesAFileCutShort() {
        assertRefused(
                () -> IdxReader.readImages(file(IdxBytes.of(IMAGES, new int[] {2, 2, 2}, new byte[7]))),
                at("byte 23: expected 2 x 2 x 2 elements, found the end of the file after 7"));
        assertRefused(
                () -> IdxReader.readLabels(
                        file(IdxBytes.gzip(IdxBytes.of(LABELS, new int[] {70_000}, new byte[65_536])))),
                at("byte 65544: expected 70000 elements, found the end of the file after 65536"));
    }

    /** A file of 16 bytes that claims 2 GB: read with the memory of a test, since elements are not there. */
    @Test
    void takesNoMemoryForElementsThatAreNotThere() {
        assertRefused(
                () -> IdxReader.readImages(file(IdxBytes.of(IMAGES, new int[] {Integer.MAX_VALUE - 8, 1, 1}))),
                at("byte 16: expected 2147483639 x 1 x 1 elements, found the end of the file after 0"));
    }

    @Test
    void refusesBytesAfterTheLastElement() {
        byte[] bytes = IdxBytes.of(LABELS, new int[] {2}, (byte) 1, (byte) 2, (byte) 3);
        String message = at("byte 10: expected the end of the file after 2 elements, found more bytes");
        assertRefused(() -> IdxReader.readLabels(file(bytes)), message);
        assertRefused(() -> IdxReader.readLabels(file(IdxBytes.gzip(bytes))), message);
    }

    @Test
    void refusesGzipCutShort() {
        byte[] packed = IdxBytes.gzip(IdxBytes.of(LABELS, new int[] {2}, (byte) 1, (byte) 2));
        DataException inData = assertRefused(
                () -> IdxReader.readLabels(file(Arrays.copyOf(packed, 12))),
                at("byte 0 and following: expected the rest of a gzip file, found its end: it is cut short"));
        assertThat(inData).hasCauseInstanceOf(EOFException.class);
        assertRefused(
                () -> IdxReader.readLabels(file(Arrays.copyOf(packed, 5))),
                at("byte 0: expected the rest of a gzip file, found its end: it is cut short"));
        assertRefused(
                () -> IdxReader.readLabels(file(Arrays.copyOf(packed, packed.length - 4))),
                at("byte 10 and following: expected the rest of a gzip file, found its end: it is cut short"));
    }

    @Test
    void refusesDamagedGzip() {
        byte[] packed = IdxBytes.gzip(IdxBytes.of(LABELS, new int[] {2}, (byte) 1, (byte) 2));
        packed[packed.length - 6] ^= 1;
        DataException damaged = assertRefused(
                () -> IdxReader.readLabels(file(packed)),
                at("byte 10 and following: expected intact gzip data, found damage: Corrupt GZIP trailer"));
        assertThat(damaged).hasCauseInstanceOf(ZipException.class);
        packed[2] = 99;
        assertRefused(
                () -> IdxReader.readLabels(file(packed)),
                at("byte 0: expected intact gzip data, found damage: Unsupported compression method"));
    }

    @Test
    void refusesAFileCutOffAtTheGzipMagicNumber() {
        assertRefused(
                () -> IdxReader.readLabels(file((byte) 0x1f, (byte) 0x8b)),
                at("byte 0: expected the rest of a gzip file, found its end: it is cut short"));
        assertRefused(
                () -> IdxReader.readLabels(file((byte) 0x1f)),
                at("byte 1: expected a magic number of 4 bytes, found the end of the file"));
    }
}
