package joust.simd;

import java.util.List;
import joust.backend.testing.AllocationContract;
import org.junit.jupiter.api.Nested;

/** The SIMD backend allocates nothing once it is warm, on none of its threads. */
class SimdAllocationTest {
    abstract static class OnThreads extends AllocationContract {
        private final int threads;

        OnThreads(int threads) {
            this.threads = threads;
        }

        @Override
        protected String backend() {
            return "simd";
        }

        @Override
        protected int threads() {
            return threads;
        }

        @Override
        protected List<String> flags() {
            return List.of("--add-modules=" + JavaMachine.VECTOR_MODULE);
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
}
