package joust.report;

/** A moment in one dimension as SVG: the densities of real and of generated rows, and D. */
final class DensityFrame {
    private static final int BINS = 40;
    private static final double HIGHEST = 1.6;

    private DensityFrame() {}

    static String svg(Moment moment) {
        float[] axes = moment.axes();
        float[] grid = Moment.grid(axes);
        double[] x = new double[grid.length];
        double[] judged = new double[grid.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = grid[i];
            judged[i] = moment.judgement()[i];
        }
        double[] real = histogram(axes, moment.real());
        double[] generated = histogram(axes, moment.generated());
        double top = 1;
        for (double density : real) {
            top = Math.max(top, HIGHEST * density);
        }
        double[] centres = centres(axes);
        return new SvgChart(ChartAxis.of(axes[0], axes[1]), ChartAxis.of(0, top))
                .reference(0.5)
                .curve(centres, real, 1)
                .curve(centres, generated, 2)
                .curve(x, judged, 3)
                .svg("step " + moment.step());
    }

    private static double[] centres(float[] axes) {
        double[] centres = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            centres[i] = axes[0] + (i + 0.5) * (axes[1] - axes[0]) / BINS;
        }
        return centres;
    }

    private static double[] histogram(float[] axes, float[] values) {
        double width = (double) (axes[1] - axes[0]) / BINS;
        double[] density = new double[BINS];
        for (float value : values) {
            int bin = (int) Math.floor((value - axes[0]) / width);
            if (bin >= 0 && bin < BINS) {
                density[bin] += 1 / (width * values.length);
            }
        }
        return density;
    }
}
