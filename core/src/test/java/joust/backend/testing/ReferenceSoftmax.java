package joust.backend.testing;

import java.util.Arrays;

/** Softmax cross-entropy in double precision. */
final class ReferenceSoftmax {
    private ReferenceSoftmax() {}

    /** The difference of the logits is rounded once, and what that moves softplus and sigmoid by is added. */
    static void twoClass(int label, double[] logits, double scale, double[][] results, double[][] allowed) {
        for (int row = 0; row < results[0].length; row++) {
            int own = 2 * row + label;
            int other = 2 * row + 1 - label;
            double d = logits[other] - logits[own];
            double s = ReferenceActivations.sigmoid(d);
            double moved = Double.isInfinite(d) ? 0 : Math.abs(d);
            results[0][row] = ReferenceActivations.softplus(d);
            allowed[0][row] =
                    Rounding.of(moved * s + ReferenceActivations.TWO_ULPS * results[0][row]) + Rounding.lostDecay(d);
            results[1][other] = s * scale;
            results[1][own] = -s * scale;
            double error = Rounding.of(moved * s * (1 - s) + (ReferenceActivations.TWO_ULPS + 1) * s) * Math.abs(scale);
            double lost = Rounding.lostDecay(d) * Math.max(1, Math.abs(scale));
            allowed[1][other] = error + lost;
            allowed[1][own] = error + lost;
        }
    }

    static void softmax(double[] logits, double[] labels, double scale, double[][] results, double[][] allowed) {
        int rows = results[0].length;
        int classes = logits.length / rows;
        for (int row = 0; row < rows; row++) {
            double[] z = Arrays.copyOfRange(logits, row * classes, (row + 1) * classes);
            double largest = Arrays.stream(z).max().orElseThrow();
            double sum = 0;
            double error = 0;
            for (double each : z) {
                double e = StrictMath.exp(each - largest);
                sum += e;
                error += e * (shift(each, largest, e) + 2 + classes);
            }
            double relative = error / sum;
            double own = Double.NaN;
            for (int j = 0; j < classes; j++) {
                double probability = StrictMath.exp(z[j] - largest) / sum;
                boolean isLabel = labels[row] == j;
                own = isLabel ? z[j] : own;
                int position = row * classes + j;
                results[1][position] = (isLabel ? probability - 1 : probability) * scale;
                double moved = probability * (shift(z[j], largest, probability) + 3 + relative);
                allowed[1][position] =
                        Rounding.of((moved + 2 * Math.abs(probability - (isLabel ? 1 : 0))) * Math.abs(scale));
            }
            double logarithm = StrictMath.log(sum);
            results[0][row] = logarithm + largest - own;
            allowed[0][row] =
                    Rounding.of(relative + 2 * logarithm + Math.abs(logarithm + largest) + Math.abs(results[0][row]));
        }
    }

    /** How many roundings the exponential of a rounded difference is off by: the difference itself. */
    private static double shift(double z, double largest, double exponential) {
        return exponential == 0 ? 0 : Math.abs(z - largest);
    }
}
