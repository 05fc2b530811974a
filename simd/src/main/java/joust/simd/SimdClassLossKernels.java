package joust.simd;

import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;
import joust.math.Elementary;

/**
 * Softmax cross-entropies and the squared error, with their derivatives times {@code scale}, as joust.backend.Losses defines
 * them. Rows follow each other without gaps. Offsets and errors are as in {@link SimdElementwiseKernels}; no two arrays may
 * overlap.
 */
public final class SimdClassLossKernels {
    private SimdClassLossKernels() {}

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
        // The gradient's second half holds the differences, its first half their slopes.
        int lead = gradientOffset + rows;
        for (int row = 0; row < rows; row++) {
            int from = logitsOffset + 2 * row;
            gradient[lead + row] = logits[from + other] - logits[from + label];
        }
        SimdLogitLossKernels.fake(scale, gradient, lead, losses, lossesOffset, gradient, gradientOffset, rows);
        // From the last row on no slope is overwritten before it is read.
        for (int row = rows - 1; row >= 0; row--) {
            float slope = gradient[gradientOffset + row];
            gradient[gradientOffset + 2 * row + other] = slope;
            gradient[gradientOffset + 2 * row + label] = -slope;
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
            losses[lossesOffset + row] = lowered(logits, from, gradient, gradientOffset + row * classes, classes);
        }
        SimdElementaryKernels.exp(gradient, gradientOffset, gradient, gradientOffset, rows * classes);
        for (int row = 0; row < rows; row++) {
            float label = labels[labelsOffset + row];
            boolean known = label >= 0 && label < classes && label == (int) label;
            int column = known ? (int) label : -1;
            float sum = normalise(scale, column, gradient, gradientOffset + row * classes, classes);
            float largest = losses[lossesOffset + row];
            losses[lossesOffset + row] =
                    known ? (Elementary.log(sum) + largest) - logits[logitsOffset + row * classes + column] : Float.NaN;
        }
    }

    /** Subtracts a row's largest logit, which it returns, from each. */
    private static float lowered(float[] logits, int from, float[] out, int to, int classes) {
        float largest = logits[from];
        for (int j = 1; j < classes; j++) {
            largest = logits[from + j] > largest ? logits[from + j] : largest;
        }
        for (int j = 0; j < classes; j++) {
            out[to + j] = logits[from + j] - largest;
        }
        return largest;
    }

    /** Makes the derivatives of a row's exponentials, whose sum it returns. */
    private static float normalise(float scale, int label, float[] row, int at, int classes) {
        float sum = 0f;
        for (int j = 0; j < classes; j++) {
            sum += row[at + j];
        }
        for (int j = 0; j < classes; j++) {
            float probability = row[at + j] / sum;
            row[at + j] = (j == label ? probability - 1f : probability) * scale;
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
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector distance = FloatVector.fromArray(Lanes.FLOATS, outputs, outputsOffset + i)
                    .sub(FloatVector.fromArray(Lanes.FLOATS, targets, targetsOffset + i));
            distance.mul(distance).intoArray(losses, lossesOffset + i);
            distance.mul(2f).mul(scale).intoArray(gradient, gradientOffset + i);
        }
        for (int i = whole; i < count; i++) {
            float distance = outputs[outputsOffset + i] - targets[targetsOffset + i];
            losses[lossesOffset + i] = distance * distance;
            gradient[gradientOffset + i] = (2f * distance) * scale;
        }
    }
}
