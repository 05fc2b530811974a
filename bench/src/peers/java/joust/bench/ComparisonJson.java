package joust.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import joust.backend.HostProcessor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Keeps results as an array of objects, one per implementation of a case. */
final class ComparisonJson {
    private static final String INCOMPLETE = ".incomplete";

    private final Path file;
    private final String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final String processor = HostProcessor.model();
    private final String commit = System.getProperty("joust.commit", "unknown");

    ComparisonJson(Path file) {
        this.file = file;
    }

    /** Writes all results so far in place of what is there. */
    void write(List<CaseResult> results) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path incomplete = Path.of(file + INCOMPLETE);
        try (Writer writer = Files.newBufferedWriter(incomplete);
                JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), writer)) {
            json.writeStartArray();
            for (CaseResult result : results) {
                for (ForkScores scores : result.scores()) {
                    json.writeRaw("\n");
                    write(json, result.peak(), scores);
                }
            }
            json.writeEndArray();
        }
        Files.move(incomplete, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(JsonGenerator json, double peak, ForkScores scores) {
        SuiteResult first = scores.first();
        json.writeStartObject();
        json.writeStringProperty("suite", first.suite());
        json.writeStringProperty("case", first.what());
        json.writeStringProperty("implementation", first.implementation());
        json.writeNumberProperty("threads", first.threads());
        json.writeNumberProperty("score", scores.median());
        json.writeStringProperty("unit", first.unit());
        json.writeNumberProperty("error", scores.spread());
        if (first.unit().equals("GFLOP/s")) {
            json.writeNumberProperty("peak", peak);
        }
        json.writeArrayPropertyStart("forks");
        for (double score : scores.scores()) {
            json.writeNumber(score);
        }
        json.writeEndArray();
        json.writeStringProperty("processor", processor);
        json.writeStringProperty("jdk", Runtime.version().toString());
        json.writeStringProperty("commit", commit);
        json.writeStringProperty("date", date);
        json.writeEndObject();
    }
}
