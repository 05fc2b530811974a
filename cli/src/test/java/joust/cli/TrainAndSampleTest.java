package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job from the command line, in few steps. */
class TrainAndSampleTest {
    @TempDir
    private Path folder;

    @Test
    void trainingLeavesEverythingThatARunsFolderHolds() throws IOException {
        Path run = train("digits", "run", "--steps", "5", "--set", "logEvery=2");
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains("\"steps\": 5", "\"confidentShare\"", "\"diagnosis\"");
        assertThat(run.resolve("checkpoints/step-00000005.safetensors")).isRegularFile();
        List<String> log = Files.readAllLines(run.resolve("log.csv"));
        assertThat(log.getFirst())
                .startsWith("step,discriminatorLoss,generatorLoss,value,")
                .endsWith(",seconds");
        assertThat(log.stream().skip(1).map(row -> row.substring(0, row.indexOf(','))))
                .containsExactly("0", "2", "4", "5");
        BufferedImage grid =
                ImageIO.read(run.resolve("samples/step-00000005.png").toFile());
        assertThat(grid.getWidth()).isEqualTo(grid.getHeight()).isGreaterThan(600);
        assertThat(run.resolve("plots/losses.png")).isRegularFile();
        assertThat(run.resolve("report.html")).content().contains("Film of the samples");
        try (Stream<Path> files = Files.list(run)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.startsWith("events.out.tfevents.")))
                    .hasSize(1);
        }
    }

    @Test
    void aShortRunHasAFilmOfItsWholeLength() throws IOException {
        Path run = train("ring8", "run", "--steps", "50", "--set", "batch.size=8");
        assertThat(RunFiles.film(run).keySet())
                .hasSize(14)
                .contains("history/step-00000000.safetensors", "history/step-00000004.safetensors")
                .contains("history/step-00000048.safetensors", "history/step-00000050.safetensors");
        assertThat(run.resolve("plots/plane-step-00000050.png")).isRegularFile();
    }

    @Test
    void equalSeedsGiveEqualHashesAndOthersDoNot() throws IOException {
        String first = hashes(train("digits", "a", "--steps", "3"));
        assertThat(hashes(train("digits", "b", "--steps", "3"))).isEqualTo(first);
        assertThat(hashes(train("digits", "c", "--steps", "3", "--seed", "2"))).isNotEqualTo(first);
    }

    @Test
    void theConfigurationOfARunRunsAgainAsItIs() throws IOException {
        Path run = train("toy2d", "run", "--steps", "4", "--seed", "5");
        Path again = train(run.resolve("config.yaml").toString(), "again", "--steps", "4");
        assertThat(hashes(again)).isEqualTo(hashes(run));
    }

    @Test
    void samplesOfImagesAreAGridOrAFileForEach() throws IOException {
        Path run = train("digits", "run", "--steps", "1");
        Path grid = folder.resolve("grid.png");
        assertThat(sample(run, "--grid", "--count", "9", "--out", grid.toString()))
                .isZero();
        assertThat(ImageIO.read(grid.toFile()).getWidth()).isGreaterThan(3 * 64);
        Path each = folder.resolve("each");
        assertThat(sample(run, "--count", "3", "--out", each.toString())).isZero();
        try (Stream<Path> files = Files.list(each)) {
            assertThat(files).hasSize(3);
        }
        assertThat(ImageIO.read(each.resolve("sample-2.png").toFile()).getWidth())
                .isEqualTo(8);
    }

    @Test
    void interpolationIsAPictureWithAnArcPerLineOrFilesOrATable() throws IOException {
        Path run = train("digits", "run", "--steps", "1");
        Path picture = folder.resolve("way.png");
        assertThat(sample(run, "--interpolate", "--count", "9", "--out", picture.toString()))
                .isZero();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(3 * 64);
        Path table = folder.resolve("way.csv");
        assertThat(sample(run, "--interpolate", "--count", "25", "--seed", "4", "--out", table.toString()))
                .isZero();
        List<String> rows = Files.readAllLines(table);
        assertThat(rows).hasSize(25).doesNotHaveDuplicates();
        // Neighbours on an arc of five are closer than its ends.
        assertThat(distance(rows.get(0), rows.get(1))).isLessThan(distance(rows.get(0), rows.get(4)));
        Outcome both = Outcome.of("sample", run.toString(), "--grid", "--interpolate", "--out", picture.toString());
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--grid and --interpolate: both, expected one of them");
    }

    @Test
    void aClassIsAskedForByName() throws IOException {
        Path run = train("digits-conditional", "run", "--steps", "1");
        Path all = folder.resolve("all.csv");
        Path threes = folder.resolve("threes.csv");
        assertThat(sample(run, "--count", "14", "--label", "all", "--out", all.toString()))
                .isZero();
        assertThat(sample(run, "--count", "14", "--label", "3", "--out", threes.toString()))
                .isZero();
        List<String> inTurn = Files.readAllLines(all);
        List<String> asked = Files.readAllLines(threes);
        for (int i = 0; i < 14; i++) {
            assertThat(asked.get(i).equals(inTurn.get(i))).as("sample " + i).isEqualTo(i % 10 == 3);
        }
        Path grid = folder.resolve("classes.png");
        assertThat(sample(run, "--count", "30", "--grid", "--out", grid.toString()))
                .isZero();
        var picture = ImageIO.read(grid.toFile());
        assertThat(picture.getWidth()).as("ten across, three down").isGreaterThan(3 * picture.getHeight());
        assertThat(sample(run, "--interpolate", "--label", "3", "--count", "4", "--out", threes.toString()))
                .isZero();
        Outcome unknown = Outcome.of("sample", run.toString(), "--label", "ten", "--out", threes.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--label: ten, expected all or one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9");
    }

    private static double distance(String first, String second) {
        String[] a = first.split(",");
        String[] b = second.split(",");
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = Double.parseDouble(a[i]) - Double.parseDouble(b[i]);
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void samplesOfPointsAreATable() throws IOException {
        Path run = train("toy2d", "run", "--steps", "1");
        Path table = folder.resolve("points.csv");
        assertThat(sample(run, "--count", "7", "--out", table.toString())).isZero();
        assertThat(Files.readAllLines(table)).hasSize(7).allMatch(line -> line.matches("-?[\\d.E-]+,-?[\\d.E-]+"));
        assertThat(run.resolve("plots/plane-step-00000001.png")).isRegularFile();
    }

    @Test
    void aRunIsEvaluatedToTheNumbersOfItsEnd() throws IOException {
        Path run = train("ring8", "run", "--steps", "2", "--set", "batch.size=8");
        Outcome outcome = Outcome.of("evaluate", run.toString(), "--backend", "scalar", "--json");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        String whole = Files.readString(run.resolve("metrics.json"));
        assertThat(outcome.out().lines().filter(line -> line.contains(":")).map(line -> line.replace(",", "")))
                .hasSize(8)
                .allMatch(whole::contains)
                .anyMatch(line -> line.contains("\"reverseKl\""));

        Outcome few = Outcome.of("evaluate", run.toString(), "--backend", "scalar", "--samples", "200");
        assertThat(few.out().lines()).hasSize(8).first().asString().startsWith("value -");
        assertThat(Outcome.of("evaluate", run.toString(), "--samples", "9").err())
                .contains("--samples: 9, expected at least 100");
    }

    private int sample(Path run, String... arguments) {
        Outcome outcome = Outcome.of(Stream.concat(Stream.of("sample", run.toString()), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(outcome.err()).doesNotContain("expected");
        return outcome.code();
    }

    private Path train(String source, String name, String... more) {
        Path run = folder.resolve(name);
        Stream<String> fixed = Stream.of("train", source, "--backend", "scalar", "--quiet", "--out", run.toString());
        Outcome outcome = Outcome.of(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return run;
    }

    private static String hashes(Path run) throws IOException {
        Matcher matcher = Pattern.compile("\"(generator|discriminator)Sha256\": \"([0-9a-f]{64})\"")
                .matcher(Files.readString(run.resolve("metrics.json")));
        StringBuilder hashes = new StringBuilder();
        while (matcher.find()) {
            hashes.append(matcher.group(2));
        }
        assertThat(hashes).hasSize(128);
        return hashes.toString();
    }
}
