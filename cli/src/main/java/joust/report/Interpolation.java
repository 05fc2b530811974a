package joust.report;

import java.util.Optional;
import java.util.stream.IntStream;
import joust.data.FiniteSamples;

/** Samples on a way through the noise. */
public final class Interpolation {
    private static final String MEANING =
            "Samples on great circles through the noise, from one random point to the next. Within a mode, a generator that has"
                    + " learned the data changes smoothly; from one mode to another, where there are no data between them, a good one"
                    + " crosses quickly or jumps.";

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

    /**
     * The figure: a line of images per arc, a curve, or points in the plane; empty for rows that have no picture.
     *
     * @param moment of the run's film, whose real rows and axes it takes; empty where the film is one of images
     */
    String html(Optional<Moment> moment) {
        String picture = images.isPresent() && images.get().shape().isPresent()
                ? images(images.get())
                : moment.map(this::points).orElse("");
        return picture.isEmpty()
                ? ""
                : "<figure class=\"way\">" + picture + "<figcaption>" + key() + MEANING + "</figcaption></figure>";
    }

    private String images(FiniteSamples data) {
        byte[] png = SampleGrid.encode(
                rows, rows.length / columns, data.shape().orElseThrow(), data.low(), data.high(), perArc);
        return "<img alt=\"images on the way\" src=\"" + Html.dataUri(png) + "\">";
    }

    private String points(Moment moment) {
        return columns == 2 ? WayFrame.svg(moment, rows) : curve(moment);
    }

    private String key() {
        return columns == 2 && images.isEmpty() ? CurveSection.key("real", "on the way") + "<br>" : "";
    }

    /** The axis holds the real rows too, so that it shows where a generator makes nearly the same of all noise. */
    private String curve(Moment moment) {
        double[] position = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            position[i] = (double) i / perArc;
        }
        double[] value = numbers(rows);
        return new SvgChart(
                        ChartAxis.of(0, (double) rows.length / perArc), ChartAxis.around(value, numbers(moment.real())))
                .titles("position on the way: a random point at each whole number", "value of the sample")
                .curve(position, value, 2)
                .svg("samples on the way");
    }

    private static double[] numbers(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
