package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgmDecoderTest {
    @TempDir
    Path folder;

    private float[] decode(String header, int... samples) {
        FloatList pixels = new FloatList("pixels");
        new PgmDecoder()
                .decode(file(header, samples), shape -> assertThat(shape).isEqualTo(new ImageShape(2, 3)), pixels);
        return pixels.toArray();
    }

    private Path file(String header, int... samples) {
        return Pictures.pgm(folder.resolve("p.pgm"), header, samples);
    }

    private void refuses(String header, String rest, int... samples) {
        assertRefused(
                () -> new PgmDecoder().decode(file(header, samples), shape -> {}, new FloatList("pixels")),
                folder.resolve("p.pgm") + ": " + rest);
    }

    @Test
    void readsRawSamplesOfOneByte() {
        assertThat(decode("P5\n3 2\n255\n", 0, 51, 255, 10, 9, 32))
                .containsExactly(0, .2f, 1, 10 / 255f, 9 / 255f, 32 / 255f);
        assertThat(decode("P5 3 2 1 ", 0, 1, 0, 1, 1, 0)).containsExactly(0, 1, 0, 1, 1, 0);
    }

    @Test
    void readsRawSamplesOfTwoBytes() {
        assertThat(decode("P5\n3 2\n65535\n", 0, 0, 255, 255, 0x33, 0x33, 0, 1, 1, 0, 1, 1))
                .containsExactly(0, 1, .2f, 1 / 65535f, 256 / 65535f, 257 / 65535f);
        assertThat(decode("P5\n3 2\n256\n", 1, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0))
                .containsExactly(1, .25f, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P2\n3 2\n10\n0 1 2\n3 4 10\n",
                "P2\t3\r\n2 10 0 1 2 3 4 10",
                "P2\n# written by hand\n3 2 # columns, rows\n# greatest\n10\n\n0\n1\n2\n3\n4\n10",
                "P2\n#a\r#b\n3\u000b2\f10 000 001 2 3 4 0000000010"
            })
    void readsPlainSamplesBlanksAndComments(String text) {
        assertThat(decode(text)).containsExactly(0, .1f, .2f, .3f, .4f, 1);
    }

    @Test
    void everyDigitCounts() {
        assertThat(decode("P2 3 2 999 0 123 456 789 909 999"))
                .containsExactly(0, 123 / 999f, 456 / 999f, 789 / 999f, 909 / 999f, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6\n", "P1\n", "Q2\n", "P", "", "GIF89a"})
    void refusesOtherFormats(String header) {
        refuses(header, "byte 0: expected a PGM file that begins with P2 or P5, found another beginning");
    }

    @Test
    void refusesNumbersThatAreNone() {
        refuses("P5\nx 2\n", "byte 5: expected a width from 1 to 2147483647, found \"x\"");
        refuses("P5\n-3 2\n", "byte 6: expected a width from 1 to 2147483647, found \"-3\"");
        refuses("P5\n3/ 2\n", "byte 6: expected a width from 1 to 2147483647, found \"3/\"");
        refuses("P5\n3: 2\n", "byte 6: expected a width from 1 to 2147483647, found \"3:\"");
        refuses("P5\nx3 2\n", "byte 6: expected a width from 1 to 2147483647, found \"x3\"");
        refuses("P5\n0 2\n", "byte 5: expected a width from 1 to 2147483647, found \"0\"");
        refuses("P5\n3 0\n", "byte 7: expected a height from 1 to 715827882, found \"0\"");
        refuses("P5\n3 2\n0\n", "byte 9: expected a greatest value from 1 to 65535, found \"0\"");
        refuses("P5\n3 2\n65536\n", "byte 13: expected a greatest value from 1 to 65535, found \"65536\"");
        refuses("P5\n3", "byte 4: expected a height from 1 to 715827882, found the end of the file");
        refuses("P5\n# only", "byte 9: expected a width from 1 to 2147483647, found the end of the file");
    }

    @Test
    void refusesSizesBeyondAnInt() {
        refuses("P5\n65536 65536\n", "byte 15: expected a height from 1 to 32767, found \"65536\"");
        refuses("P5\n4294967297 1\n", "byte 14: expected a width from 1 to 2147483647, found \"4294967297\"");
        refuses(
                "P5\n12345678901234567890 1\n",
                "byte 15: expected a width from 1 to 2147483647, found \"12345678901\"");
        refuses("P5\n00000000001 1\n", "byte 15: expected a width from 1 to 2147483647, found \"00000000001\"");
    }

    @Test
    void refusesSamplesAboveTheGreatest() {
        refuses("P5\n2 1\n100\n", "byte 13: expected a sample from 0 to 100, found 101", 100, 101);
        refuses("P2\n2 1\n100\n5 101\n", "byte 17: expected a sample from 0 to 100, found \"101\"");
    }

    @Test
    void refusesFilesCutShort() {
        refuses("P5\n2 1\n255\n", "byte 12: expected a sample from 0 to 255, found the end of the file", 1);
        refuses("P5\n2 1\n256\n", "byte 14: expected a sample from 0 to 256, found the end of the file", 0, 1, 1);
        refuses("P5\n2 1\n256\n", "byte 13: expected a sample from 0 to 256, found the end of the file", 0, 1);
        refuses("P2\n2 1\n255\n7", "byte 12: expected a sample from 0 to 255, found the end of the file");
    }

    @Test
    void asksBeforeItTakesMemory() {
        IllegalStateException refusal = new IllegalStateException();
        assertThatThrownBy(() -> new PgmDecoder()
                        .decode(
                                file("P5\n46340 46340\n255\n"),
                                shape -> {
                                    throw refusal;
                                },
                                new FloatList("pixels")))
                .isSameAs(refusal);
    }
}
