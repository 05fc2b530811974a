package joust.opencl;

/** Which kernels compute a product of a given size. */
interface ProductChoice {
    /** The kernels for a result of {@code m x n} with chains of length k. */
    ProductKernels of(ProductForm form, int m, int n, int k);
}
