package joust.simd;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.CheckedBackend;
import joust.backend.testing.BitContract;
import joust.backend.testing.ContractSizes;

/** Three threads that share every operation on large tensors compute the scalar backend's bits. */
class SharedLayersTest extends BitContract {
    private static final int THREADS = 3;

    /** More elements than the caller computes alone in any operation. */
    private static final int LARGE = SimdArithmetic.MOVES + 4 * 4096 + 77;

    private static final class Layers extends SimdOptimizers {
        Layers() {
            super(new WorkerTeam(THREADS));
        }

        @Override
        public String name() {
            return "layers";
        }

        @Override
        public String device() {
            return "layers of the SIMD backend";
        }

        @Override
        public int threads() {
            return THREADS;
        }

        @Override
        public void close() {
            team().close();
        }
    }

    @Override
    protected Backend openCandidate() {
        return CheckedBackend.wrap(new Layers());
    }

    @Override
    protected Backend openYardstick() {
        return Backends.open("scalar", BackendOptions.DEFAULT);
    }

    @Override
    protected ContractSizes sizes() {
        return new ContractSizes(Lanes.COUNT, 6, 16, 256, LARGE);
    }
}
