package joust.opencl;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BackendContract;
import joust.backend.testing.ContractSizes;

/** The OpenCL backend under the contract, on the best device there is, with products in panels. */
class OpenClBackendTest extends BackendContract {
    @Override
    protected Backend open() {
        return ProductShapeProperty.open("cpu", () -> Availability.open("opencl", BackendOptions.DEFAULT));
    }

    @Override
    protected ContractSizes sizes() {
        return new ContractSizes(8, PanelPrograms.MOST_ROWS, PanelProducts.PANEL, 64, 20_011);
    }
}
