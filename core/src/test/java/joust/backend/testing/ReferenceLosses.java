package joust.backend.testing;

import joust.backend.Loss;
import joust.backend.Side;

/**
 * The adversarial losses in double precision, from the papers' formulas. Each result carries the sum of the magnitudes of
 * its terms, which is what its error is proportional to.
 */
final class ReferenceLosses {
    /** Two units in the last place of a function, and at most four roundings around it. */
    static final int ROUNDINGS = ReferenceActivations.TWO_ULPS + 4;

    private ReferenceLosses() {}

    static double adversarial(Loss loss, Side side, double t, double x) {
        return switch (loss) {
            case MINIMAX, NON_SATURATING -> crossEntropy(loss, side, t, x);
            case LEAST_SQUARES -> (x - target(side, t)) * (x - target(side, t)) / 2;
            case HINGE ->
                switch (side) {
                    case REAL -> Math.max(0, 1 - x);
                    case FAKE -> Math.max(0, 1 + x);
                    case GENERATOR -> -x;
                };
            case WASSERSTEIN -> side == Side.FAKE ? x : -x;
            case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING -> clamped(loss, side, t, x);
        };
    }

    /** The terms of a loss never cancel, so its error is relative; hinge and Wasserstein round once. */
    static double adversarialError(Loss loss, double x, double value) {
        double lost = loss.onLogits() ? Rounding.lostDecay(x) : 0;
        return loss == Loss.HINGE || loss == Loss.WASSERSTEIN ? 0 : Rounding.relative(value, ROUNDINGS) + lost;
    }

    static double derivative(Loss loss, Side side, double t, double x) {
        return switch (loss) {
            case MINIMAX, NON_SATURATING ->
                switch (side) {
                    case REAL -> ReferenceActivations.sigmoid(x) * (1 - t) - ReferenceActivations.sigmoid(-x) * t;
                    case FAKE -> ReferenceActivations.sigmoid(x);
                    case GENERATOR ->
                        loss == Loss.MINIMAX ? -ReferenceActivations.sigmoid(x) : -ReferenceActivations.sigmoid(-x);
                };
            case LEAST_SQUARES -> x - target(side, t);
            case HINGE ->
                unlessNaN(
                        x,
                        switch (side) {
                            case REAL -> x >= 1 ? 0 : -1;
                            case FAKE -> x <= -1 ? 0 : 1;
                            case GENERATOR -> -1;
                        });
            case WASSERSTEIN -> unlessNaN(x, side == Side.FAKE ? 1 : -1);
            case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING ->
                switch (side) {
                    case REAL -> (1 - t) / (1 - x) - t / x;
                    case FAKE -> 1 / (1 - x);
                    case GENERATOR -> loss == Loss.CLAMPED_MINIMAX ? -1 / (1 - x) : -1 / x;
                };
        };
    }

    /** Where the label is below 1, two terms of opposite signs may cancel; each brings the error of its own size. */
    static double derivativeError(Loss loss, Side side, double t, double x, double value) {
        if (loss == Loss.HINGE || loss == Loss.WASSERSTEIN) {
            return 0;
        }
        if (side == Side.REAL && loss.onLogits()) {
            return Rounding.of(ROUNDINGS
                            * (ReferenceActivations.sigmoid(x) * (1 - t) + ReferenceActivations.sigmoid(-x) * t))
                    + Rounding.lostDecay(x);
        }
        if (side == Side.REAL && loss.onProbabilities()) {
            return Rounding.of(ROUNDINGS * ((1 - t) / (1 - x) + t / x));
        }
        return Rounding.relative(value, ROUNDINGS) + (loss.onLogits() ? Rounding.lostDecay(x) : 0);
    }

    private static double crossEntropy(Loss loss, Side side, double t, double x) {
        return switch (side) {
            case REAL ->
                t == 1
                        ? ReferenceActivations.softplus(-x)
                        : t * ReferenceActivations.softplus(-x) + (1 - t) * ReferenceActivations.softplus(x);
            case FAKE -> ReferenceActivations.softplus(x);
            case GENERATOR ->
                loss == Loss.MINIMAX ? -ReferenceActivations.softplus(x) : ReferenceActivations.softplus(-x);
        };
    }

    private static double clamped(Loss loss, Side side, double t, double p) {
        return switch (side) {
            case REAL -> t == 1 ? -StrictMath.log(p) : -t * StrictMath.log(p) - (1 - t) * StrictMath.log1p(-p);
            case FAKE -> -StrictMath.log1p(-p);
            case GENERATOR -> loss == Loss.CLAMPED_MINIMAX ? StrictMath.log1p(-p) : -StrictMath.log(p);
        };
    }

    private static double target(Side side, double t) {
        return switch (side) {
            case REAL -> t;
            case FAKE -> 0;
            case GENERATOR -> 1;
        };
    }

    private static double unlessNaN(double x, double derivative) {
        return Double.isNaN(x) ? x : derivative;
    }
}
