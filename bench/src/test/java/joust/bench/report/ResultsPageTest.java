package joust.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {
    @TempDir
    Path folder;

    @Test
    void thePageShowsEachRunWithItsChartsTableFactsAndCommand() throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        FigureJson.write(results.resolve("epyc.json"), Samples.run());
        Files.writeString(results.resolve("presets.txt"), "ring8  modes  8.0\n\n5 seeds\n");
        Path page = folder.resolve("RESULTS.md");
        ResultsPage.write(results, page);
        assertThat(page)
                .content()
                .contains("## epyc", "- Processor: AMD EPYC", "- Command: `./joust bench`", "- mkl: 2025.3")
                .contains("![epyc-matmul](results/epyc-matmul.svg)", "![epyc-roofline](results/epyc-roofline.svg)")
                .containsPattern("matmul +NN 128x512x784 +\\*  joust-simd")
                .endsWith("\n## presets\n\n```\nring8  modes  8.0\n\n5 seeds\n```\n")
                .contains("How to reproduce", "What is not");
        assertThat(results.resolve("epyc-gan-step.svg"))
                .content()
                .startsWith("<svg ")
                .contains("steps/s");
    }

    /** The page in the checkout is what the files beside it make, to the byte. */
    @Test
    void thePublishedPageIsUpToDate() throws IOException {
        Path published = Path.of("results");
        Path page = Path.of("RESULTS.md");
        if (Files.isDirectory(published)) {
            Path copies = Files.createDirectory(folder.resolve("results"));
            try (var files = Files.newDirectoryStream(published, "*.{json,txt}")) {
                for (Path file : files) {
                    Files.copy(file, copies.resolve(file.getFileName()));
                }
            }
            Path again = folder.resolve("RESULTS.md");
            ResultsPage.write(copies, again);
            assertThat(again).hasSameTextualContentAs(page);
        }
    }
}
