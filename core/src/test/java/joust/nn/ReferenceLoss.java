package joust.nn;

import java.util.List;
import joust.backend.Loss;
import joust.backend.Side;

/**
 * The losses of the contract in double precision, straight from the papers' formulas, for outputs given as rows. The sum of
 * {@link #values} is what {@link #gradient} is the gradient of.
 */
public sealed interface ReferenceLoss {
    /** The losses: one per row, except {@link Squared}, which has one per element, row by row. */
    double[] values(double[][] outputs);

    /** The derivative of the sum of all losses with respect to each output. */
    double[][] gradient(double[][] outputs);

    /** How far the nearest jump of a derivative is from any output; infinite if there is none. */
    default double kinkDistance(double[][] outputs) {
        return Double.POSITIVE_INFINITY;
    }

    /** An adversarial loss of one side; t is the label of real rows. */
    record Adversarial(Loss loss, Side side, double t) implements ReferenceLoss {
        @Override
        public double[] values(double[][] outputs) {
            double[] values = new double[outputs.length];
            for (int r = 0; r < values.length; r++) {
                values[r] = value(outputs[r][0]);
            }
            return values;
        }

        @Override
        public double[][] gradient(double[][] outputs) {
            double[][] gradient = new double[outputs.length][1];
            for (int r = 0; r < outputs.length; r++) {
                gradient[r][0] = derivative(outputs[r][0]);
            }
            return gradient;
        }

        @Override
        public double kinkDistance(double[][] outputs) {
            double nearest = Double.POSITIVE_INFINITY;
            if (loss == Loss.HINGE && side != Side.GENERATOR) {
                for (double[] row : outputs) {
                    nearest = Math.min(nearest, Math.abs(row[0] - (side == Side.REAL ? 1 : -1)));
                }
            }
            return nearest;
        }

        private double value(double x) {
            return switch (loss) {
                case MINIMAX, NON_SATURATING ->
                    crossEntropy(StrictMath.log(ReferenceMlp.sigmoid(x)), StrictMath.log(ReferenceMlp.sigmoid(-x)));
                case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING -> crossEntropy(StrictMath.log(x), StrictMath.log(1 - x));
                case LEAST_SQUARES -> (x - target()) * (x - target()) / 2;
                case HINGE ->
                    switch (side) {
                        case REAL -> Math.max(0, 1 - x);
                        case FAKE -> Math.max(0, 1 + x);
                        case GENERATOR -> -x;
                    };
                case WASSERSTEIN -> side == Side.FAKE ? x : -x;
            };
        }

        private double crossEntropy(double logOfD, double logOfOneMinusD) {
            return switch (side) {
                case REAL -> -t * logOfD - (1 - t) * logOfOneMinusD;
                case FAKE -> -logOfOneMinusD;
                case GENERATOR -> isMinimax() ? logOfOneMinusD : -logOfD;
            };
        }

        private double derivative(double x) {
            return switch (loss) {
                case MINIMAX, NON_SATURATING ->
                    switch (side) {
                        case REAL -> ReferenceMlp.sigmoid(x) - t;
                        case FAKE -> ReferenceMlp.sigmoid(x);
                        case GENERATOR -> isMinimax() ? -ReferenceMlp.sigmoid(x) : ReferenceMlp.sigmoid(x) - 1;
                    };
                case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING ->
                    switch (side) {
                        case REAL -> (x - t) / (x * (1 - x));
                        case FAKE -> 1 / (1 - x);
                        case GENERATOR -> isMinimax() ? -1 / (1 - x) : -1 / x;
                    };
                case LEAST_SQUARES -> x - target();
                case HINGE ->
                    switch (side) {
                        case REAL -> x < 1 ? -1 : 0;
                        case FAKE -> x > -1 ? 1 : 0;
                        case GENERATOR -> -1;
                    };
                case WASSERSTEIN -> side == Side.FAKE ? 1 : -1;
            };
        }

        private double target() {
            return switch (side) {
                case REAL -> t;
                case FAKE -> 0;
                case GENERATOR -> 1;
            };
        }

        private boolean isMinimax() {
            return loss == Loss.MINIMAX || loss == Loss.CLAMPED_MINIMAX;
        }
    }

    /** Softmax cross-entropy, the class of row r being {@code labels(r)}; two-class where there are two columns. */
    record Softmax(List<Integer> labels) implements ReferenceLoss {
        @Override
        public double[] values(double[][] outputs) {
            double[] values = new double[outputs.length];
            for (int r = 0; r < values.length; r++) {
                values[r] = -StrictMath.log(probabilities(outputs[r])[labels.get(r)]);
            }
            return values;
        }

        @Override
        public double[][] gradient(double[][] outputs) {
            double[][] gradient = new double[outputs.length][];
            for (int r = 0; r < outputs.length; r++) {
                gradient[r] = probabilities(outputs[r]);
                gradient[r][labels.get(r)] -= 1;
            }
            return gradient;
        }

        private static double[] probabilities(double[] logits) {
            double[] p = new double[logits.length];
            double sum = 0;
            for (int j = 0; j < p.length; j++) {
                p[j] = StrictMath.exp(logits[j]);
                sum += p[j];
            }
            for (int j = 0; j < p.length; j++) {
                p[j] /= sum;
            }
            return p;
        }
    }

    /** Squared error, element by element. */
    record Squared(List<double[]> targets) implements ReferenceLoss {
        @Override
        public double[] values(double[][] outputs) {
            int cols = targets.getFirst().length;
            double[] values = new double[outputs.length * cols];
            for (int i = 0; i < values.length; i++) {
                double d = outputs[i / cols][i % cols] - targets.get(i / cols)[i % cols];
                values[i] = d * d;
            }
            return values;
        }

        @Override
        public double[][] gradient(double[][] outputs) {
            double[][] gradient = new double[outputs.length][targets.getFirst().length];
            for (int r = 0; r < outputs.length; r++) {
                for (int j = 0; j < gradient[r].length; j++) {
                    gradient[r][j] = 2 * (outputs[r][j] - targets.get(r)[j]);
                }
            }
            return gradient;
        }
    }
}
