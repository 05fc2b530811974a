package joust.opencl;

import java.util.List;

/** A choice by rule of thumb among kernels that compute the same bits. */
interface ProductCandidates extends ProductChoice {
    /** All that may be worth measuring for such a product, the rule's choice among them. */
    List<ProductKernels> candidates(ProductForm form, int m, int n, int k);
}
