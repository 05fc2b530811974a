package joust.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import joust.backend.Fastest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Who was timed for a workload, as a table or as JSON. */
final class FastestTable {
    private FastestTable() {}

    /** For a person: one line for each, the fastest first and marked, and why others were not timed. */
    static String text(Fastest fastest) {
        StringBuilder text = new StringBuilder(fastest.workload() + System.lineSeparator());
        text.append(String.format(
                Locale.ROOT, "  %-12s %7s %10s %7s  %s%n", "backend", "threads", "ms", "times", "device"));
        for (Fastest.Timing timing : fastest.timings()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %-12s %7d %10.3f %7.2f  %s%n",
                    timing.equals(fastest.best()) ? "*" : " ",
                    timing.backend(),
                    timing.threads(),
                    1e3 * timing.seconds(),
                    timing.seconds() / fastest.best().seconds(),
                    timing.device()));
        }
        fastest.excluded()
                .forEach(reason -> text.append("  not timed: ").append(reason).append(System.lineSeparator()));
        return text.toString();
    }

    /** For a program: an array with an object for each workload. */
    static String json(List<Fastest> answers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, answers);
        }
        return text.append('\n').toString();
    }

    /** As {@link #json}, into a document. */
    static void write(JsonGenerator json, List<Fastest> answers) {
        json.writeStartArray();
        for (Fastest fastest : answers) {
            json.writeStartObject();
            json.writeStringProperty("workload", fastest.workload());
            json.writeStringProperty("backend", fastest.best().backend());
            json.writeNumberProperty("threads", fastest.best().threads());
            json.writeArrayPropertyStart("timings");
            fastest.timings().forEach(timing -> timing(json, timing));
            json.writeEndArray();
            json.writeArrayPropertyStart("excluded");
            fastest.excluded().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void timing(JsonGenerator json, Fastest.Timing timing) {
        json.writeStartObject();
        json.writeStringProperty("backend", timing.backend());
        json.writeNumberProperty("threads", timing.threads());
        json.writeStringProperty("device", timing.device());
        json.writeNumberProperty("seconds", timing.seconds());
        json.writeEndObject();
    }
}
