package joust.metrics;

import joust.backend.Backend;

/**
 * The log-likelihood of rows under normal distributions around samples (Breuleux, Bengio and Vincent 2011), in nats.
 *
 * @param deviation the width that gave the validation rows the greatest log-likelihood, of ten from 0.1 to 1 in equal ratios
 * @param logLikelihood the mean over the test rows
 * @param standardError of that mean
 */
public record ParzenWindow(double deviation, double logLikelihood, double standardError) {
    private static final int WIDTHS = 10;

    /**
     * Chooses the width on the validation rows and judges the test rows.
     *
     * @param samples the centres, row by row
     * @param validation rows that are neither centres nor judged
     * @param test rows to judge, at least two
     */
    public static ParzenWindow of(Backend backend, float[] samples, float[] validation, float[] test, int columns) {
        try (SquaredDistances distances = new SquaredDistances(backend, samples, columns)) {
            double best = Double.NaN;
            double greatest = Double.NEGATIVE_INFINITY;
            double[][] byWidth = logLikelihoods(distances, validation, columns, widths());
            for (int w = 0; w < WIDTHS; w++) {
                double mean = mean(byWidth[w]);
                if (mean > greatest) {
                    greatest = mean;
                    best = widths()[w];
                }
            }
            double[] judged = logLikelihoods(distances, test, columns, new double[] {best})[0];
            return new ParzenWindow(best, mean(judged), standardError(judged));
        }
    }

    private static double[] widths() {
        double[] widths = new double[WIDTHS];
        for (int w = 0; w < WIDTHS; w++) {
            widths[w] = StrictMath.pow(10, -1 + (double) w / (WIDTHS - 1));
        }
        return widths;
    }

    private static double[][] logLikelihoods(SquaredDistances distances, float[] rows, int columns, double[] widths) {
        double[][] results = new double[widths.length][rows.length / columns];
        distances.forEach(rows, (row, squares) -> {
            for (int w = 0; w < widths.length; w++) {
                results[w][row] = logLikelihood(squares, columns, widths[w]);
            }
        });
        return results;
    }

    /** The log of the mean of the normal densities, its greatest term taken out. */
    private static double logLikelihood(double[] squares, int columns, double width) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double square : squares) {
            nearest = Math.min(nearest, square);
        }
        double scale = 2 * width * width;
        double sum = 0;
        for (double square : squares) {
            sum += StrictMath.exp((nearest - square) / scale);
        }
        return StrictMath.log(sum / squares.length)
                - nearest / scale
                - columns * StrictMath.log(width * Math.sqrt(2 * Math.PI));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1) / values.length);
    }
}
