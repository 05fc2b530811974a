package joust.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import joust.gan.GanConfig;
import joust.io.AtomicFile;

/**
 * A run's {@code report.html}, made of what lies in the run's folder: one page that asks for nothing from outside. It is drawn without
 * java.desktop and without fonts of this machine.
 */
public final class RunReport {
    private RunReport() {}

    /**
     * Writes the report.
     *
     * @param run the folder
     * @param config of the run
     * @param yaml the configuration as text
     * @param interpolation samples of the trained generator; empty where there is none
     * @throws joust.io.FileFormatException naming a file that is damaged
     * @throws IOException if a file cannot be read or written
     */
    public static void write(Path run, GanConfig config, String yaml, Optional<Interpolation> interpolation)
            throws IOException {
        AtomicFile.write(
                run.resolve("report.html"),
                page(run, config, yaml, interpolation).getBytes(UTF_8));
    }

    private static String page(Path run, GanConfig config, String yaml, Optional<Interpolation> interpolation)
            throws IOException {
        RunLog log = RunLog.read(run.resolve("log.csv"));
        Path metricsFile = run.resolve("metrics.json");
        Optional<RunMetrics> metrics =
                Files.exists(metricsFile) ? Optional.of(RunMetrics.read(metricsFile)) : Optional.empty();
        Frames frames = Frames.read(run);
        Page page = new Page(config.name(), config.description());
        page.append(metrics.map(FactSection::facts)
                .orElse("<p>The run has not come to its end: there is no metrics.json.</p>"));
        metrics.ifPresent(known -> page.section("Diagnosis", FactSection.diagnosis(known)));
        if (frames.pictures().isEmpty()) {
            page.section(
                    "Film",
                    "<p>Rows of this run's data have no picture: they are no images and have more columns than two.</p>");
        } else {
            page.append("<div class=\"two\"><div>");
            page.section(frames.columns() == 0 ? "Film of the samples" : "Film of both networks", frames.film());
            page.append("</div><div>");
            interpolation.ifPresent(way -> page.section("Interpolation", way.html(frames.last())));
            page.append("</div></div>");
            page.section("Samples over time", frames.sheet());
        }
        page.section("Curves", CurveSection.html(log));
        metrics.ifPresent(known -> page.section("Metrics", FactSection.metrics(known, judged(config))));
        page.section(
                "What was run",
                "<p>The whole configuration, <code>config.yaml</code>; <code>joust train config.yaml</code> runs it"
                        + " again.</p><pre>" + Html.text(yaml) + "</pre>");
        return page.htmlWithScript("report.js");
    }

    /** Why metrics and curves of the same name differ; empty where they judge the same. */
    private static String judged(GanConfig config) {
        boolean average = config.movingAverageDecay() != null;
        boolean noise = config.batch().instanceNoise() != null;
        if (!average && !noise) {
            return "";
        }
        return "<p>This table judges "
                + (average ? "the moving average of the generator" : "the generator")
                + (noise ? ", without instance noise" : "")
                + "; the curves of accuracy, D(x) and value judge the generator as it trains"
                + (noise ? ", with that noise" : "") + ", so the two differ.</p>";
    }
}
