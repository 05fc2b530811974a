package joust.study;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import joust.metrics.BootstrapInterval;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A study's table and the result of every run as JSON. Nothing in it tells of the machine but runs that were ended by the time. */
public final class StudyJson {
    private static final JsonFactory JSON = new JsonFactory();

    private StudyJson() {}

    /** The whole text, ending with a line feed. */
    public static String text(StudySummary summary) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("study", summary.study().name());
            json.writeStringProperty("description", summary.study().description());
            json.writeNumberProperty("secondsPerRun", summary.study().secondsPerRun());
            json.writeNumberProperty("confidence", BootstrapInterval.CONFIDENCE);
            json.writeNumberProperty("resamples", BootstrapInterval.RESAMPLES);
            json.writeNumberProperty("missing", summary.missing());
            json.writeArrayPropertyStart("cells");
            summary.cells().forEach(cell -> cell(json, cell));
            json.writeEndArray();
            json.writeArrayPropertyStart("leftOut");
            summary.plan().leftOut().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("results");
            summary.plan()
                    .runs()
                    .forEach(run -> Optional.ofNullable(summary.results().get(run))
                            .ifPresent(result -> result(json, run, result)));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void cell(JsonGenerator json, CellSummary summary) {
        json.writeStartObject();
        names(json, summary.cell());
        json.writeNumberProperty("steps", summary.cell().config().steps());
        json.writeNumberProperty("runs", summary.runs());
        json.writeNumberProperty("diverged", summary.diverged());
        json.writeNumberProperty("capped", summary.capped());
        json.writeObjectPropertyStart("metrics");
        summary.spreads().forEach((metric, spread) -> {
            BootstrapInterval interval = spread.interval();
            json.writeObjectPropertyStart(metric);
            json.writeNumberProperty("mean", interval.mean());
            json.writeNumberProperty("low", interval.low());
            json.writeNumberProperty("high", interval.high());
            json.writeNumberProperty("least", spread.least());
            json.writeNumberProperty("greatest", spread.greatest());
            json.writeNumberProperty("count", interval.count());
            json.writeEndObject();
        });
        json.writeEndObject();
        summary.published().ifPresent(figures -> published(json, figures));
        json.writeEndObject();
    }

    private static void published(JsonGenerator json, PublishedFigures figures) {
        json.writeObjectPropertyStart("published");
        for (String metric : StudyConfig.OF_MODES) {
            figures.of(metric).ifPresent(figure -> json.writeStringProperty(metric, figure.text()));
        }
        json.writeStringProperty("source", figures.source());
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, StudyRun run, RunResult result) {
        json.writeStartObject();
        names(json, run.cell());
        json.writeNumberProperty("seed", run.seed());
        json.writeStringProperty("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("steps", result.steps());
        result.metrics().forEach((metric, value) -> number(json, metric, value));
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, StudyCell cell) {
        json.writeStringProperty("system", cell.system());
        json.writeStringProperty("loss", cell.loss());
        json.writeStringProperty("cure", cell.cure());
    }

    /** A number, or null where it is not finite. */
    static void number(JsonGenerator json, String key, double value) {
        json.writeName(key);
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
