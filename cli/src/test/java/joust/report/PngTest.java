package joust.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is encoded comes back from the JDK's own decoder. */
class PngTest {
    private static final int OPAQUE = 0xff000000;

    @Test
    void fewColoursComeBackFromAPalette() throws IOException {
        int[] pixels = IntStream.range(0, 7 * 3).map(i -> OPAQUE | i * 0x0a0501).toArray();
        byte[] file = Png.encode(7, 3, pixels);
        assertThat(file[25]).as("colour type").isEqualTo((byte) 3);
        assertThat(decoded(file, 7, 3)).isEqualTo(pixels);
    }

    @Test
    void neighboursOfOneColourComeBackToo() throws IOException {
        int[] pixels = IntStream.range(0, 7 * 9)
                .map(i -> OPAQUE | i / 5 % 3 * 0x0a0501)
                .toArray();
        assertThat(decoded(Png.encode(7, 9, pixels), 7, 9)).isEqualTo(pixels);
    }

    @Test
    void twoHundredAndFiftySixColoursAreAPaletteAndOneMoreIsNone() throws IOException {
        int[] most = IntStream.range(0, 256).map(i -> OPAQUE | i << 8).toArray();
        int[] more = IntStream.range(0, 257).map(i -> OPAQUE | i << 7).toArray();
        assertThat(Png.encode(256, 1, most)[25]).isEqualTo((byte) 3);
        assertThat(Png.encode(257, 1, more)[25]).isEqualTo((byte) 2);
        assertThat(decoded(Png.encode(256, 1, most), 256, 1)).isEqualTo(most);
        assertThat(decoded(Png.encode(257, 1, more), 257, 1)).isEqualTo(more);
    }

    @Test
    void transparencyIsKept() throws IOException {
        int[] pixels = {0x00123456, 0x80ff0010, 0xff00ff00, 0x01000000};
        assertThat(decoded(Png.encode(2, 2, pixels), 2, 2)).isEqualTo(pixels);
    }

    @Test
    void aFileIsWholeUntilAByteIsMissingOrAnother() {
        byte[] file = Png.encode(5, 5, new int[25]);
        assertThat(Png.isWhole(file)).isTrue();
        for (int length = 0; length < file.length; length++) {
            assertThat(Png.isWhole(Arrays.copyOf(file, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= 0x10;
            assertThat(Png.isWhole(changed)).as("byte %d", i).isFalse();
        }
    }

    private static int[] decoded(byte[] file, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        return image.getRGB(0, 0, width, height, null, 0, width);
    }
}
