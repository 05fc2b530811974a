package joust.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
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
    private static final String NOTHING_FROM_OUTSIDE =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

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
        StringBuilder page = new StringBuilder();
        head(page, config);
        page.append(metrics.map(FactSection::facts)
                .orElse("<p>The run has not come to its end: there is no metrics.json.</p>"));
        metrics.ifPresent(known -> section(page, "Diagnosis", FactSection.diagnosis(known)));
        if (frames.pictures().isEmpty()) {
            section(
                    page,
                    "Film",
                    "<p>Rows of this run's data have no picture: they are no images and have more columns than two.</p>");
        } else {
            page.append("<div class=\"two\"><div>");
            section(page, frames.columns() == 0 ? "Film of the samples" : "Film of both networks", frames.film());
            page.append("</div><div>");
            interpolation.ifPresent(way -> section(page, "Interpolation", interpolation(way)));
            page.append("</div></div>");
            section(page, "Samples over time", frames.sheet());
        }
        section(page, "Curves", CurveSection.html(log));
        metrics.ifPresent(known -> section(page, "Metrics", FactSection.metrics(known)));
        section(
                page,
                "What was run",
                "<p>The whole configuration, <code>config.yaml</code>; <code>joust train config.yaml</code> runs it"
                        + " again.</p><pre>" + Html.text(yaml) + "</pre>");
        page.append("</main><script>").append(resource("report.js")).append("</script></body></html>\n");
        return page.toString();
    }

    private static void head(StringBuilder page, GanConfig config) throws IOException {
        page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(NOTHING_FROM_OUTSIDE)
                .append("\"><title>")
                .append(Html.text(config.name()))
                .append(" - Joust</title><link rel=\"icon\" href=\"data:,\"><style>")
                .append(resource("report.css"))
                .append("</style></head><body><main><h1>")
                .append(Html.text(config.name()))
                .append("</h1><p class=\"soft\">")
                .append(Html.text(config.description()))
                .append("</p>");
    }

    private static void section(StringBuilder page, String title, String content) {
        page.append("<section><h2>")
                .append(title)
                .append("</h2>")
                .append(content)
                .append("</section>");
    }

    private static String interpolation(Interpolation way) {
        return "<figure class=\"way\">" + way.html()
                + "<figcaption>Samples on great circles through the noise, from one random point to the next;"
                + " a generator that has learned the data changes smoothly from one to another.</figcaption></figure>";
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = RunReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + ": not among Joust's resources");
            }
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
