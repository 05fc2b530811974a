package joust.report;

import java.util.List;
import java.util.Map;
import joust.study.CellSummary;
import joust.study.MetricSpread;
import joust.study.StudySummary;
import joust.study.StudyText;

/** The table and the charts of a study that compares systems as they are: each has metrics of its own. */
final class SystemSection {
    private SystemSection() {}

    static String html(StudySummary summary) {
        return table(summary) + charts(summary);
    }

    private static String table(StudySummary summary) {
        StudyTable table = new StudyTable()
                .column("system")
                .column("metric")
                .numbers("mean and interval")
                .numbers("least")
                .numbers("greatest")
                .words("remarks");
        for (CellSummary cell : summary.cells()) {
            String name = cell.cell().system();
            String remark = StudyText.remark(cell);
            if (cell.spreads().isEmpty()) {
                table.row(List.of(name, "-", "-", "-", "-", remark));
            }
            for (Map.Entry<String, MetricSpread> entry : cell.spreads().entrySet()) {
                String metric = entry.getKey();
                table.row(List.of(
                        name,
                        metric,
                        StudyText.interval(cell, metric),
                        StudyText.value(metric, entry.getValue().least()),
                        StudyText.value(metric, entry.getValue().greatest()),
                        remark));
                name = "";
                remark = "";
            }
        }
        return table.html();
    }

    private static String charts(StudySummary summary) {
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        for (String metric : summary.study().metrics()) {
            IntervalChart chart = new IntervalChart();
            summary.cells()
                    .forEach(cell -> cell.interval(metric)
                            .ifPresent(interval -> chart.row(cell.cell().system(), 1, interval, Double.NaN)));
            if (summary.cells().stream().anyMatch(cell -> cell.interval(metric).isPresent())) {
                html.append("<figure><h3>")
                        .append(metric)
                        .append("</h3>")
                        .append(chart.svg(metric))
                        .append("<figcaption>mean and 95 % interval over the seeds</figcaption></figure>");
            }
        }
        return html.append("</div>").toString();
    }
}
