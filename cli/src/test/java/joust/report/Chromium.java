package joust.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Opens a page in a headless Chromium. Where there is none the test is skipped, and the reason printed; with {@code -Djoust.require}
 * naming chromium that is a failure.
 *
 * @param program the browser
 * @param folder for its profile and output, empty
 */
record Chromium(Path program, Path folder) {
    private static final String PROPERTY = "joust.require";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long LONGEST_SECONDS = 300;

    /**
     * What became of a page.
     *
     * @param document the page as it is after its scripts have run
     * @param console what it has written to the console, errors among it
     */
    record Opened(String document, List<String> console) {}

    static Chromium orSkip(Path folder) {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String required = System.getProperty(PROPERTY, "");
            if (Arrays.asList(required.split(",")).contains("chromium")) {
                throw new AssertionError("-D" + PROPERTY + "=" + required
                        + " forbids to skip the tests of the report in Chromium: none of " + NAMES + " is on the path");
            }
            String message = "Skipped the tests of the report in Chromium: none of " + NAMES
                    + " is on the path (Debian: apt install chromium)";
            System.out.println(message);
            Assumptions.abort(message);
        }
        return new Chromium(found.orElseThrow(), folder);
    }

    Opened open(Path page) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Path document = folder.resolve("document.html");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--enable-logging=stderr",
                        "--virtual-time-budget=3000",
                        "--window-size=1800,1000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(errors.toFile())
                .redirectOutput(document.toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("Chromium did not open the page: " + Files.readString(errors));
            }
        } finally {
            process.destroyForcibly();
        }
        try (Stream<String> lines = Files.lines(errors)) {
            return new Opened(
                    Files.readString(document),
                    lines.filter(line -> line.contains("CONSOLE")).toList());
        }
    }
}
