package joust.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import joust.study.CellSummary;
import joust.study.PublishedFigures.Figure;
import joust.study.RunResult.Outcome;
import joust.study.StudyCell;
import joust.study.StudyLoss;
import joust.study.StudySummary;
import joust.study.StudyText;

/** A study as one page that asks for nothing from outside: table and charts beside what was published. */
public final class StudyPage {
    private static final int STYLES = 4;

    private static final String MODES = "A mode counts with one sample of high quality among 2,500.";

    private static final String PUBLISHED =
            " Published figures are those of a plain GAN with larger networks, batch normalisation and 400,000 iterations: they say"
                    + " what to expect, not what these runs should repeat.";

    private StudyPage() {}

    /**
     * The page.
     *
     * @param yaml the study as text
     * @throws IOException if Joust's own resources cannot be read
     */
    public static String html(StudySummary summary, String yaml) throws IOException {
        Page page = new Page(summary.study().name(), summary.study().description());
        page.append(facts(summary));
        if (summary.study().isOfSystems()) {
            page.section("Systems", SystemSection.html(summary));
        } else {
            cellSections(page, summary);
        }
        page.section("How to read it", "<p>" + Html.text(StudyText.explanation(summary)) + "</p>" + notes(summary));
        if (!summary.plan().leftOut().isEmpty()) {
            page.section("Left out", leftOut(summary.plan().leftOut()));
        }
        page.section(
                "What was run",
                "<p><code>study.yaml</code>; <code>joust study study.yaml</code> runs it again.</p><pre>"
                        + Html.text(yaml) + "</pre>");
        return page.html();
    }

    private static void cellSections(Page page, StudySummary summary) {
        for (String system : systems(summary)) {
            List<CellSummary> cells = summary.cells().stream()
                    .filter(cell -> cell.cell().system().equals(system))
                    .toList();
            page.section(Html.text(system), table(cells, summary.study().metrics()) + charts(cells, summary));
        }
    }

    /** What each metric means, and of modes where the figures of others come from. */
    private static String notes(StudySummary summary) {
        StringBuilder html = new StringBuilder("<dl>");
        summary.study()
                .metrics()
                .forEach(metric -> html.append("<dt>")
                        .append(metric)
                        .append("</dt><dd>")
                        .append(Html.text(MetricMeanings.of(metric)))
                        .append("</dd>"));
        html.append("</dl>");
        if (!summary.study().isOfSystems()) {
            boolean published =
                    summary.cells().stream().anyMatch(cell -> cell.published().isPresent());
            html.append("<p>").append(MODES).append(published ? PUBLISHED : "").append("</p>");
        }
        return html.toString();
    }

    private static List<String> systems(StudySummary summary) {
        return summary.cells().stream()
                .map(cell -> cell.cell().system())
                .distinct()
                .toList();
    }

    private static List<String> losses(StudySummary summary) {
        return summary.study().losses().stream().map(StudyLoss::name).toList();
    }

    private static String facts(StudySummary summary) {
        return "<dl class=\"facts\">"
                + fact(
                        "runs",
                        summary.results().size() + " of "
                                + summary.plan().runs().size())
                + fact("seeds", Integer.toString(summary.plan().seeds().size()))
                + fact("diverged", Integer.toString(summary.count(Outcome.DIVERGED)))
                + fact("ended by the time", Integer.toString(summary.count(Outcome.CAPPED)))
                + "</dl>";
    }

    private static String fact(String name, String value) {
        return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
    }

    private static String leftOut(List<String> lines) {
        StringBuilder html = new StringBuilder();
        lines.forEach(line -> html.append("<p>").append(Html.text(line)).append("</p>"));
        return html.toString();
    }

    private static String table(List<CellSummary> cells, List<String> metrics) {
        StudyTable table = new StudyTable().column("loss").column("cure");
        metrics.forEach(table::numbers);
        table.words("as published: modes, high quality, reverse KL").words("remarks");
        for (CellSummary cell : cells) {
            List<String> row =
                    new ArrayList<>(List.of(cell.cell().loss(), cell.cell().cure()));
            metrics.forEach(metric -> row.add(StudyText.interval(cell, metric)));
            row.add(published(cell));
            row.add(StudyText.remark(cell));
            table.row(row);
        }
        return table.html();
    }

    private static String published(CellSummary cell) {
        return cell.published()
                .map(figures ->
                        figures.modes().text() + ", " + figures.highQuality().text() + " %, "
                                + figures.reverseKl().text() + " (" + figures.source() + ")")
                .orElse("");
    }

    private static String charts(List<CellSummary> cells, StudySummary study) {
        List<String> losses = losses(study);
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        for (String metric : study.study().metrics()) {
            IntervalChart chart = new IntervalChart();
            boolean anyPublished =
                    cells.stream().anyMatch(cell -> cell.published(metric).isPresent());
            for (CellSummary summary : cells) {
                StudyCell cell = summary.cell();
                Optional<Figure> published = summary.published(metric);
                chart.row(
                        cell.loss() + ", " + cell.cure(),
                        1 + Math.max(0, losses.indexOf(cell.loss())) % STYLES,
                        summary.interval(metric).orElse(null),
                        published.map(Figure::middle).orElse(Double.NaN));
            }
            html.append("<figure><h3>")
                    .append(metric)
                    .append("</h3>")
                    .append(chart.svg(metric))
                    .append("<figcaption>")
                    .append(CurveSection.key(losses.stream().limit(STYLES).toArray(String[]::new)))
                    .append("<br/>mean and 95 % interval over the seeds")
                    .append(anyPublished ? "; upright: as published" : "")
                    .append("</figcaption></figure>");
        }
        return html.append("</div>").toString();
    }
}
