package joust.scalar;

import joust.math.Bounds;
import joust.math.Elementary;

/**
 * Softmax cross-entropies and the squared error, with their derivatives times {@code scale}, as joust.backend.Losses defines
 * them. Rows follow each other without gaps. Offsets and errors are as in {@link ElementwiseKernels}; no two arrays may
 * overlap.
 */
public final class ClassLossKernels {
    private ClassLossKernels() {}

    /**
     * Two classes, all rows having the same: with d = logit of the other class - logit of the label, the loss is softplus(d),
     * the derivative s(d) for the other class and -s(d) for the label.
     *
     * @param label the column of the true class, 0 or 1
     * @param logits {@code rows x 2}
     * @param losses {@code rows}
     * @param gradient {@code rows x 2}
     */
    public static void twoClasses(
            int label,
            float scale,
            float[] logits,
            int logitsOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int rows) {
        Bounds.matrix("logits", logits, logitsOffset, rows, 2, 2);
        Bounds.vector("losses", losses, lossesOffset, rows);
        Bounds.matrix("gradient", gradient, gradientOffset, rows, 2, 2);
        int other = 1 - label;
        for (int row = 0; row < rows; row++) {
            int from = logitsOffset + 2 * row;
            int to = gradientOffset + 2 * row;
            float lead = logits[from + other] - logits[from + label];
            float slope = Elementary.sigmoid(lead);
            losses[lossesOffset + row] = Elementary.softplus(lead);
            gradient[to + other] = slope * scale;
            gradient[to + label] = -slope * scale;
        }
    }

    /**
     * Two or more classes: with c the largest logit of the row, e[j] = exp(z[j] - c) and S their sum over ascending j, the loss
     * is {@code (log(S) + c) - z[label]}, the derivative {@code e[j]/S - (j == label ? 1 : 0)}. A label that is no class gives
     * a NaN loss and subtracts nothing.
     *
     * @param logits {@code rows x classes}
     * @param labels {@code rows}, each the column of the true class as a whole number
     * @param losses {@code rows}
     * @param gradient {@code rows x classes}
     */
    public static void classes(
            float scale,
            float[] logits,
            int logitsOffset,
            float[] labels,
            int labelsOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int rows,
            int classes) {
        Bounds.matrix("logits", logits, logitsOffset, rows, classes, classes);
        Bounds.vector("labels", labels, labelsOffset, rows);
        Bounds.vector("losses", losses, lossesOffset, rows);
        Bounds.matrix("gradient", gradient, gradientOffset, rows, classes, classes);
        for (int row = 0; row < rows; row++) {
            int from = logitsOffset + row * classes;
            int to = gradientOffset + row * classes;
            float label = labels[labelsOffset + row];
            boolean known = label >= 0 && label < classes && label == (int) label;
            float largest = largest(logits, from, classes);
            float sum = exponentials(largest, logits, from, gradient, to, classes);
            losses[lossesOffset + row] =
                    known ? (Elementary.log(sum) + largest) - logits[from + (int) label] : Float.NaN;
            for (int j = 0; j < classes; j++) {
                float probability = gradient[to + j] / sum;
                gradient[to + j] = (known && j == (int) label ? probability - 1f : probability) * scale;
            }
        }
    }

    private static float largest(float[] logits, int from, int classes) {
        float largest = logits[from];
        for (int j = 1; j < classes; j++) {
            largest = logits[from + j] > largest ? logits[from + j] : largest;
        }
        return largest;
    }

    private static float exponentials(
            float largest, float[] logits, int from, float[] exponentials, int to, int classes) {
        float sum = 0f;
        for (int j = 0; j < classes; j++) {
            float exponential = Elementary.exp(logits[from + j] - largest);
            exponentials[to + j] = exponential;
            sum += exponential;
        }
        return sum;
    }

    /** Squared error: d = output - target, loss {@code d*d}, derivative {@code 2*d}. */
    public static void squaredError(
            float scale,
            float[] outputs,
            int outputsOffset,
            float[] targets,
            int targetsOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(outputs, outputsOffset, losses, lossesOffset, gradient, gradientOffset, count);
        Bounds.vector("targets", targets, targetsOffset, count);
        if (outputsOffset == gradientOffset && targetsOffset == gradientOffset && lossesOffset == gradientOffset) {
            squaredErrorAligned(scale, outputs, targets, losses, gradient, gradientOffset, gradientOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float distance = outputs[outputsOffset + i] - targets[targetsOffset + i];
            losses[lossesOffset + i] = distance * distance;
            gradient[gradientOffset + i] = (2f * distance) * scale;
        }
    }

    private static void squaredErrorAligned(
            float scale, float[] outputs, float[] targets, float[] losses, float[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            float distance = outputs[i] - targets[i];
            losses[i] = distance * distance;
            gradient[i] = (2f * distance) * scale;
        }
    }
}
