package joust.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roofline model (Williams, Waterman and Patterson 2009): speed over operations per byte that must be moved, under the
 * two roofs that the machine has, the bandwidth of its memory and its multiply-adds. Both axes are logarithmic.
 */
final class Roofline {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 470;
    private static final int LEFT = 70;
    private static final int RIGHT = 210;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;

    private final List<Figure> points;
    private final List<Roof> roofs;
    private final SvgDrawing drawing = new SvgDrawing();
    private final double lowX;
    private final double highX;
    private final double lowY;
    private final double highY;

    /** One machine's limits with so many threads, in GFLOP/s and GB/s. */
    private record Roof(int threads, double peak, double bandwidth) {
        double at(double flopsPerByte) {
            return Math.min(peak, bandwidth * flopsPerByte);
        }
    }

    private Roofline(List<Figure> points, List<Roof> roofs) {
        this.points = points;
        this.roofs = roofs;
        lowX = powerOfTwoBelow(
                points.stream().mapToDouble(Figure::flopsPerByte).min().orElseThrow() / 4);
        highX = 2
                * powerOfTwoBelow(
                        points.stream().mapToDouble(Figure::flopsPerByte).max().orElseThrow());
        lowY = powerOfTwoBelow(points.stream().mapToDouble(Figure::score).min().orElseThrow());
        double highest = Stream.concat(
                        roofs.stream().map(Roof::peak), points.stream().map(Figure::score))
                .max(Double::compare)
                .orElseThrow();
        highY = 2 * powerOfTwoBelow(highest);
    }

    /** The picture as SVG, if the run has points and both roofs. */
    static Optional<String> svg(RunResults results) {
        List<Figure> points = results.figures().stream()
                .filter(figure -> figure.unit().equals("GFLOP/s") && Double.isFinite(figure.flopsPerByte()))
                .toList();
        List<Roof> roofs = roofs(results);
        return points.isEmpty() || roofs.isEmpty() ? Optional.empty() : Optional.of(new Roofline(points, roofs).draw());
    }

    private static List<Roof> roofs(RunResults results) {
        List<Roof> roofs = new ArrayList<>();
        for (Figure peak : results.figures()) {
            if (peak.suite().equals("peak")) {
                results.figures().stream()
                        .filter(figure -> figure.what().startsWith("triad ") && figure.threads() == peak.threads())
                        .max(Comparator.comparingLong(Roofline::elements))
                        .ifPresent(triad -> roofs.add(new Roof(peak.threads(), peak.score(), triad.score())));
            }
        }
        return roofs;
    }

    private static long elements(Figure triad) {
        return Long.parseLong(triad.what().substring("triad ".length()));
    }

    private String draw() {
        drawing.boldText(12, 24, 17, "Roofline: products and layers under the limits of this machine");
        grid();
        roofs.forEach(this::drawRoof);
        List<String> legend = new ArrayList<>();
        for (Figure point : points) {
            String tooltip =
                    point.title() + ", " + point.contender() + ": " + FigureTable.number(point.score()) + " GFLOP/s";
            drawing.dot(x(point.flopsPerByte()), y(point.score()), 4, Palette.of(point.implementation()), tooltip);
            String base = point.implementation().replaceAll("\\+.*", "");
            if (!legend.contains(base)) {
                legend.add(base);
            }
        }
        for (int i = 0; i < legend.size(); i++) {
            double at = TOP + 70 + 18.0 * i;
            drawing.dot(WIDTH - RIGHT + 20, at, 5, Palette.of(legend.get(i)), legend.get(i));
            drawing.text(WIDTH - RIGHT + 32, at + 4, SvgDrawing.Anchor.START, 12, legend.get(i));
        }
        return drawing.svg(WIDTH, HEIGHT);
    }

    private void grid() {
        for (double value = lowX; value <= highX * 1.001; value *= 4) {
            drawing.line(x(value), TOP, x(value), HEIGHT - BOTTOM, Palette.GRID, 1);
            drawing.text(x(value), HEIGHT - BOTTOM + 18, SvgDrawing.Anchor.MIDDLE, 12, label(value));
        }
        for (double value = lowY; value <= highY * 1.001; value *= 2) {
            drawing.line(LEFT, y(value), WIDTH - RIGHT, y(value), Palette.GRID, 1);
            drawing.text(LEFT - 8, y(value) + 4, SvgDrawing.Anchor.END, 12, label(value));
        }
        drawing.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 20, SvgDrawing.Anchor.MIDDLE, 13, "operations per byte");
        drawing.text(LEFT - 8, TOP - 8, SvgDrawing.Anchor.END, 12, "GFLOP/s");
    }

    private void drawRoof(Roof roof) {
        double ridge = Math.clamp(roof.peak() / roof.bandwidth(), lowX, highX);
        drawing.line(x(ridge), y(roof.peak()), x(highX), y(roof.peak()), Palette.PEAK, 2);
        double foot = Math.max(lowX, lowY / roof.bandwidth());
        drawing.line(x(foot), y(roof.at(foot)), x(ridge), y(roof.at(ridge)), Palette.PEAK, 2);
        String text = String.format(
                Locale.ROOT,
                "%d %s: %.0f GFLOP/s, %.0f GB/s",
                roof.threads(),
                roof.threads() == 1 ? "thread" : "threads",
                roof.peak(),
                roof.bandwidth());
        drawing.text(x(highX) + 6, y(roof.peak()) + 4, SvgDrawing.Anchor.START, 11, text);
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share(value, lowX, highX);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share(Math.max(value, lowY), lowY, highY);
    }

    private static double share(double value, double low, double high) {
        return StrictMath.log(value / low) / StrictMath.log(high / low);
    }

    private static double powerOfTwoBelow(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }

    private static String label(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
