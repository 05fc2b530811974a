package joust.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The discriminator over a plane as colours, with real and generated points on it and the line where D is ½. */
public final class DecisionBoundaryPlot {
    private static final int SIZE = 640;
    private static final int MARGIN = 56;
    private static final int LEGEND = 40;
    private static final int TICKS = 5;
    private static final Color REAL = new Color(0x08306b);
    private static final Color GENERATED = new Color(0x8c2d04);

    private DecisionBoundaryPlot() {}

    /**
     * The part of the plane that is shown.
     *
     * @param lowX the left bound
     * @param highX the right bound, above lowX
     * @param lowY the lower bound
     * @param highY the upper bound, above lowY
     */
    public record Square(double lowX, double highX, double lowY, double highY) {}

    /**
     * Writes a PNG.
     *
     * @param probabilities D at {@code side x side} points, rows from low y to high y
     * @param real points as x, y, x, y, …
     * @param generated points as x, y, x, y, …
     * @throws IOException if the file cannot be written
     */
    public static void write(
            Path file, String title, Square square, double[] probabilities, int side, float[] real, float[] generated)
            throws IOException {
        int total = SIZE + 2 * MARGIN;
        BufferedImage picture = new BufferedImage(total, total + LEGEND, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            cells(picture, probabilities, side);
            boundary(graphics, probabilities, side);
            points(graphics, square, real, REAL);
            points(graphics, square, generated, GENERATED);
            axes(graphics, square, title);
            legend(graphics);
        } finally {
            graphics.dispose();
        }
        PictureFile.write(picture, file);
    }

    private static void cells(BufferedImage picture, double[] probabilities, int side) {
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int row = Math.min(side - 1, (SIZE - 1 - y) * side / SIZE);
                double p = probabilities[row * side + Math.min(side - 1, x * side / SIZE)];
                picture.setRGB(MARGIN + x, MARGIN + y, color(p));
            }
        }
    }

    /** Blue where D takes a point for real, orange where for generated, white in between; NaN gray. */
    private static int color(double p) {
        if (Double.isNaN(p)) {
            return 0x808080;
        }
        double strength = Math.min(1, Math.abs(p - 0.5) * 2);
        Color end = p >= 0.5 ? new Color(0x6baed6) : new Color(0xfd8d3c);
        int red = (int) Math.round(255 + (end.getRed() - 255) * strength);
        int green = (int) Math.round(255 + (end.getGreen() - 255) * strength);
        int blue = (int) Math.round(255 + (end.getBlue() - 255) * strength);
        return red << 16 | green << 8 | blue;
    }

    private static void boundary(Graphics2D graphics, double[] probabilities, int side) {
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1.5f));
        double cell = (double) SIZE / side;
        for (int row = 0; row < side; row++) {
            for (int col = 0; col < side; col++) {
                boolean here = probabilities[row * side + col] >= 0.5;
                double right = MARGIN + (col + 1) * cell;
                double top = MARGIN + SIZE - (row + 1) * cell;
                if (col + 1 < side && here != probabilities[row * side + col + 1] >= 0.5) {
                    graphics.draw(new Line2D.Double(right, top, right, top + cell));
                }
                if (row + 1 < side && here != probabilities[(row + 1) * side + col] >= 0.5) {
                    graphics.draw(new Line2D.Double(right - cell, top, right, top));
                }
            }
        }
    }

    private static void points(Graphics2D graphics, Square square, float[] points, Color color) {
        graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 150));
        for (int i = 0; i + 1 < points.length; i += 2) {
            double x = (points[i] - square.lowX()) / (square.highX() - square.lowX());
            double y = (points[i + 1] - square.lowY()) / (square.highY() - square.lowY());
            if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
                graphics.fill(new Ellipse2D.Double(MARGIN + x * SIZE - 2, MARGIN + (1 - y) * SIZE - 2, 4, 4));
            }
        }
    }

    private static void axes(Graphics2D graphics, Square square, String title) {
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1));
        graphics.drawRect(MARGIN, MARGIN, SIZE, SIZE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        for (int i = 0; i <= TICKS; i++) {
            int at = i * SIZE / TICKS;
            String x = label(square.lowX(), square.highX(), i);
            String y = label(square.lowY(), square.highY(), i);
            graphics.drawString(x, MARGIN + at - graphics.getFontMetrics().stringWidth(x) / 2, MARGIN + SIZE + 20);
            graphics.drawString(y, MARGIN - 8 - graphics.getFontMetrics().stringWidth(y), MARGIN + SIZE - at + 5);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        graphics.drawString(title, MARGIN, MARGIN - 18);
    }

    private static String label(double low, double high, int tick) {
        return String.format(Locale.ROOT, "%.1f", low + (high - low) * tick / TICKS);
    }

    private static void legend(Graphics2D graphics) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        int y = MARGIN + SIZE + 56;
        int x = MARGIN;
        x = entry(graphics, REAL, "real", x, y);
        x = entry(graphics, GENERATED, "generated", x, y);
        x = entry(graphics, new Color(0x6baed6), "D > ½", x, y);
        x = entry(graphics, new Color(0xfd8d3c), "D < ½", x, y);
        entry(graphics, Color.BLACK, "D = ½", x, y);
    }

    private static int entry(Graphics2D graphics, Color color, String text, int x, int y) {
        graphics.setColor(color);
        graphics.fillRect(x, y - 11, 12, 12);
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, x + 18, y);
        return x + 18 + graphics.getFontMetrics().stringWidth(text) + 28;
    }
}
