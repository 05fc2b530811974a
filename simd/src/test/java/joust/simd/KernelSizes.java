package joust.simd;

import joust.backend.testing.ContractSizes;

/** Where the kernels change paths, for the suites. */
final class KernelSizes {
    /** Elements enough to be shared between threads. */
    private static final int LARGE = 20_011;

    private KernelSizes() {}

    static ContractSizes contract() {
        return new ContractSizes(Lanes.COUNT, Blocks.ROWS, Blocks.COLUMNS, Blocks.DEPTH, LARGE);
    }
}
