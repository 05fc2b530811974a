package joust.simd;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BackendContract;
import joust.backend.testing.ContractSizes;

/** The SIMD backend under the contract; {@link SimdBitContractTest} covers other numbers of threads. */
class SimdBackendTest extends BackendContract {
    @Override
    protected Backend open() {
        return Availability.open("simd", BackendOptions.threads(3));
    }

    @Override
    protected ContractSizes sizes() {
        return KernelSizes.contract();
    }
}
