package joust.opencl;

import java.util.List;

/** Which kernels compute a product of a given size. */
interface ProductChoice {
    /** The kernels for a result of {@code m x n} with chains of length k. */
    ProductKernels of(ProductForm form, int m, int n, int k);

    /** All that may be chosen for such a product. */
    List<ProductKernels> candidates(ProductForm form, int m, int n, int k);
}
