package joust.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** House rules that only the source text shows, over the main and test sources of every module. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 300;

    private static final Pattern TOP_LEVEL_TYPE =
            Pattern.compile("^([a-z-]+ )*(class|interface|enum|record|@interface) \\w.*");

    private record Source(Path path, List<String> lines) {
        static Source read(Path path) {
            try {
                return new Source(path, Files.readAllLines(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final List<Source> SOURCES = new ArrayList<>();

    @BeforeAll
    static void readSources() throws IOException {
        for (String module : List.of("core", "simd", "opencl", "bench", "cli")) {
            try (Stream<Path> files =
                    Files.walk(Checkout.folder().resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|cl)"))
                        .map(Source::read)
                        .forEach(SOURCES::add);
            }
        }
        assertThat(SOURCES).hasSizeGreaterThan(13);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catch \\(.*Throwabl[e]",
                "\\.printStackTrac[e]\\(",
                "\\b(TOD[O]|FIXM[E])\\b",
                "@Disable[d]\\b",
            })
    void noSourceHolds(String forbidden) {
        Pattern pattern = Pattern.compile(forbidden);
        assertThat(SOURCES.stream()
                        .flatMap(source -> IntStream.range(0, source.lines().size())
                                .filter(i ->
                                        pattern.matcher(source.lines().get(i)).find())
                                .mapToObj(i -> source.path() + ":" + (i + 1) + ": "
                                        + source.lines().get(i).strip())))
                .isEmpty();
    }

    @Test
    void filesAreShort() {
        assertThat(SOURCES)
                .filteredOn(source -> source.lines().size() > LONGEST_FILE)
                .extracting(source -> source.path() + " has " + source.lines().size() + " lines")
                .isEmpty();
    }

    @Test
    void aFileHoldsOneTopLevelType() {
        assertThat(SOURCES)
                .filteredOn(source -> source.lines().stream()
                                .filter(line -> TOP_LEVEL_TYPE.matcher(line).matches())
                                .count()
                        > 1)
                .extracting(Source::path)
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(SOURCES.stream()
                        .map(source -> source.path().getParent())
                        .filter(folder -> folder.toString().contains("/src/main/java/joust/"))
                        .distinct())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked"));
    }
}
