package joust.bench.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import joust.io.AtomicFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a run as an array of objects, one to a line for each figure, each with the facts of the run. */
public final class FigureJson {
    private FigureJson() {}

    /** Writes all figures in place of what is there. */
    public static void write(Path file, RunResults results) throws IOException {
        AtomicFile.write(file, text(results).getBytes(StandardCharsets.UTF_8));
    }

    /** The content of the file. */
    static String text(RunResults results) {
        StringWriter writer = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), writer)) {
            json.writeStartArray();
            for (Figure figure : results.figures()) {
                json.writeRaw("\n");
                write(json, figure);
                write(json, results.facts(), figure.implementation());
                json.writeEndObject();
            }
            json.writeRaw("\n");
            json.writeEndArray();
        }
        return writer + "\n";
    }

    private static void write(JsonGenerator json, Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("suite", figure.suite());
        json.writeStringProperty("case", figure.what());
        json.writeStringProperty("implementation", figure.implementation());
        json.writeNumberProperty("threads", figure.threads());
        number(json, "score", figure.score());
        json.writeStringProperty("unit", figure.unit());
        number(json, "error", figure.error());
        number(json, "peak", figure.peak());
        number(json, "flopsPerByte", figure.flopsPerByte());
        number(json, "launches", figure.launches());
        json.writeArrayPropertyStart("forks");
        figure.forks().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("fastest");
        figure.fastest().forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, RunFacts facts, String implementation) {
        json.writeStringProperty("mode", facts.mode());
        json.writeStringProperty("command", facts.command());
        json.writeStringProperty("processor", facts.processor());
        json.writeStringProperty("device", facts.device(implementation));
        json.writeStringProperty("jdk", facts.jdk());
        json.writeStringProperty("system", facts.system());
        json.writeStringProperty("commit", facts.commit());
        json.writeStringProperty("date", facts.date());
    }

    /** JSON has no NaN; what does not apply is null. */
    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
