package joust.gan;

import org.jspecify.annotations.Nullable;

/** What a discriminator's outputs say of a row; in double, on the host. */
final class Reading {
    private final LossFunction function;

    Reading(LossFunction function) {
        this.function = function;
    }

    /** D(x): the probability of being real where there is one, else the output. */
    double judgement(float[] outputs, int row) {
        if (!function.onLogits()) {
            return outputs[row];
        }
        double logit = logit(outputs, row);
        double e = StrictMath.exp(-Math.abs(logit));
        return logit >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** Whether the row is taken for real; NaN is not. */
    boolean isReal(float[] outputs, int row) {
        return outcome(outputs, row) > border();
    }

    /** Whether the row is taken for generated, as it is on the border; NaN is not. */
    boolean isFake(float[] outputs, int row) {
        return outcome(outputs, row) <= border();
    }

    /** log D(x); NaN where D(x) is no probability. */
    double logReal(float[] outputs, int row) {
        if (function.onLogits()) {
            return -softplus(-logit(outputs, row));
        }
        return onProbabilities() ? StrictMath.log(outputs[row]) : Double.NaN;
    }

    /** log(1 - D(x)); NaN where D(x) is no probability. */
    double logFake(float[] outputs, int row) {
        if (function.onLogits()) {
            return -softplus(logit(outputs, row));
        }
        return onProbabilities() ? StrictMath.log1p(-outputs[row]) : Double.NaN;
    }

    private double outcome(float[] outputs, int row) {
        return function.onLogits() ? logit(outputs, row) : outputs[row];
    }

    private double border() {
        return onProbabilities() || function == LossFunction.LEAST_SQUARES ? 0.5 : 0;
    }

    /** |logit|, or 1 for a probability at a bound of the clamp and 0 for another; NaN where the output is neither. */
    double certainty(float[] outputs, int row, @Nullable ClampConfig clamp) {
        if (function.onLogits()) {
            return Math.abs(logit(outputs, row));
        }
        if (clamp == null || !onProbabilities()) {
            return Double.NaN;
        }
        float output = outputs[row];
        return output <= (float) clamp.low() || output >= (float) clamp.high() ? 1 : 0;
    }

    private boolean onProbabilities() {
        return function == LossFunction.CLAMPED_MINIMAX || function == LossFunction.CLAMPED_NON_SATURATING;
    }

    private double logit(float[] outputs, int row) {
        return function.outputs() == 1 ? outputs[row] : (double) outputs[2 * row + 1] - outputs[2 * row];
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
