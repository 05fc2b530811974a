package joust.study;

import java.util.ArrayList;
import java.util.List;
import joust.metrics.BootstrapInterval;

/** A study's table for a program: one line per cell, all digits, nothing where there is no value. */
public final class StudyCsv {
    private static final List<String> PUBLISHED = List.of("modes", "highQuality", "reverseKl");

    private StudyCsv() {}

    /** The whole text; highQuality is a share from 0 to 1, as published it is in percent. */
    public static String text(StudySummary summary) {
        List<String> columns =
                new ArrayList<>(List.of("system", "loss", "cure", "steps", "runs", "diverged", "capped"));
        RunResult.METRICS.forEach(metric -> columns.addAll(List.of(metric, metric + "Low", metric + "High")));
        PUBLISHED.forEach(metric -> columns.add("published." + metric));
        columns.add("published.source");
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        summary.cells()
                .forEach(cell -> text.append(String.join(",", cells(cell))).append('\n'));
        return text.toString();
    }

    private static List<String> cells(CellSummary summary) {
        StudyCell cell = summary.cell();
        List<String> cells = new ArrayList<>(List.of(
                cell.system(),
                cell.loss(),
                cell.cure(),
                Integer.toString(cell.config().steps()),
                Integer.toString(summary.runs()),
                Integer.toString(summary.diverged()),
                Integer.toString(summary.capped())));
        for (String metric : RunResult.METRICS) {
            cells.addAll(summary.interval(metric).map(StudyCsv::ends).orElse(List.of("", "", "")));
        }
        for (String metric : PUBLISHED) {
            cells.add(quoted(
                    summary.published(metric).map(PublishedFigures.Figure::text).orElse("")));
        }
        cells.add(quoted(summary.published().map(PublishedFigures::source).orElse("")));
        return cells;
    }

    private static List<String> ends(BootstrapInterval interval) {
        return List.of(
                Double.toString(interval.mean()), Double.toString(interval.low()), Double.toString(interval.high()));
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
