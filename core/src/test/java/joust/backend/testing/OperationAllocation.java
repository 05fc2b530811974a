package joust.backend.testing;

import java.util.concurrent.locks.LockSupport;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;

/**
 * Prints what each operation of a backend allocates once it is warm; exits with 1 if that is not nothing. Arguments: the
 * backend's name, its number of threads.
 */
final class OperationAllocation {
    private static final int WARM_UP = 5_000;
    private static final int ROUNDS = 1_000;
    /**
     * What an operation allocates shows in every batch, what a recompilation by the Java machine does only in one, and vectors
     * are boxed only until their kernels are compiled, which takes long where the processor has other work.
     */
    private static final int BATCHES = 50;

    private static final long PAUSE_NANOS = 100_000_000;

    private static final ContractSizes SIZES = new ContractSizes(8, 4, 16, 64, 301);

    private OperationAllocation() {}

    public static void main(String[] arguments) {
        BackendOptions options = BackendOptions.threads(Integer.parseInt(arguments[1]));
        long allocated = 0;
        try (Backend backend = Backends.open(arguments[0], options)) {
            for (OperationCase each : Catalogue.oneEach(SIZES)) {
                allocated += measure(backend, each);
            }
        }
        if (allocated > 0) {
            throw new IllegalStateException("warm operations of " + arguments[0] + " allocate");
        }
        System.out.println("every operation was measured");
    }

    private static long measure(Backend backend, OperationCase each) {
        try (PlacedOperands placed = PlacedOperands.place(backend, each.operands(), Placement.SHARED_ROOT)) {
            AllocationProbe probe = new AllocationProbe();
            Runnable call = () -> each.invocation().call(backend, placed.tensors());
            AllocationProbe.Allocation allocation = probe.measure(call, WARM_UP, ROUNDS);
            for (int batch = 1; batch < BATCHES && allocation.total() > 0; batch++) {
                pause();
                allocation = probe.measure(call, ROUNDS, ROUNDS);
            }
            backend.synchronize();
            System.out.println(
                    allocation.total() + " bytes in " + ROUNDS + " rounds of " + each + " " + allocation.others());
            return allocation.total();
        }
    }

    /** Rounds of small operations are done long before the compiler has come to them. */
    private static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
