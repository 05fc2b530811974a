package joust.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import joust.metrics.BootstrapInterval;

/** A study's table for a program: one line per cell, all digits, nothing where there is no value. */
public final class StudyCsv {
    private static final List<String> SUFFIXES = List.of("", "Low", "High", "Least", "Greatest");
    private static final List<String> PUBLISHED = List.of("modes", "highQuality", "reverseKl");

    private StudyCsv() {}

    /** The whole text; highQuality is a share from 0 to 1, as published it is in percent. */
    public static String text(StudySummary summary) {
        List<String> columns =
                new ArrayList<>(List.of("system", "loss", "cure", "steps", "runs", "diverged", "capped"));
        List<String> metrics = summary.study().metrics();
        metrics.forEach(metric -> SUFFIXES.forEach(suffix -> columns.add(metric + suffix)));
        PUBLISHED.forEach(metric -> columns.add("published." + metric));
        columns.add("published.source");
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        summary.cells()
                .forEach(cell ->
                        text.append(String.join(",", cells(cell, metrics))).append('\n'));
        return text.toString();
    }

    private static List<String> cells(CellSummary summary, List<String> metrics) {
        StudyCell cell = summary.cell();
        List<String> cells = new ArrayList<>(List.of(
                cell.system(),
                cell.loss(),
                cell.cure(),
                Integer.toString(cell.config().steps()),
                Integer.toString(summary.runs()),
                Integer.toString(summary.diverged()),
                Integer.toString(summary.capped())));
        for (String metric : metrics) {
            cells.addAll(summary.spread(metric).map(StudyCsv::numbers).orElse(List.of("", "", "", "", "")));
        }
        for (String metric : PUBLISHED) {
            cells.add(quoted(
                    summary.published(metric).map(PublishedFigures.Figure::text).orElse("")));
        }
        cells.add(quoted(summary.published().map(PublishedFigures::source).orElse("")));
        return cells;
    }

    private static List<String> numbers(MetricSpread spread) {
        BootstrapInterval interval = spread.interval();
        return Stream.of(interval.mean(), interval.low(), interval.high(), spread.least(), spread.greatest())
                .map(value -> Double.toString(value))
                .toList();
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
