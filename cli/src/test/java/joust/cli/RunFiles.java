package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run's folder says of the run, without what may differ between machines and moments. */
final class RunFiles {
    private RunFiles() {}

    /** Trains in this process. */
    static Outcome train(Path run, String... words) {
        return command(Stream.of("train", "--quiet", "--out", run.toString()), words);
    }

    /** Resumes in this process. */
    static Outcome resume(Path run, String... words) {
        return command(Stream.of("resume", "--quiet", run.toString()), words);
    }

    private static Outcome command(Stream<String> first, String... words) {
        return Outcome.of(Stream.concat(first, Arrays.stream(words)).toArray(String[]::new));
    }

    /** log.csv without its last column, and metrics.json without what tells of the machine and the time. */
    static String result(Path run) throws IOException {
        return log(run) + metrics(run);
    }

    private static String log(Path run) throws IOException {
        return Files.readAllLines(run.resolve("log.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')) + "\n")
                .collect(Collectors.joining());
    }

    private static String metrics(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.json")).stream()
                .filter(line -> !line.matches("  \"(backend|device|threads|seconds|stepsPerSecond)\".*"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** What the film is made of: the files of images or moments, each with a hash of its content. */
    static Map<String, Integer> film(Path run) throws IOException {
        Map<String, Integer> film = new TreeMap<>();
        for (String name : List.of("samples", "history")) {
            Path folder = run.resolve(name);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        film.put(run.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return film;
    }

    /** The names of all files that some process did not complete. */
    static List<String> halfWritten(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".tmp"))
                    .toList();
        }
    }
}
