package joust.simd;

import static joust.simd.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import joust.backend.Activation;

/**
 * Adds the bias to a strip and applies the activation: the end of a layer's pass forward. Sigmoid and tanh wait for the whole
 * rectangle, since their polynomials need longer rows to pay.
 */
final class BiasStrip implements StripEpilogue {
    private static final int W = Lanes.COUNT;
    private float[] bias = new float[0];
    private int biasOffset;
    private Activation activation = Activation.IDENTITY;

    BiasStrip of(float[] bias, int biasOffset, Activation activation) {
        this.bias = bias;
        this.biasOffset = biasOffset;
        this.activation = activation;
        return this;
    }

    @Override
    public void finish(float[] c, int cOffset, int ldc, int row, int column, int rows, int columns) {
        int from = biasOffset + column;
        if (columns == 2 * W) {
            two(c, cOffset, ldc, rows, from);
        } else {
            other(c, cOffset, ldc, rows, columns, from);
        }
    }

    private void other(float[] c, int cOffset, int ldc, int rows, int columns, int from) {
        int i = 0;
        for (; i + 2 * W <= columns; i += 2 * W) {
            two(c, cOffset + i, ldc, rows, from + i);
        }
        if (i + W <= columns) {
            one(c, cOffset + i, ldc, rows, from + i);
            i += W;
        }
        if (i < columns) {
            narrow(c, cOffset + i, ldc, rows, columns - i, from + i);
        }
    }

    private void two(float[] c, int cOffset, int ldc, int rows, int from) {
        switch (activation.kind()) {
            case IDENTITY, SIGMOID, TANH -> addTwo(c, cOffset, ldc, rows, from);
            case RELU -> reluTwo(c, cOffset, ldc, rows, from);
            case LEAKY_RELU -> leakyTwo(activation.slope(), c, cOffset, ldc, rows, from);
        }
    }

    private void one(float[] c, int cOffset, int ldc, int rows, int from) {
        switch (activation.kind()) {
            case IDENTITY, SIGMOID, TANH -> add(c, cOffset, ldc, rows, from);
            case RELU -> relu(c, cOffset, ldc, rows, from);
            case LEAKY_RELU -> leaky(activation.slope(), c, cOffset, ldc, rows, from);
        }
    }

    @Override
    public void complete(float[] c, int cOffset, int ldc, int rows, int columns) {
        if (activation.kind() != Activation.Kind.SIGMOID && activation.kind() != Activation.Kind.TANH) {
            return;
        }
        if (columns == ldc) {
            curve(c, cOffset, rows * columns);
            return;
        }
        for (int row = 0; row < rows; row++) {
            curve(c, cOffset + row * ldc, columns);
        }
    }

    private void curve(float[] c, int at, int count) {
        if (activation.kind() == Activation.Kind.SIGMOID) {
            SimdActivationKernels.sigmoid(c, at, c, at, count);
        } else {
            SimdActivationKernels.tanh(c, at, c, at, count);
        }
    }

    private void addTwo(float[] c, int cOffset, int ldc, int rows, int from) {
        FloatVector bias0 = FloatVector.fromArray(FLOATS, bias, from);
        FloatVector bias1 = FloatVector.fromArray(FLOATS, bias, from + W);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector.fromArray(FLOATS, c, at).add(bias0).intoArray(c, at);
            FloatVector.fromArray(FLOATS, c, at + W).add(bias1).intoArray(c, at + W);
        }
    }

    private void reluTwo(float[] c, int cOffset, int ldc, int rows, int from) {
        FloatVector bias0 = FloatVector.fromArray(FLOATS, bias, from);
        FloatVector bias1 = FloatVector.fromArray(FLOATS, bias, from + W);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector x0 = FloatVector.fromArray(FLOATS, c, at).add(bias0);
            FloatVector x1 = FloatVector.fromArray(FLOATS, c, at + W).add(bias1);
            x0.blend(0f, x0.compare(VectorOperators.LE, 0f)).intoArray(c, at);
            x1.blend(0f, x1.compare(VectorOperators.LE, 0f)).intoArray(c, at + W);
        }
    }

    private void leakyTwo(float slope, float[] c, int cOffset, int ldc, int rows, int from) {
        FloatVector bias0 = FloatVector.fromArray(FLOATS, bias, from);
        FloatVector bias1 = FloatVector.fromArray(FLOATS, bias, from + W);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector x0 = FloatVector.fromArray(FLOATS, c, at).add(bias0);
            FloatVector x1 = FloatVector.fromArray(FLOATS, c, at + W).add(bias1);
            x0.blend(x0.mul(slope), x0.compare(VectorOperators.LT, 0f)).intoArray(c, at);
            x1.blend(x1.mul(slope), x1.compare(VectorOperators.LT, 0f)).intoArray(c, at + W);
        }
    }

    private void add(float[] c, int cOffset, int ldc, int rows, int from) {
        FloatVector vector = FloatVector.fromArray(FLOATS, bias, from);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector.fromArray(FLOATS, c, at).add(vector).intoArray(c, at);
        }
    }

    private void relu(float[] c, int cOffset, int ldc, int rows, int from) {
        FloatVector vector = FloatVector.fromArray(FLOATS, bias, from);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector x = FloatVector.fromArray(FLOATS, c, at).add(vector);
            x.blend(0f, x.compare(VectorOperators.LE, 0f)).intoArray(c, at);
        }
    }

    private void leaky(float slope, float[] c, int cOffset, int ldc, int rows, int from) {
        FloatVector vector = FloatVector.fromArray(FLOATS, bias, from);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector x = FloatVector.fromArray(FLOATS, c, at).add(vector);
            x.blend(x.mul(slope), x.compare(VectorOperators.LT, 0f)).intoArray(c, at);
        }
    }

    private void narrow(float[] c, int cOffset, int ldc, int rows, int columns, int from) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = cOffset + row * ldc + column;
                float x = c[at] + bias[from + column];
                c[at] = switch (activation.kind()) {
                    case IDENTITY, SIGMOID, TANH -> x;
                    case RELU -> x <= 0 ? 0f : x;
                    case LEAKY_RELU -> x < 0 ? activation.slope() * x : x;
                };
            }
        }
    }
}
