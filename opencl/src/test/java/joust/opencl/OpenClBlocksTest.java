package joust.opencl;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BackendContract;
import joust.backend.testing.ContractSizes;

/** The OpenCL backend under the contract, on the best device there is, with products in blocks. */
class OpenClBlocksTest extends BackendContract {
    @Override
    protected Backend open() {
        return ProductShapeProperty.open("gpu", () -> Availability.open("opencl", BackendOptions.DEFAULT));
    }

    @Override
    protected ContractSizes sizes() {
        BlockShape smallest = BlockShape.ALL.getLast();
        return new ContractSizes(8, smallest.rows(), smallest.columns(), smallest.depth(), 20_011);
    }
}
