package joust.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

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
        if (metrics.diagnosis().isEmpty()) {
            return "<div class=\"healthy\">Healthy: no collapse, no saturation, no vanishing gradient, no oscillation, no memorised data,"
                    + " all numbers finite.</div>";
        }
        StringBuilder html = new StringBuilder();
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
        return html.toString();
    }

    static String metrics(RunMetrics metrics) {
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
                ? "<p>This run was not evaluated: it was stopped, or it diverged.</p>"
                : "<table class=\"metrics\"><thead><tr><th>metric</th><th>value</th><th>meaning</th></tr></thead><tbody>"
                        + rows + "</tbody></table>";
    }

    private static String number(String value) {
        return value.matches("-?\\d[\\d.eE+-]*") ? Html.number(Double.parseDouble(value)) : "not a number";
    }
}
