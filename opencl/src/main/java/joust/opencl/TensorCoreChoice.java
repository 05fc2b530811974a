package joust.opencl;

/** Tensor cores where a result has blocks for a fair share of the compute units, other kernels where not. */
final class TensorCoreChoice implements ProductChoice {
    /** How many times faster a compute unit is with its tensor cores, roughly, and so how few of them are enough. */
    private static final int FASTER = 4;

    private final int units;
    private final ProductKernels tensorCores;
    private final ProductChoice others;

    /** With the number of compute units. */
    TensorCoreChoice(int units, ProductKernels tensorCores, ProductChoice others) {
        this.units = units;
        this.tensorCores = tensorCores;
        this.others = others;
    }

    @Override
    public ProductKernels of(ProductForm form, int m, int n, int k) {
        return isEnough(m, n) ? tensorCores : others.of(form, m, n, k);
    }

    private boolean isEnough(int m, int n) {
        return FASTER * BlockShape.TENSOR_CORES.groups(m, n) >= units;
    }
}
