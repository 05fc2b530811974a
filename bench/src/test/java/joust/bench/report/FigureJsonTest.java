package joust.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import joust.io.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureJsonTest {
    @TempDir
    Path folder;

    @Test
    void aRunReadsBackAsItWas() throws IOException {
        RunResults run = Samples.run();
        Path file = folder.resolve("r.json");
        FigureJson.write(file, run);
        assertThat(FigureReader.read(file)).isEqualTo(run);
    }

    @Test
    void theDocumentedKeysAreThere() {
        assertThat(FigureJson.text(Samples.run()).lines().toList().get(1))
                .startsWith(
                        "{\"suite\":\"matmul\",\"case\":\"NN 128x512x784\",\"implementation\":\"joust-simd\",\"threads\":1,"
                                + "\"score\":61.0,\"unit\":\"GFLOP/s\",\"error\":1.0,\"peak\":90.0,")
                .contains("\"forks\":[60.0,61.0,62.0]", "\"processor\":\"AMD EPYC\"", "\"jdk\":\"25.0.3\"")
                .contains(
                        "\"commit\":\"abc1234\"",
                        "\"date\":\"2026-11-25T12:00:00Z\"",
                        "\"device\":\"8 floats <wide>\"");
        assertThat(FigureJson.text(Samples.run())).contains("\"peak\":null", "\"launches\":39.0", "\"launches\":null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | an array of figures, found an object",
                "[] | at least one figure, found none",
                "[3] | an array of objects, found a number",
                "[{\"score\":\"a\"}] | a number 'score' in every figure, found 'a'",
                "[{\"score\":1}] | a text 'suite' in every figure, found a figure without it",
                "[{\"forks\":[true]}] | an array of numbers, found true",
                "[{\"forks\":{}}] | texts, numbers and an array of numbers, found an object",
            })
    void whatWasFoundInsteadIsSaid(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), text);
        assertThatThrownBy(() -> FigureReader.read(file))
                .hasMessage(file + ": figures: expected the JSON of joust bench, " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "[3]", "[{\"suite\":\"a\"}]", "[{\"forks\":[true]}]", "not json", "[{\"suite\":"
            })
    void somethingElseIsOneMessage(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), text);
        assertThatThrownBy(() -> FigureReader.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(file + ": figures: expected the JSON of joust bench");
    }
}
