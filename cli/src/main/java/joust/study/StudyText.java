package joust.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import joust.metrics.BootstrapInterval;

/** A study's numbers for people: means with their intervals, in few digits. */
public final class StudyText {
    private static final String SYSTEM_ROW = "%-20s %-28s %-28s %-10s %-10s %s";

    private StudyText() {}

    /** The table for a console, and below it what it does not hold. */
    public static List<String> table(StudySummary summary) {
        List<String> lines = new ArrayList<>(summary.study().isOfSystems() ? ofSystems(summary) : ofCells(summary));
        lines.add("");
        lines.add(explanation(summary));
        summary.plan().leftOut().forEach(line -> lines.add("left out: " + line));
        return lines;
    }

    private static List<String> ofCells(StudySummary summary) {
        List<String> metrics = summary.study().metrics();
        List<String> lines = new ArrayList<>();
        lines.add(row("system", "loss", "cure", metrics, ""));
        for (CellSummary cell : summary.cells()) {
            StudyCell names = cell.cell();
            List<String> values =
                    metrics.stream().map(metric -> interval(cell, metric)).toList();
            lines.add(row(names.system(), names.loss(), names.cure(), values, remark(cell)));
            cell.published().ifPresent(figures -> lines.add(published(cell, figures, metrics)));
        }
        return lines;
    }

    /** A line for each system and metric, with the values at the ends: who compares no cures wants to know the worst seed. */
    private static List<String> ofSystems(StudySummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(Locale.ROOT, SYSTEM_ROW, "system", "metric", "mean and interval", "least", "greatest", "")
                        .stripTrailing());
        for (CellSummary cell : summary.cells()) {
            String system = cell.cell().system();
            for (Map.Entry<String, MetricSpread> entry : cell.spreads().entrySet()) {
                String metric = entry.getKey();
                lines.add(String.format(
                                Locale.ROOT,
                                SYSTEM_ROW,
                                system,
                                metric,
                                interval(cell, metric),
                                value(metric, entry.getValue().least()),
                                value(metric, entry.getValue().greatest()),
                                system.isEmpty() ? "" : remark(cell))
                        .stripTrailing());
                system = "";
            }
            if (cell.spreads().isEmpty()) {
                lines.add(String.format(Locale.ROOT, SYSTEM_ROW, system, "-", "-", "-", "-", remark(cell)));
            }
        }
        return lines;
    }

    private static String published(CellSummary cell, PublishedFigures figures, List<String> metrics) {
        List<String> values = metrics.stream()
                .map(metric -> cell.published(metric)
                        .map(figure -> figure.text() + unit(metric))
                        .orElse(""))
                .toList();
        return row("", "  as published", "", values, figures.source());
    }

    private static String row(String system, String loss, String cure, List<String> values, String remark) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-8s %-15s %-10s ", system, loss, cure));
        values.forEach(value -> row.append(String.format(Locale.ROOT, "%-20s ", value)));
        return row.append(remark).toString().stripTrailing();
    }

    /** One sentence or two on what the table holds. */
    public static String explanation(StudySummary summary) {
        String seeds = summary.plan().seeds().size() == 1
                ? "one seed, so intervals have no width"
                : summary.plan().seeds().size() + " seeds";
        String missing = summary.missing() == 0
                ? ""
                : " " + summary.missing() + " of " + summary.plan().runs().size() + " runs are still to be made.";
        return String.format(
                Locale.ROOT,
                "Means over %s [95 %% percentile bootstrap intervals of %,d resamples]; runs that diverged are not in them, and"
                        + " 'of 2' says that only so many of the others have a value.%s",
                seeds,
                BootstrapInterval.RESAMPLES,
                missing);
    }

    /** A mean with its interval, such as {@code 97.3 [96.1, 98.0] %}; a dash where there is none. */
    public static String interval(CellSummary cell, String metric) {
        Optional<BootstrapInterval> found = cell.interval(metric);
        if (found.isEmpty()) {
            return "-";
        }
        BootstrapInterval interval = found.orElseThrow();
        String few = interval.count() < cell.judged() ? " of " + interval.count() : "";
        return number(metric, interval.mean()) + " [" + number(metric, interval.low()) + ", "
                + number(metric, interval.high()) + "]" + unit(metric) + few;
    }

    /** What a reader has to know of a cell's runs; empty where all are there and complete. */
    public static String remark(CellSummary cell) {
        List<String> parts = new ArrayList<>();
        if (cell.diverged() > 0) {
            parts.add(cell.diverged() + " of " + cell.runs() + " diverged");
        }
        if (cell.capped() > 0) {
            parts.add(cell.capped() + " of " + cell.runs() + " ended by the time");
        }
        return String.join(", ", parts);
    }

    /** One result in a line, by those of the metrics that it has. */
    public static String result(RunResult result, List<String> metrics) {
        if (result.outcome() == RunResult.Outcome.DIVERGED) {
            return "diverged at step " + result.steps();
        }
        String capped = result.outcome() == RunResult.Outcome.CAPPED
                ? "ended by the time at step " + result.steps() + ", "
                : "";
        StringBuilder text = new StringBuilder(capped);
        for (String metric : metrics) {
            double value = result.metric(metric);
            if (Double.isFinite(value)) {
                text.append(metric).append(' ').append(value(metric, value)).append(", ");
            }
        }
        return text.append(String.format(Locale.ROOT, "%.0f s", result.seconds()))
                .toString();
    }

    private static String unit(String metric) {
        return metric.equals("highQuality") ? " %" : "";
    }

    /** One value with its unit. */
    public static String value(String metric, double value) {
        return number(metric, value) + unit(metric);
    }

    private static String number(String metric, double value) {
        return switch (metric) {
            case "highQuality" -> String.format(Locale.ROOT, "%.1f", 100 * value);
            case "modes", "modesStrict" -> String.format(Locale.ROOT, "%.1f", value);
            case "parzen", "parzenError", "parzenReal" -> String.format(Locale.ROOT, "%.1f", value);
            case "value" -> String.format(Locale.ROOT, "%.4f", value);
            default -> String.format(Locale.ROOT, "%.3f", value);
        };
    }
}
