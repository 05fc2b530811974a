package joust.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import joust.io.AtomicFile;

/** A run as one page without anything outside it: charts, a roofline, the table, and what the figures hold for. */
public final class HtmlPage {
    private static final String STYLE =
            "body{font-family:sans-serif;max-width:960px;margin:2em auto;padding:0 1em;color:#222}"
                    + "svg{max-width:100%;height:auto;border:1px solid #eee;margin:.6em 0}"
                    + "pre{overflow-x:auto;background:#f7f7f7;padding:1em;font-size:12px}"
                    + ".warning{background:#fff3cd;border:1px solid #e0c36a;padding:.6em 1em}"
                    + "dt{font-weight:bold}dd{margin:0 0 .4em 1.5em}";

    private HtmlPage() {}

    /** Writes the page in place of what is there. */
    public static void write(Path file, RunResults results) throws IOException {
        AtomicFile.write(file, html(results).getBytes(StandardCharsets.UTF_8));
    }

    /** The page. */
    static String html(RunResults results) {
        StringBuilder page = new StringBuilder();
        page.append(
                        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Joust benchmarks</title>")
                .append("<style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>Joust benchmarks</h1>\n");
        if (results.facts().isQuick()) {
            page.append("<p class=\"warning\">quick: 1 fork, not for publishing</p>\n");
        }
        for (String suite : BarChart.suites(results)) {
            page.append("<h2>")
                    .append(suite)
                    .append("</h2>\n")
                    .append(BarChart.svg(suite, BarChart.cases(results, suite)));
        }
        Roofline.svg(results)
                .ifPresent(svg -> page.append("<h2>Roofline</h2>\n").append(svg));
        page.append("<h2>All figures</h2>\n<pre>");
        FigureTable.lines(results)
                .forEach(line -> page.append(SvgDrawing.escape(line)).append('\n'));
        page.append("</pre>\n<h2>What they hold for</h2>\n<dl>\n");
        facts(results.facts())
                .forEach(fact -> page.append("<dt>")
                        .append(SvgDrawing.escape(fact.name()))
                        .append("</dt><dd>")
                        .append(SvgDrawing.escape(fact.text()))
                        .append("</dd>\n"));
        return page.append("</dl>\n</body>\n</html>\n").toString();
    }

    /** One fact of a run in words. */
    record Fact(String name, String text) {}

    /** The facts in the order in which they are told. */
    static List<Fact> facts(RunFacts facts) {
        List<Fact> list = new ArrayList<>(List.of(
                new Fact("Processor", facts.processor()),
                new Fact("Java", facts.jdk()),
                new Fact("System", facts.system()),
                new Fact("Joust", "commit " + facts.commit()),
                new Fact("Date", facts.date()),
                new Fact("Command", facts.command())));
        facts.sortedDevices().forEach((who, device) -> list.add(new Fact(who, device)));
        return list;
    }
}
