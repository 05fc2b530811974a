package joust.report;

import java.util.Optional;
import joust.data.FiniteSamples;

/** Samples on a way through the noise. */
public final class Interpolation {
    private final float[] rows;
    private final int columns;
    private final int perArc;
    private final Optional<FiniteSamples> images;

    /**
     * Keeps the rows, without a copy.
     *
     * @param rows samples, row by row
     * @param columns numbers per sample
     * @param perArc samples from one random point of the noise to the next
     * @param images the data where they are images, for shape and range
     */
    public Interpolation(float[] rows, int columns, int perArc, Optional<FiniteSamples> images) {
        this.rows = rows;
        this.columns = columns;
        this.perArc = perArc;
        this.images = images;
    }

    /** The picture: a line of images per arc, or curves; empty for rows that have no picture. */
    String html() {
        if (images.isPresent() && images.get().shape().isPresent()) {
            FiniteSamples data = images.get();
            byte[] png =
                    SampleGrid.encode(rows, rows.length / columns, data.shape().get(), data.low(), data.high(), perArc);
            return "<img alt=\"images on the way\" src=\"" + Html.dataUri(png) + "\">";
        }
        return columns > 2 ? "" : curves();
    }

    private String curves() {
        double[] x = columns == 2 ? column(0) : new double[rows.length];
        double[] y = column(columns - 1);
        if (columns == 1) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (double) i / perArc;
            }
        }
        SvgChart chart = new SvgChart(ChartAxis.around(x), ChartAxis.around(y));
        int count = rows.length / columns;
        for (int first = 0; first + 1 < count; first += perArc) {
            int length = Math.min(perArc + 1, count - first);
            chart.curve(part(x, first, length), part(y, first, length));
        }
        return chart.svg("samples on the way");
    }

    private double[] column(int column) {
        double[] values = new double[rows.length / columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * columns + column];
        }
        return values;
    }

    private static double[] part(double[] values, int first, int length) {
        double[] part = new double[length];
        System.arraycopy(values, first, part, 0, length);
        return part;
    }
}
