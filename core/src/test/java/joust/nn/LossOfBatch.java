package joust.nn;

import java.util.Arrays;

/**
 * A loss of a whole batch, of which the first half of the rows and the second may have losses of their own; multiplied by
 * {@code scale}, it is what a training step minimises.
 *
 * @param firstHalf the loss of the first half of the rows
 * @param secondHalf the loss of the second half; the same object if all rows have one loss
 * @param scale the factor of the sum of all losses
 */
record LossOfBatch(ReferenceLoss firstHalf, ReferenceLoss secondHalf, double scale) {
    /** The scaled sum of the losses. */
    double value(double[][] outputs) {
        return scale * (sum(firstHalf.values(first(outputs))) + sum(secondHalf.values(second(outputs))));
    }

    /** Its derivative with respect to each output. */
    double[][] gradient(double[][] outputs) {
        double[][] gradient = new double[outputs.length][];
        double[][] first = firstHalf.gradient(first(outputs));
        double[][] second = secondHalf.gradient(second(outputs));
        System.arraycopy(first, 0, gradient, 0, first.length);
        System.arraycopy(second, 0, gradient, first.length, second.length);
        for (double[] row : gradient) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale;
            }
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
