package joust.scalar;

import joust.backend.Activation;

/** Adds a bias and applies an activation to each piece of a finished row: the end of a layer's forward pass. */
final class BiasActivation implements RowEpilogue {
    private final float[] piece = new float[MatmulScratch.COLUMNS];
    private float[] bias = piece;
    private int biasOffset;
    private Activation activation = Activation.IDENTITY;

    /** Sets what the next product ends with. */
    BiasActivation of(float[] bias, int biasOffset, Activation activation) {
        this.bias = bias;
        this.biasOffset = biasOffset;
        this.activation = activation;
        return this;
    }

    @Override
    public void finish(int row, int column, float[] values, int count) {
        System.arraycopy(bias, biasOffset + column, piece, 0, count);
        // fma(1, bias, sum) rounds exactly as sum + bias does, and this kernel is vectorised.
        ElementwiseKernels.addScaled(1f, piece, 0, values, 0, count);
        ActivationDispatch.forward(activation, values, 0, values, 0, count);
    }
}
