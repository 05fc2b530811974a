package joust.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of a run: case by case, fastest first. */
public final class FigureTable {
    private static final List<String> LEGEND = List.of(
            "*          the fastest of its case",
            "threads    those that computed; a backend may grant fewer than were asked for; an OpenCL device has its own (-)",
            "error      half the way from the slowest fork to the fastest; the score is their median",
            "x scalar   times as fast as joust-scalar, on its one thread",
            "x peer     times as fast as the fastest other library of the case on as many threads; for a device, as the fastest at all",
            "of peak    share of what the peak of this run allows on as many threads: fused multiply-adds in registers for"
                    + " GFLOP/s and steps/s (products alone are counted), the triad a = b + f c over as many bytes for GB/s"
                    + " and ns/element; above 1 the machine changed its speed meanwhile",
            "launches/step  kernels that a device is given for each step; a launch costs some microseconds, whatever it computes");

    private FigureTable() {}

    /** One column: its heading, its width (negative for text, which starts at the left), and what stands in it. */
    private record Column(String heading, int width, Function<Row, String> text) {
        String cell(String content) {
            return width < 0
                    ? content + " ".repeat(Math.max(0, -width - content.length()))
                    : " ".repeat(Math.max(0, width - content.length())) + content;
        }
    }

    /** A figure among those of its case. */
    private record Row(Figure figure, List<Figure> ofOneCase) {
        boolean first() {
            return ofOneCase.getFirst().equals(figure);
        }

        /** The machine's peaks compete with nobody. */
        boolean isWinner() {
            return first() && ofOneCase.size() > 1 && !figure.isMachine();
        }

        String threads() {
            return figure.isDevice() ? "-" : String.valueOf(figure.threads());
        }

        String toScalar() {
            return RunResults.scalar(ofOneCase)
                    .map(scalar -> ratio(figure.ratioTo(scalar)))
                    .orElse("");
        }

        String toPeer() {
            return RunResults.bestPeer(ofOneCase, figure)
                    .map(peer -> ratio(figure.ratioTo(peer)))
                    .orElse("");
        }
    }

    /** The lines of the table and what its columns mean. */
    public static List<String> lines(RunResults results) {
        List<String> lines = new ArrayList<>();
        if (results.facts().isQuick()) {
            lines.add("quick: 1 fork, not for publishing");
        }
        List<Column> columns = columns(results);
        lines.add(line(columns, Column::heading));
        results.cases()
                .values()
                .forEach(figures -> figures.forEach(figure -> {
                    Row row = new Row(figure, figures);
                    lines.add(line(columns, column -> column.text().apply(row)));
                }));
        lines.add("");
        LEGEND.stream()
                .filter(text -> columns.stream()
                        .anyMatch(column -> text.startsWith(column.heading().strip())))
                .forEach(lines::add);
        return lines;
    }

    private static List<Column> columns(RunResults results) {
        List<Figure> figures = results.figures();
        boolean peers = figures.stream().anyMatch(Figure::isPeer);
        boolean errors = !results.facts().isQuick()
                && figures.stream().anyMatch(figure -> figure.forks().size() > 1);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("suite", -10, row -> row.first() ? row.figure().suite() : ""));
        columns.add(new Column("case", -26, row -> row.first() ? row.figure().what() : ""));
        columns.add(new Column("*", -1, row -> row.isWinner() ? "*" : ""));
        columns.add(new Column("implementation", -24, row -> row.figure().implementation()));
        columns.add(new Column("threads", 7, Row::threads));
        columns.add(new Column("score", 10, row -> number(row.figure().score())));
        if (errors) {
            columns.add(new Column("error", 9, row -> number(row.figure().error())));
        }
        columns.add(new Column("unit", -10, row -> row.figure().unit()));
        columns.add(new Column("x scalar", 8, Row::toScalar));
        if (peers) {
            columns.add(new Column("x peer", 7, Row::toPeer));
        }
        columns.add(new Column("of peak", 7, row -> ratio(row.figure().shareOfPeak())));
        if (figures.stream().anyMatch(figure -> !Double.isNaN(figure.launches()))) {
            columns.add(
                    new Column("launches/step", 13, row -> number(row.figure().launches())));
        }
        return columns;
    }

    private static String line(List<Column> columns, Function<Column, String> text) {
        return columns.stream()
                .map(column -> column.cell(text.apply(column)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    /** Four significant digits or more. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        int decimals = Math.abs(value) < 10 ? 3 : Math.abs(value) < 1000 ? 2 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String ratio(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
