package joust.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Curves over a common axis. */
public final class LinePlot {
    private static final Color[] COLORS = {
        new Color(0x1f77b4), new Color(0xd62728), new Color(0x2ca02c), new Color(0x9467bd), new Color(0xff7f0e)
    };

    private LinePlot() {}

    /** One curve. */
    public static final class Curve {
        private final String name;
        private final double[] x;
        private final double[] y;

        /**
         * @param name as the legend prints it
         * @param x positions, ascending; kept, not copied
         * @param y one value per position; what is not finite is left out; kept, not copied
         */
        public Curve(String name, double[] x, double[] y) {
            this.name = name;
            this.x = x;
            this.y = y;
        }
    }

    /**
     * Writes a PNG.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if no curve has a finite value
     */
    public static void write(Path file, String title, String xAxis, String yAxis, List<Curve> curves)
            throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(1000)
                .height(600)
                .title(title)
                .xAxisTitle(xAxis)
                .yAxisTitle(yAxis)
                .build();
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE);
        int drawn = 0;
        for (Curve curve : curves) {
            drawn += add(chart, curve, COLORS[drawn % COLORS.length]) ? 1 : 0;
        }
        if (drawn == 0) {
            throw new IllegalArgumentException(file + ": no curve has a finite value, expected at least one");
        }
        PictureFile.write(BitmapEncoder.getBufferedImage(chart), file);
    }

    private static boolean add(XYChart chart, Curve curve, Color color) {
        int[] finite = IntStream.range(0, curve.x.length)
                .filter(i -> Double.isFinite(curve.y[i]))
                .toArray();
        if (finite.length == 0) {
            return false;
        }
        double[] x = Arrays.stream(finite).mapToDouble(i -> curve.x[i]).toArray();
        double[] y = Arrays.stream(finite).mapToDouble(i -> curve.y[i]).toArray();
        XYSeries series = chart.addSeries(curve.name, x, y);
        series.setMarker(x.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(1.8f));
        return true;
    }
}
