package joust.opencl;

import joust.backend.Activation;
import joust.backend.Tensor;

/** One way to compute products on a device. All ways give the same bits, but those that say otherwise. */
interface ProductKernels {
    /**
     * Computes a product and what its form adds to it.
     *
     * @param form which operand is transposed, and what follows
     * @param add whether the product and the sums are added to what is there
     * @param a the first operand, {@code m x k}, or {@code k x m} where transposed
     * @param b the second operand, {@code k x n}, or {@code n x k} where transposed
     * @param out the result, {@code m x n}
     * @param activation of the epilogue
     * @param beside what the epilogue reads: the bias, {@code 1 x n}, or the outputs below, {@code m x n}; else any tensor
     * @param sums the column sums of b, {@code 1 x n}, where the form has them; else any tensor
     */
    void compute(
            ProductForm form,
            boolean add,
            Tensor a,
            Tensor b,
            Tensor out,
            Activation activation,
            Tensor beside,
            Tensor sums);

    /** What it is called in profiles and reports, such as {@code block 64x64}. */
    String name();
}
