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
        int whole = Lanes.FLOATS.loopBound(columns);
        for (int i = 0; i < whole; i += W) {
            switch (activation.kind()) {
                case IDENTITY -> {}
                case RELU -> relu(c, cOffset + i, ldc, from + i, rows);
                case LEAKY_RELU -> leaky(activation.slope(), c, cOffset + i, ldc, from + i, rows);
                case SIGMOID -> sigmoid(c, cOffset + i, ldc, from + i, rows);
                case TANH -> tanh(c, cOffset + i, ldc, from + i, rows);
            }
        }
        for (int i = 0; i < rows && whole < columns; i++) {
            narrow(c, cOffset + whole + i * ldc, from + whole + i * ldy, columns - whole);
        }
    }

    /** A loop for each activation: with a switch between the vectors C2 boxes them. */
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
