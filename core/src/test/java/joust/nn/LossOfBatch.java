package joust.nn;

import java.util.Arrays;

/**
 * A loss of a whole batch, of which the first half of the rows and the second may have losses of their own; multiplied by
 * {@code scale}, it is what a training step minimises. The second half weighs less, so that the halves never cancel exactly.
 *
 * @param firstHalf the loss of the first half of the rows
 * @param secondHalf the loss of the second half; the same object if all rows have one loss
 * @param scale the factor of the sum of all losses
 */
record LossOfBatch(ReferenceLoss firstHalf, ReferenceLoss secondHalf, double scale) {
    /** The weight of the second half. */
    static final float SECOND = 0.75f;

    /** The scaled sum of the losses. */
    double value(double[][] outputs) {
        return scale * (sum(firstHalf.values(first(outputs))) + SECOND * sum(secondHalf.values(second(outputs))));
    }

    /** Its derivative with respect to each output. */
    double[][] gradient(double[][] outputs) {
        double[][] gradient = new double[outputs.length][];
        double[][] first = firstHalf.gradient(first(outputs));
        double[][] second = secondHalf.gradient(second(outputs));
        for (int r = 0; r < gradient.length; r++) {
            boolean isFirst = r < first.length;
            double factor = isFirst ? scale : scale * SECOND;
            double[] row = isFirst ? first[r] : second[r - first.length];
            gradient[r] = Arrays.stream(row).map(g -> factor * g).toArray();
        }
        return gradient;
    }

    double kinkDistance(double[][] outputs) {
        return Math.min(firstHalf.kinkDistance(first(outputs)), secondHalf.kinkDistance(second(outputs)));
    }

    private static double[][] first(double[][] outputs) {
        return Arrays.copyOfRange(outputs, 0, outputs.length / 2);
    }

    private static double[][] second(double[][] outputs) {
        return Arrays.copyOfRange(outputs, outputs.length / 2, outputs.length);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
