package joust.simd;

import static joust.math.FusedArithmetic.fma;
import static joust.simd.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import joust.backend.Activation;

/** Multiplies a strip by the derivative of the activation below: the end of a layer's pass back to its input. */
final class DerivativeStrip implements StripEpilogue {
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
        if (activation.kind() == Activation.Kind.IDENTITY) {
            return;
        }
        boolean whole = columns == Blocks.COLUMNS;
        for (int i = 0; i < rows; i++) {
            int yAt = yOffset + (row + i) * ldy + column;
            int at = cOffset + i * ldc;
            if (whole) {
                vector(c, at, yAt);
                vector(c, at + Lanes.COUNT, yAt + Lanes.COUNT);
            } else {
                narrow(c, at, yAt, columns);
            }
        }
    }

    private void vector(float[] c, int at, int yAt) {
        FloatVector g = FloatVector.fromArray(FLOATS, c, at);
        FloatVector out = FloatVector.fromArray(FLOATS, y, yAt);
        switch (activation.kind()) {
            case IDENTITY -> {}
            case RELU -> g.blend(0f, out.compare(VectorOperators.LE, 0f)).intoArray(c, at);
            case LEAKY_RELU ->
                g.blend(g.mul(activation.slope()), out.compare(VectorOperators.LT, 0f)).intoArray(c, at);
            case SIGMOID -> g.mul(Lanes.fma(out.neg(), out, out)).intoArray(c, at);
            case TANH ->
                g.mul(Lanes.fma(out.neg(), out, FloatVector.broadcast(FLOATS, 1f))).intoArray(c, at);
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
                case SIGMOID -> g * fma(-out, out, out);
                case TANH -> g * fma(-out, out, 1f);
            };
        }
    }
}
