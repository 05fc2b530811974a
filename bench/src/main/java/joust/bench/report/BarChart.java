package joust.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars of speed for the cases of one suite, fastest first within a case, each with a line where the machine's peak is. Cases
 * in GFLOP/s share one scale; in other units each case has its own.
 */
final class BarChart {
    private static final int WIDTH = 900;
    private static final int LEFT = 300;
    private static final int RIGHT = 160;
    private static final int BAR = 16;
    private static final int GAP = 26;
    private static final int TOP = 56;
    private static final String SHARED_SCALE = "GFLOP/s";

    private final List<List<Figure>> cases;
    private final SvgDrawing drawing = new SvgDrawing();
    private double y = TOP;

    private BarChart(List<List<Figure>> cases) {
        this.cases = cases;
    }

    /** The chart of one suite's cases, as SVG. */
    static String svg(String title, List<List<Figure>> cases) {
        return new BarChart(cases).draw(title);
    }

    private String draw(String title) {
        drawing.boldText(12, 24, 17, title);
        drawing.line(LEFT, 36, LEFT, 48, Palette.PEAK, 2.5);
        drawing.text(
                LEFT + 8,
                46,
                SvgDrawing.Anchor.START,
                12,
                "the peak of the machine in this run, on as many threads; longer bars are faster");
        List<Figure> all = cases.stream().flatMap(List::stream).toList();
        cases.forEach(
                figures -> drawCase(figures, scale(figures.getFirst().unit().equals(SHARED_SCALE) ? all : figures)));
        return drawing.svg(WIDTH, y + 8);
    }

    /** Pixels for a unit of speed, such that all bars and peaks fit. */
    private static double scale(List<Figure> figures) {
        double longest = figures.stream()
                .mapToDouble(figure -> Math.max(speed(figure, figure.score()), speed(figure, figure.peak())))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double fastest = figures.stream()
                .mapToDouble(figure -> speed(figure, figure.score()))
                .max()
                .orElse(1);
        // Elementwise work far below the peak would have bars of no length.
        return (WIDTH - LEFT - RIGHT) / Math.min(longest, 4 * fastest);
    }

    private static double speed(Figure figure, double score) {
        double speed = figure.lessIsBetter() ? 1 / score : score;
        return Double.isNaN(speed) ? 0 : speed;
    }

    private void drawCase(List<Figure> figures, double scale) {
        y += GAP - BAR;
        drawing.boldText(12, y + 12, 13, figures.getFirst().what());
        y += BAR + 2;
        for (Figure figure : figures) {
            drawBar(figure, scale);
            y += BAR + 3;
        }
    }

    private void drawBar(Figure figure, double scale) {
        String who = figure.contender();
        String share = Double.isNaN(figure.shareOfPeak())
                ? ""
                : String.format(Locale.ROOT, " (%.0f %%)", 100 * figure.shareOfPeak());
        String value = FigureTable.number(figure.score()) + " " + figure.unit() + share;
        double length = Math.min(speed(figure, figure.score()) * scale, WIDTH - LEFT - RIGHT);
        drawing.text(LEFT - 8, y + 12, SvgDrawing.Anchor.END, 12, who);
        drawing.rectangle(LEFT, y, length, BAR, Palette.of(figure.implementation()), who + ": " + value);
        double peak = LEFT + speed(figure, figure.peak()) * scale;
        double end = LEFT + length;
        if (peak > LEFT && peak <= WIDTH - RIGHT + 1) {
            drawing.line(peak, y - 1.5, peak, y + BAR + 1.5, Palette.PEAK, 2.5);
            end = peak - end < SvgDrawing.width(value, 11) + 8 ? Math.max(end, peak) : end;
        }
        drawing.text(end + 5, y + 12, SvgDrawing.Anchor.START, 11, value);
    }

    /** The suites of a run that have bars, in order. */
    static List<String> suites(RunResults results) {
        List<String> suites = new ArrayList<>();
        results.figures().stream()
                .filter(figure -> !figure.isMachine())
                .map(Figure::suite)
                .distinct()
                .forEach(suites::add);
        return suites;
    }

    /** The cases of a suite, each sorted. */
    static List<List<Figure>> cases(RunResults results, String suite) {
        return results.cases().values().stream()
                .filter(figures -> figures.getFirst().suite().equals(suite))
                .toList();
    }
}
