package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @TempDir
    Path folder;

    private Path file(String text) {
        return file(text, StandardCharsets.UTF_8);
    }

    private Path file(String text, Charset charset) {
        return IdxBytes.write(folder.resolve("t.csv"), text.getBytes(charset));
    }

    private FiniteSamples read(String text) {
        return CsvReader.unlabelled().read(file(text));
    }

    private void refuses(String text, String rest) {
        assertRefused(() -> read(text), folder.resolve("t.csv") + ": " + rest);
    }

    @Test
    void readsRowsOfNumbers() {
        FiniteSamples table = read("1,2.5,-3\n4e1,+.5,-0\n");
        assertThat(table.name()).isEqualTo(folder.resolve("t.csv").toString());
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.values()).containsExactly(1, 2.5f, -3, 40, .5f, -0f);
        assertThat(table.hasLabels()).isFalse();
    }

    @Test
    void readsGzip() {
        byte[] packed = IdxBytes.gzip("1,2\n3,4".getBytes(StandardCharsets.UTF_8));
        Path file = IdxBytes.write(folder.resolve("any-name"), packed);
        assertThat(CsvReader.unlabelled().read(file).values()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,2\n3,4", "1;2\n3;4\n", "1\t2\r\n3\t4\r\n", " 1  2 \n3 4\n", "1 , 2\n\t3,4", "1,\"2\"\n\"3\",4"
            })
    void findsTheDelimiterByItself(String text) {
        FiniteSamples table = read(text);
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void readsOneColumn() {
        assertThat(read("1\n2\n3").columns()).isEqualTo(1);
        assertThat(read("height\n1\n2").values()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "\n\n# written by hand\na,b\n\n1,2\n#,\n",
                "\uFEFFa,b\n1,2",
                "\"x,y\",\"say \"\"b\"\"\"\n1,2"
            })
    void passesOverNamesBlankLinesAndComments(String text) {
        assertThat(read(text).values()).containsExactly(1, 2);
    }

    @Test
    void takesAByteOrderMarkOffTheFirstLineOnly() {
        assertThat(read("\uFEFF1,2").values()).containsExactly(1, 2);
        refuses("1,2\n\uFEFF3,4", "line 2, column 1: expected a number, found \"\uFEFF3\"");
    }

    @Test
    void readsNamesInAnOtherEncodingThanUtf8() {
        Path latin = file("Größe,b\n1,2", StandardCharsets.ISO_8859_1);
        assertThat(CsvReader.unlabelled().read(latin).values()).containsExactly(1, 2);
    }

    @Test
    void refusesEmptyFiles() {
        refuses("", "expected one or more rows of numbers, found an empty file");
        refuses("\n \n# 1,2\n", "expected one or more rows of numbers, found none");
        refuses("a,b\n", "line 1: expected rows of numbers after the names of the columns, found none");
    }

    @Test
    void refusesAMissingFile() {
        Path missing = folder.resolve("missing.csv");
        assertRefused(
                () -> CsvReader.unlabelled().read(missing), missing + ": expected a file, found none of that name");
    }

    @Test
    void refusesAWord() {
        refuses("1,2\n3,abc\n", "line 2, column 2: expected a number, found \"abc\"");
        refuses("one,2\n3,4\n", "line 1, column 1: expected a number, found \"one\"");
        refuses("a,b\nc,d\n", "line 2, column 1: expected a number, found \"c\"");
        refuses("1,2\n\n3,\n", "line 3, column 2: expected a number, found an empty field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1f", "1d", "0x10", "1_000", "1e", "e1", ".", "+", "--1", "1.2.3", "1 2", "NaNs", "٣", "1e1.5"})
    void refusesWhatIsNoDecimalNumber(String text) {
        refuses("1,2\n3," + text, "line 2, column 2: expected a number, found \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nan",
                "NaN",
                "-nan",
                "inf",
                "+Inf",
                "-INF",
                "Infinity",
                "1e39",
                "-3.5e38",
                "3.4028236e38",
                "1e999999999"
            })
    void refusesNumbersThatAreNotFiniteInFloat32(String text) {
        String message = "column 1: expected a finite number of at most 3.4028235E38, found \"" + text + "\"";
        refuses("1,2\n" + text + ",4", "line 2, " + message);
        refuses(text + ",4", "line 1, " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.",
                ".5",
                "007",
                "1E5",
                "1e-50",
                "1.17549435e-38",
                "1.4e-45",
                "3.4028235e38",
                "16777217",
                "0.1"
            })
    void roundsAsJavaDoes(String text) {
        assertThat(read(text).values()).containsExactly(Float.parseFloat(text));
    }

    @Test
    void givesBackEveryFloatAsWritten() {
        Random random = new Random(5);
        float[] values = new float[3000];
        for (int i = 0; i < values.length; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            values[i] = Float.isFinite(value) ? value : i;
        }
        String text = IntStream.range(0, 1000)
                .mapToObj(row -> values[3 * row] + "," + values[3 * row + 1] + "," + values[3 * row + 2])
                .collect(Collectors.joining("\n"));
        assertThat(read(text).values()).containsExactly(values);
    }

    @Test
    void readsMoreValuesAndLongerLinesThanItsBuffersHold() {
        int columns = 50_000;
        String line = IntStream.range(0, columns).mapToObj(Integer::toString).collect(Collectors.joining(","));
        FiniteSamples table = read(line + "\n" + line + "\r\n" + line);
        assertThat(table.columns()).isEqualTo(columns);
        assertThat(table.rows()).isEqualTo(3);
        for (int i = 0; i < 3 * columns; i++) {
            if (table.values()[i] != i % columns) {
                assertThat(table.values()[i]).as("value " + i).isEqualTo(i % columns);
            }
        }
    }

    @Test
    void refusesRaggedRows() {
        refuses("1,2\n3,4\n5\n", "line 3: expected 2 fields as in line 1, found 1");
        refuses("\n1\n3 4\n", "line 3: expected 1 field as in line 2, found 2");
        refuses("a,b\n1,2,3\n", "line 2: expected 2 fields as in line 1, found 3");
        refuses("1,2\n\"3,4\n", "line 2: expected 2 fields as in line 1, found 1");
    }

    @Test
    void refusesBinaryData() {
        refuses("PK\u0003\u0004abc", "line 1: expected a table of numbers in text, found \"PK\\u0003\\u0004abc\"");
        refuses("1\n\u0000", "line 2, column 1: expected a number, found \"\\u0000\"");
    }

    @Test
    void cutsLongFieldsInMessages() {
        refuses("1\n" + "x".repeat(41), "line 2, column 1: expected a number, found \"" + "x".repeat(40) + "…\"");
        refuses("1\n" + "x".repeat(40), "line 2, column 1: expected a number, found \"" + "x".repeat(40) + "\"");
    }

    @Test
    void readsALineOfTheGreatestLengthAllowed() {
        String longest = " ".repeat(LineReader.LONGEST_LINE - 1) + "2";
        assertThat(read("1\n" + longest + "\n3\n").values()).containsExactly(1, 2, 3);
    }

    @Test
    void refusesALineWithoutEnd() {
        refuses(
                "1\n" + " ".repeat(LineReader.LONGEST_LINE + 1),
                "line 2: expected at most 16777216 bytes in a line, found more");
    }

    @Test
    void decidesOnLongDigitsInLinearTime() {
        String digits = "1".repeat(1_000_000) + "x";
        refuses("1\n" + digits, "line 2, column 1: expected a number, found \"" + "1".repeat(40) + "…\"");
    }
}
