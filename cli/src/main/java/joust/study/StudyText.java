package joust.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.metrics.BootstrapInterval;

/** A study's numbers for people: means with their intervals, in few digits. */
public final class StudyText {
    private StudyText() {}

    /** The table for a console, and below it what it does not hold. */
    public static List<String> table(StudySummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(row("system", "loss", "cure", RunResult.METRICS, ""));
        for (CellSummary cell : summary.cells()) {
            StudyCell names = cell.cell();
            List<String> values = RunResult.METRICS.stream()
                    .map(metric -> interval(cell, metric))
                    .toList();
            lines.add(row(names.system(), names.loss(), names.cure(), values, remark(cell)));
            cell.published().ifPresent(figures -> lines.add(published(cell, figures)));
        }
        lines.add("");
        lines.add(explanation(summary));
        summary.plan().leftOut().forEach(line -> lines.add("left out: " + line));
        return lines;
    }

    private static String published(CellSummary cell, PublishedFigures figures) {
        List<String> values = RunResult.METRICS.stream()
                .map(metric -> cell.published(metric)
                        .map(figure -> figure.text() + unit(metric))
                        .orElse(""))
                .toList();
        return row("", "  as published", "", values, figures.source());
    }

    private static String row(String system, String loss, String cure, List<String> values, String remark) {
        return String.format(
                        Locale.ROOT,
                        "%-8s %-15s %-10s %-20s %-20s %-20s %-20s %s",
                        system,
                        loss,
                        cure,
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        values.get(3),
                        remark)
                .stripTrailing();
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
                "Means over %s [95 %% percentile bootstrap intervals of %,d resamples]; runs that diverged are not in them.%s",
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
        return number(metric, interval.mean()) + " [" + number(metric, interval.low()) + ", "
                + number(metric, interval.high()) + "]" + unit(metric);
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

    /** One result in a line. */
    public static String result(RunResult result) {
        if (result.outcome() == RunResult.Outcome.DIVERGED) {
            return "diverged at step " + result.steps();
        }
        String capped = result.outcome() == RunResult.Outcome.CAPPED
                ? "ended by the time at step " + result.steps() + ", "
                : "";
        double divergence = result.metric("reverseKl");
        return String.format(
                Locale.ROOT,
                "%s%.0f modes, %.1f %% of high quality, reverse KL %s, %.0f s",
                capped,
                result.metric("modes"),
                100 * result.metric("highQuality"),
                Double.isFinite(divergence) ? number("reverseKl", divergence) : "-",
                result.seconds());
    }

    /** What stands behind a metric's numbers. */
    public static String unit(String metric) {
        return metric.equals("highQuality") ? " %" : "";
    }

    private static String number(String metric, double value) {
        return switch (metric) {
            case "highQuality" -> String.format(Locale.ROOT, "%.1f", 100 * value);
            case "reverseKl" -> String.format(Locale.ROOT, "%.3f", value);
            default -> String.format(Locale.ROOT, "%.1f", value);
        };
    }
}
