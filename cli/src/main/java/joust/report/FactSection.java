package joust.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import joust.gan.diagnosis.Symptom;

/** What a run says about itself: what computed and how fast, the diagnosis, the metrics. */
final class FactSection {
    /** Keys of {@code metrics.json} that are facts, no metrics, and how they are called. */
    private static final List<Map.Entry<String, String>> FACTS = List.of(
            Map.entry("steps", "steps"),
            Map.entry("stopped", "stopped by"),
            Map.entry("seconds", "seconds"),
            Map.entry("stepsPerSecond", "steps per second"),
            Map.entry("seed", "seed"),
            Map.entry("backend", "backend"),
            Map.entry("threads", "threads"),
            Map.entry("arithmetic", "arithmetic"),
            Map.entry("device", "device"),
            Map.entry("generatorSha256", "SHA-256 of the generator"),
            Map.entry("generatorAverageSha256", "SHA-256 of its moving average"),
            Map.entry("discriminatorSha256", "SHA-256 of the discriminator"));

    private static final Set<String> WIDE =
            Set.of("device", "generatorSha256", "generatorAverageSha256", "discriminatorSha256");
    private static final Set<String> MEASURED = Set.of("seconds", "stepsPerSecond");

    private FactSection() {}

    static String facts(RunMetrics metrics) {
        StringBuilder html = new StringBuilder("<dl class=\"facts\">");
        for (Map.Entry<String, String> fact : FACTS) {
            String value = metrics.values().get(fact.getKey());
            if (value != null) {
                html.append(WIDE.contains(fact.getKey()) ? "<div class=\"wide\"><dt>" : "<div><dt>")
                        .append(fact.getValue())
                        .append("</dt><dd>")
                        .append(Html.text(MEASURED.contains(fact.getKey()) ? number(value) : value))
                        .append("</dd></div>");
            }
        }
        return html.append("</dl>").toString();
    }

    static String diagnosis(RunMetrics metrics) {
        StringBuilder html = new StringBuilder(metrics.diagnosis().isEmpty() ? nothingFound(metrics) : "");
        for (Map<String, String> finding : metrics.diagnosis()) {
            html.append("<div class=\"finding\"><h3>")
                    .append(Html.text(finding.getOrDefault("symptom", "").replace('-', ' ')))
                    .append("</h3><p>")
                    .append(Html.text(finding.getOrDefault("evidence", "")))
                    .append(".</p><p>Remedy: ")
                    .append(Html.text(finding.getOrDefault("remedy", "")))
                    .append(".</p>");
            finding.getOrDefault("settings", "")
                    .lines()
                    .forEach(setting -> html.append("<p><code>--set ")
                            .append(Html.text(setting.contains(" ") ? "'" + setting + "'" : setting))
                            .append("</code></p>"));
            html.append("</div>");
        }
        if (!metrics.notJudged().isEmpty()) {
            html.append("<p>Not judged, as the run was too short for it or was stopped, or its loss does not show it: ")
                    .append(Html.text(words(metrics.notJudged())))
                    .append(".</p>");
        }
        return html.toString();
    }

    private static String nothingFound(RunMetrics metrics) {
        List<String> ruledOut = Stream.of(Symptom.values())
                .filter(symptom -> symptom != Symptom.NOT_FINITE)
                .map(Symptom::label)
                .filter(symptom -> !metrics.notJudged().contains(symptom))
                .toList();
        return "<div class=\"healthy\">Nothing found: all numbers are finite"
                + (ruledOut.isEmpty() ? "" : "; looked for and not found: " + Html.text(words(ruledOut)))
                + ". How good the samples are, the metrics say.</div>";
    }

    private static String words(List<String> symptoms) {
        return String.join(", ", symptoms).replace('-', ' ');
    }

    /**
     * The table of the metrics.
     *
     * @param note what stands before it
     */
    static String metrics(RunMetrics metrics, String note) {
        StringBuilder rows = new StringBuilder();
        metrics.values().forEach((key, value) -> {
            if (!key.equals("preset")
                    && FACTS.stream().noneMatch(fact -> fact.getKey().equals(key))) {
                rows.append("<tr><td>")
                        .append(Html.text(key))
                        .append("</td><td class=\"number\">")
                        .append(Html.text(number(value)))
                        .append("</td><td>")
                        .append(Html.text(MetricMeanings.of(key)))
                        .append("</td></tr>");
            }
        });
        return rows.isEmpty()
                ? "<p>This run was not evaluated: it was stopped, or it diverged. <code>joust evaluate</code> judges its last"
                        + " checkpoint.</p>"
                : note
                        + "<table class=\"metrics\"><thead><tr><th>metric</th><th>value</th><th>meaning</th></tr></thead><tbody>"
                        + rows + "</tbody></table>";
    }

    private static String number(String value) {
        return value.matches("-?\\d[\\d.eE+-]*") ? Html.number(Double.parseDouble(value)) : "not a number";
    }
}
