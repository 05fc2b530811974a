package joust.scalar;

import joust.backend.Activation;

/** Multiplies each piece of a finished row by an activation's derivative: the end of a layer's pass back to its input. */
final class ActivationBackward implements RowEpilogue {
    private final float[] piece = new float[MatmulScratch.COLUMNS];
    private float[] y = piece;
    private int yOffset;
    private int cols;
    private Activation activation = Activation.IDENTITY;

    /** Sets what the next product ends with: the activation whose output y, of {@code cols} columns, was. */
    ActivationBackward of(float[] y, int yOffset, int cols, Activation activation) {
        this.y = y;
        this.yOffset = yOffset;
        this.cols = cols;
        this.activation = activation;
        return this;
    }

    @Override
    public void finish(int row, int column, float[] values, int count) {
        if (activation.kind() == Activation.Kind.IDENTITY) {
            return;
        }
        System.arraycopy(y, yOffset + row * cols + column, piece, 0, count);
        ActivationDispatch.backward(activation, piece, 0, values, 0, values, 0, count);
    }
}
