package joust.simd;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BitContract;
import joust.backend.testing.ContractSizes;
import org.junit.jupiter.api.Nested;

/** The SIMD backend computes the scalar one's bits, on any number of threads. */
class SimdBitContractTest {
    abstract static class OnThreads extends BitContract {
        private final int threads;

        OnThreads(int threads) {
            this.threads = threads;
        }

        @Override
        protected Backend openCandidate() {
            return Availability.open("simd", BackendOptions.threads(threads));
        }

        @Override
        protected Backend openYardstick() {
            return Availability.open("scalar", BackendOptions.DEFAULT);
        }

        @Override
        protected ContractSizes sizes() {
            return KernelSizes.contract();
        }
    }

    @Nested
    class OnOneThread extends OnThreads {
        OnOneThread() {
            super(1);
        }
    }

    @Nested
    class OnTwoThreads extends OnThreads {
        OnTwoThreads() {
            super(2);
        }
    }

    @Nested
    class OnThreeThreads extends OnThreads {
        OnThreeThreads() {
            super(3);
        }
    }

    @Nested
    class OnFourThreads extends OnThreads {
        OnFourThreads() {
            super(4);
        }
    }
}
