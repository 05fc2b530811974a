package joust.simd;

import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;
import static joust.simd.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import joust.backend.Activation;

/** Multiplies a strip by the derivative of the activation below: the end of a layer's pass back to its input. */
final class DerivativeStrip implements StripEpilogue {
    private static final int W = Lanes.COUNT;
    private float[] y = new float[0];
    private int yOffset;
    private int ldy;
    private Activation activation = Activation.IDENTITY;

    /** Sets what the next product ends with: the activation whose output {@code y}, of {@code ldy} columns, was. */
    DerivativeStrip of(float[] y, int yOffset, int ldy, Activation activation) {
        this.y = y;
        this.yOffset = yOffset;
        this.ldy = ldy;
        this.activation = activation;
        return this;
    }

    @Override
    public void finish(float[] c, int cOffset, int ldc, int row, int column, int rows, int columns) {
        int from = yOffset + row * ldy + column;
        if (columns == 2 * W) {
            two(c, cOffset, ldc, from, rows);
        } else if (activation.kind() != Activation.Kind.IDENTITY) {
            other(c, cOffset, ldc, from, rows, columns);
        }
    }

    private void other(float[] c, int cOffset, int ldc, int from, int rows, int columns) {
        int i = 0;
        for (; i + 2 * W <= columns; i += 2 * W) {
            two(c, cOffset + i, ldc, from + i, rows);
        }
        if (i + W <= columns) {
            one(c, cOffset + i, ldc, from + i, rows);
            i += W;
        }
        for (int line = 0; line < rows && i < columns; line++) {
            narrow(c, cOffset + i + line * ldc, from + i + line * ldy, columns - i);
        }
    }

    private void two(float[] c, int cOffset, int ldc, int from, int rows) {
        switch (activation.kind()) {
            case IDENTITY -> {}
            case RELU -> reluTwo(c, cOffset, ldc, from, rows);
            case LEAKY_RELU -> leakyTwo(activation.slope(), c, cOffset, ldc, from, rows);
            case SIGMOID -> sigmoidTwo(c, cOffset, ldc, from, rows);
            case TANH -> tanhTwo(c, cOffset, ldc, from, rows);
        }
    }

    private void one(float[] c, int cOffset, int ldc, int from, int rows) {
        switch (activation.kind()) {
            case IDENTITY -> {}
            case RELU -> relu(c, cOffset, ldc, from, rows);
            case LEAKY_RELU -> leaky(activation.slope(), c, cOffset, ldc, from, rows);
            case SIGMOID -> sigmoid(c, cOffset, ldc, from, rows);
            case TANH -> tanh(c, cOffset, ldc, from, rows);
        }
    }

    /** A loop for each activation: with a switch between the vectors C2 boxes them. */
    private void reluTwo(float[] c, int cOffset, int ldc, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            int yAt = from + row * ldy;
            FloatVector g0 = FloatVector.fromArray(FLOATS, c, at);
            FloatVector g1 = FloatVector.fromArray(FLOATS, c, at + W);
            FloatVector y0 = FloatVector.fromArray(FLOATS, y, yAt);
            FloatVector y1 = FloatVector.fromArray(FLOATS, y, yAt + W);
            g0.blend(0f, y0.compare(VectorOperators.LE, 0f)).intoArray(c, at);
            g1.blend(0f, y1.compare(VectorOperators.LE, 0f)).intoArray(c, at + W);
        }
    }

    private void leakyTwo(float slope, float[] c, int cOffset, int ldc, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            int yAt = from + row * ldy;
            FloatVector g0 = FloatVector.fromArray(FLOATS, c, at);
            FloatVector g1 = FloatVector.fromArray(FLOATS, c, at + W);
            FloatVector y0 = FloatVector.fromArray(FLOATS, y, yAt);
            FloatVector y1 = FloatVector.fromArray(FLOATS, y, yAt + W);
            g0.blend(g0.mul(slope), y0.compare(VectorOperators.LT, 0f)).intoArray(c, at);
            g1.blend(g1.mul(slope), y1.compare(VectorOperators.LT, 0f)).intoArray(c, at + W);
        }
    }

    private void sigmoidTwo(float[] c, int cOffset, int ldc, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            int yAt = from + row * ldy;
            FloatVector y0 = FloatVector.fromArray(FLOATS, y, yAt);
            FloatVector y1 = FloatVector.fromArray(FLOATS, y, yAt + W);
            FloatVector g0 = FloatVector.fromArray(FLOATS, c, at);
            FloatVector g1 = FloatVector.fromArray(FLOATS, c, at + W);
            Lanes.toZero(g0.mul(Lanes.fma(y0.neg(), y0, y0))).intoArray(c, at);
            Lanes.toZero(g1.mul(Lanes.fma(y1.neg(), y1, y1))).intoArray(c, at + W);
        }
    }

    private void tanhTwo(float[] c, int cOffset, int ldc, int from, int rows) {
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            int yAt = from + row * ldy;
            FloatVector y0 = FloatVector.fromArray(FLOATS, y, yAt);
            FloatVector y1 = FloatVector.fromArray(FLOATS, y, yAt + W);
            FloatVector g0 = FloatVector.fromArray(FLOATS, c, at);
            FloatVector g1 = FloatVector.fromArray(FLOATS, c, at + W);
            g0.mul(Lanes.fma(y0.neg(), y0, one)).intoArray(c, at);
            g1.mul(Lanes.fma(y1.neg(), y1, one)).intoArray(c, at + W);
        }
    }

    private void relu(float[] c, int cOffset, int ldc, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector output = FloatVector.fromArray(FLOATS, y, from + row * ldy);
            FloatVector.fromArray(FLOATS, c, at)
                    .blend(0f, output.compare(VectorOperators.LE, 0f))
                    .intoArray(c, at);
        }
    }

    private void leaky(float slope, float[] c, int cOffset, int ldc, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector g = FloatVector.fromArray(FLOATS, c, at);
            FloatVector output = FloatVector.fromArray(FLOATS, y, from + row * ldy);
            g.blend(g.mul(slope), output.compare(VectorOperators.LT, 0f)).intoArray(c, at);
        }
    }

    private void sigmoid(float[] c, int cOffset, int ldc, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector output = FloatVector.fromArray(FLOATS, y, from + row * ldy);
            FloatVector g = FloatVector.fromArray(FLOATS, c, at);
            Lanes.toZero(g.mul(Lanes.fma(output.neg(), output, output))).intoArray(c, at);
        }
    }

    private void tanh(float[] c, int cOffset, int ldc, int from, int rows) {
        FloatVector one = FloatVector.broadcast(FLOATS, 1f);
        for (int row = 0; row < rows; row++) {
            int at = cOffset + row * ldc;
            FloatVector output = FloatVector.fromArray(FLOATS, y, from + row * ldy);
            FloatVector.fromArray(FLOATS, c, at)
                    .mul(Lanes.fma(output.neg(), output, one))
                    .intoArray(c, at);
        }
    }

    private void narrow(float[] c, int at, int yAt, int columns) {
        for (int i = 0; i < columns; i++) {
            float g = c[at + i];
            float out = y[yAt + i];
            c[at + i] = switch (activation.kind()) {
                case IDENTITY -> g;
                case RELU -> out <= 0 ? 0f : g;
                case LEAKY_RELU -> out < 0 ? activation.slope() * g : g;
                case SIGMOID -> toZero(g * fma(-out, out, out));
                case TANH -> g * fma(-out, out, 1f);
            };
        }
    }
}
