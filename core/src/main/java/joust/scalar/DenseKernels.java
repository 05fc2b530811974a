package joust.scalar;

import joust.math.Bounds;

/**
 * The gradients of a fully connected layer's parameters. Matrices are row-major, given as array, offset of the first element
 * and leading dimension; elements between the rows are neither read nor written, and outputs may not overlap inputs.
 */
public final class DenseKernels {
    private DenseKernels() {}

    /**
     * Both gradients in one pass over {@code gradient}: {@code weights = xᵀ gradient}, each element one chain of fused
     * multiply-adds over ascending rows, and {@code bias} = the column sums of gradient as {@link ReductionKernels#sumRows} has them.
     *
     * @param rows rows of x and gradient: the batch
     * @param inputs columns of x, rows of weights
     * @param outputs columns of gradient and weights, elements of bias
     * @param add whether the chains start from the outputs; else from +0, and what they held is not read
     * @param scratch its content is lost
     * @throws IllegalArgumentException if a size is negative or a leading dimension below its matrix's columns
     * @throws IndexOutOfBoundsException if a matrix does not lie within its array
     */
    public static void gradients(
            int rows,
            int inputs,
            int outputs,
            float[] x,
            int xOffset,
            int ldx,
            float[] gradient,
            int gradientOffset,
            int ldg,
            boolean add,
            float[] weights,
            int weightsOffset,
            int ldw,
            float[] bias,
            int biasOffset,
            MatmulScratch scratch) {
        Bounds.matrix("x", x, xOffset, rows, inputs, ldx);
        Bounds.matrix("gradient", gradient, gradientOffset, rows, outputs, ldg);
        Bounds.matrix("weights", weights, weightsOffset, inputs, outputs, ldw);
        Bounds.vector("bias", bias, biasOffset, outputs);
        RowEpilogue none = RowEpilogue.NONE;
        int columns = MatmulScratch.columns(outputs);
        int steps = MatmulScratch.depth(rows);
        for (int column = 0; column < outputs; column += columns) {
            int width = Math.min(columns, outputs - column);
            int done = 0;
            do {
                int depth = Math.min(steps, rows - done);
                boolean resume = add || done > 0;
                int g = gradientOffset + done * ldg + column;
                int w = weightsOffset + column;
                PanelPacking.straight(gradient, g, ldg, scratch.panel(), depth, width);
                RowSweep.run(
                        inputs,
                        width,
                        depth,
                        x,
                        xOffset + done * ldx,
                        1,
                        ldx,
                        scratch,
                        resume,
                        weights,
                        w,
                        ldw,
                        none,
                        column);
                RowSweep.run(
                        1,
                        width,
                        depth,
                        ReductionKernels.ONE,
                        0,
                        0,
                        0,
                        scratch,
                        resume,
                        bias,
                        biasOffset + column,
                        0,
                        none,
                        column);
                done += depth;
            } while (done < rows);
        }
    }
}
