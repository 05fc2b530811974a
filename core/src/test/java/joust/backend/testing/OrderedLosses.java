package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import joust.backend.Loss;
import joust.backend.Side;
import joust.math.Elementary;

/** Losses and derivatives in the documented order of roundings. */
final class OrderedLosses {
    private OrderedLosses() {}

    static float adversarial(Loss loss, Side side, float t, float x) {
        return switch (loss) {
            case MINIMAX, NON_SATURATING -> crossEntropy(loss, side, t, x);
            case LEAST_SQUARES -> {
                float d = distance(side, t, x);
                yield (0.5f * d) * d;
            }
            case HINGE ->
                switch (side) {
                    case REAL -> x >= 1 ? 0f : 1f - x;
                    case FAKE -> x <= -1 ? 0f : 1f + x;
                    case GENERATOR -> -x;
                };
            case WASSERSTEIN -> side == Side.FAKE ? x : -x;
            case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING -> clamped(loss, side, t, x);
        };
    }

    static float derivative(Loss loss, Side side, float t, float x) {
        return switch (loss) {
            case MINIMAX, NON_SATURATING -> crossEntropyDerivative(loss, side, t, x);
            case LEAST_SQUARES -> distance(side, t, x);
            case HINGE ->
                unlessNaN(
                        x,
                        switch (side) {
                            case REAL -> x >= 1 ? 0f : -1f;
                            case FAKE -> x <= -1 ? 0f : 1f;
                            case GENERATOR -> -1f;
                        });
            case WASSERSTEIN -> unlessNaN(x, side == Side.FAKE ? 1f : -1f);
            case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING -> clampedDerivative(loss, side, t, x);
        };
    }

    static void twoClass(int label, float[] logits, float scale, float[] losses, float[] gradient) {
        for (int row = 0; row < losses.length; row++) {
            int own = 2 * row + label;
            int other = 2 * row + 1 - label;
            float d = logits[other] - logits[own];
            losses[row] = OrderedActivations.softplus(d);
            float s = OrderedActivations.sigmoid(d);
            gradient[other] = s * scale;
            gradient[own] = -s * scale;
        }
    }

    static void softmax(float[] logits, float[] labels, float scale, float[] losses, float[] gradient) {
        int classes = logits.length / losses.length;
        for (int row = 0; row < losses.length; row++) {
            int first = row * classes;
            float c = logits[first];
            for (int j = 1; j < classes; j++) {
                c = logits[first + j] > c ? logits[first + j] : c;
            }
            float sum = 0;
            for (int j = 0; j < classes; j++) {
                gradient[first + j] = Elementary.exp(logits[first + j] - c);
                sum += gradient[first + j];
            }
            float z = Float.NaN;
            for (int j = 0; j < classes; j++) {
                boolean isLabel = labels[row] == j;
                z = isLabel ? logits[first + j] : z;
                gradient[first + j] = (gradient[first + j] / sum - (isLabel ? 1f : 0f)) * scale;
            }
            losses[row] = (Elementary.log(sum) + c) - z;
        }
    }

    private static float crossEntropy(Loss loss, Side side, float t, float x) {
        return switch (side) {
            case REAL ->
                t == 1
                        ? OrderedActivations.softplus(-x)
                        : fma(t, OrderedActivations.softplus(-x), oneMinus(t) * OrderedActivations.softplus(x));
            case FAKE -> OrderedActivations.softplus(x);
            case GENERATOR -> loss == Loss.MINIMAX ? -OrderedActivations.softplus(x) : OrderedActivations.softplus(-x);
        };
    }

    private static float crossEntropyDerivative(Loss loss, Side side, float t, float x) {
        return switch (side) {
            case REAL -> fma(oneMinus(t), OrderedActivations.sigmoid(x), -(t * OrderedActivations.sigmoid(-x)));
            case FAKE -> OrderedActivations.sigmoid(x);
            case GENERATOR -> loss == Loss.MINIMAX ? -OrderedActivations.sigmoid(x) : -OrderedActivations.sigmoid(-x);
        };
    }

    private static float clamped(Loss loss, Side side, float t, float p) {
        return switch (side) {
            case REAL -> t == 1 ? -Elementary.log(p) : -fma(t, Elementary.log(p), oneMinus(t) * Elementary.log1p(-p));
            case FAKE -> -Elementary.log1p(-p);
            case GENERATOR -> loss == Loss.CLAMPED_MINIMAX ? Elementary.log1p(-p) : -Elementary.log(p);
        };
    }

    private static float clampedDerivative(Loss loss, Side side, float t, float p) {
        return switch (side) {
            case REAL -> t == 1 ? -(1f / p) : oneMinus(t) / (1f - p) - t / p;
            case FAKE -> 1f / (1f - p);
            case GENERATOR -> loss == Loss.CLAMPED_MINIMAX ? -(1f / (1f - p)) : -(1f / p);
        };
    }

    private static float distance(Side side, float t, float x) {
        return switch (side) {
            case REAL -> x - t;
            case FAKE -> x - 0f;
            case GENERATOR -> x - 1f;
        };
    }

    private static float oneMinus(float t) {
        return (float) (1.0 - t);
    }

    private static float unlessNaN(float x, float derivative) {
        return Float.isNaN(x) ? x : derivative;
    }
}
