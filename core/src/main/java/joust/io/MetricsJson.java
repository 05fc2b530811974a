package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import joust.gan.diagnosis.Finding;
import joust.gan.diagnosis.Symptom;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** The text of {@code metrics.json}: one object, one line per key, ending with a line feed on every system. */
public final class MetricsJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> OWN_KEYS = Set.of(
            "preset",
            "backend",
            "device",
            "arithmetic",
            "threads",
            "seed",
            "steps",
            "stopped",
            "seconds",
            "stepsPerSecond",
            "generatorSha256",
            "generatorAverageSha256",
            "discriminatorSha256",
            "diagnosis",
            "notJudged");

    private MetricsJson() {}

    static void write(RunSummary summary, Path file) throws IOException {
        AtomicFile.write(file, text(summary).getBytes(UTF_8));
    }

    static String text(RunSummary summary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            writeRun(json, summary);
            summary.metrics().forEach((key, value) -> writeMetric(json, key, value));
            json.writeName("diagnosis").writeStartArray();
            summary.diagnosis().findings().forEach(finding -> writeFinding(json, finding));
            json.writeEndArray();
            writeNotJudged(json, summary.diagnosis().notJudged());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** Metrics alone as such an object; numbers that are not finite are null. */
    public static String text(Map<String, Double> metrics) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            metrics.forEach((key, value) -> writeNumber(json, key, value));
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void writeRun(JsonGenerator json, RunSummary summary) {
        json.writeName("preset").writeString(summary.preset());
        json.writeName("backend").writeString(summary.machine().backend());
        json.writeName("device").writeString(summary.machine().device());
        json.writeName("arithmetic").writeString(summary.machine().arithmetic());
        json.writeName("threads").writeNumber(summary.machine().threads());
        json.writeName("seed").writeNumber(summary.seed());
        json.writeName("steps").writeNumber(summary.timing().steps());
        json.writeName("stopped").writeString(summary.timing().stopped().label());
        writeNumber(json, "seconds", summary.timing().seconds());
        writeNumber(json, "stepsPerSecond", summary.timing().stepsPerSecond());
        json.writeName("generatorSha256").writeString(summary.hashes().generator());
        summary.hashes()
                .generatorAverage()
                .ifPresent(hash -> json.writeName("generatorAverageSha256").writeString(hash));
        json.writeName("discriminatorSha256").writeString(summary.hashes().discriminator());
    }

    private static void writeNotJudged(JsonGenerator json, Set<Symptom> symptoms) {
        if (!symptoms.isEmpty()) {
            json.writeName("notJudged").writeStartArray();
            symptoms.forEach(symptom -> json.writeString(symptom.label()));
            json.writeEndArray();
        }
    }

    private static void writeFinding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeName("symptom").writeString(finding.symptom().label());
        json.writeName("evidence").writeString(finding.evidence());
        json.writeName("remedy").writeString(finding.remedy());
        json.writeName("settings").writeStartArray();
        finding.settings().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeMetric(JsonGenerator json, String key, double value) {
        if (OWN_KEYS.contains(key)) {
            throw new IllegalArgumentException("metric " + key + ": the key is taken, expected one of its own");
        }
        writeNumber(json, key, value);
    }

    private static void writeNumber(JsonGenerator json, String key, double value) {
        json.writeName(key);
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    /** Two spaces for each level, line feeds, whatever the system's own line ends are. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter()
                    .withSeparators(separators)
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
