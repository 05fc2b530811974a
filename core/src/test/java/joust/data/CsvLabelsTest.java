package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLabelsTest {
    @TempDir
    Path folder;

    private FiniteSamples read(String labelColumn, String text) {
        Path file = IdxBytes.write(folder.resolve("t.csv"), text.getBytes(StandardCharsets.UTF_8));
        return CsvReader.labelled(labelColumn).read(file);
    }

    private void refuses(String labelColumn, String text, String rest) {
        assertRefused(() -> read(labelColumn, text), folder.resolve("t.csv") + ": " + rest);
    }

    @Test
    void readsLabelsFromTheLastColumn() {
        FiniteSamples table = read("last", "1,2,7\n3,4,0\n5,6,7.0\n");
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(table.classNames()).containsExactly("0", "7");
        assertThat(table.labels()).containsExactly(1, 0, 1);
    }

    @Test
    void readsLabelsByNameAndByNumber() {
        String text = "species,x,last,y\ncat,1,2,3\nant,4,5,6\ncat,7,8,9";
        FiniteSamples species = read("species", text);
        assertThat(species.values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(species.classNames()).containsExactly("ant", "cat");
        assertThat(species.labels()).containsExactly(1, 0, 1);
        assertThat(read("1", text).classNames()).containsExactly("ant", "cat");
        String numbers = "species,x,last,y\n0,1,2,3\n4,5,6,7";
        assertThat(read("last", numbers).classNames())
                .as("a name goes before the word")
                .containsExactly("2", "6");
        assertThat(read("4", numbers).classNames()).containsExactly("3", "7");
        assertThat(read("3", "1,2,3\n4,5,6").classNames()).containsExactly("3", "6");
    }

    @Test
    void takesAFirstLineWithTheLabelColumnsNameForNames() {
        FiniteSamples pixels = read("label", "label,0,1\n7,2,3");
        assertThat(pixels.values()).containsExactly(2, 3);
        assertThat(pixels.classNames()).containsExactly("7");
    }

    @Test
    void ordersClassesAsNumbersOrAsText() {
        assertThat(read("last", "0,10\n0,9\n0,-1").classNames()).containsExactly("-1", "9", "10");
        assertThat(read("last", "0,10\n0,9\n0,b").classNames()).containsExactly("10", "9", "b");
        assertThat(read("last", "0,1e1\n0,010\n0,10.").classNames()).containsExactly("10");
    }

    @Test
    void keepsManyRowsOfLabels() {
        String text = IntStream.range(0, 70_000).mapToObj(i -> "1," + i % 3).collect(Collectors.joining("\n"));
        FiniteSamples table = read("last", text);
        assertThat(table.rows()).isEqualTo(70_000);
        assertThat(table.labels())
                .isEqualTo(IntStream.range(0, 70_000).map(i -> i % 3).toArray());
    }

    @Test
    void refusesALabelColumnThatIsNotThere() {
        String found = "a label column \"klass\", found the columns \"a, b\"";
        refuses("klass", "a,b\n1,2", "line 1: expected " + found);
        refuses("klass", "\n1,2", "line 2: expected a label column \"klass\", found 2 columns without names");
        refuses("3", "1,2", "line 1: expected a label column \"3\", found 2 columns without names");
        refuses("0", "1,2", "line 1: expected a label column \"0\", found 2 columns without names");
        refuses("99999999999", "1,2", "line 1: expected a label column \"99999999999\", found 2 columns without names");
    }

    @Test
    void refusesLabelsThatAreNoLabels() {
        String expected = "line 1, column 2: expected a whole number or a name as label, found ";
        refuses("last", "1,2.5", expected + "\"2.5\"");
        refuses("last", "1,nan", expected + "\"nan\"");
        refuses("last", "1,1e16", expected + "\"1e16\"");
        refuses("last", "1,-1e16", expected + "\"-1e16\"");
        refuses("last", "1,", expected + "an empty field");
        assertThat(read("last", "1,1e15").classNames()).containsExactly("1000000000000000");
    }

    @Test
    void refusesATableOfLabelsAlone() {
        refuses("last", "1\n2", "line 1: expected a column of numbers beside the labels, found only the labels");
    }

    @Test
    void refusesMeasurementsTakenForLabels() {
        String most = IntStream.range(0, 10_000).mapToObj(i -> "1," + i).collect(Collectors.joining("\n"));
        assertThat(read("last", most).classes()).isEqualTo(10_000);
        refuses(
                "last",
                most + "\n1,10000",
                "line 10001, column 2: expected at most 10000 different labels, found one more");
    }
}
