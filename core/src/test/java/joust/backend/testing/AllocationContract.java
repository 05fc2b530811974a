package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Once it is warm, no operation of a backend allocates on the Java heap. */
@Tag("childjvm")
public abstract class AllocationContract {
    private static final int MACHINES = 3;

    /** For subclasses in other modules. */
    protected AllocationContract() {}

    /** The name by which {@link joust.backend.Backends} opens the backend, on which a test may be skipped before. */
    protected abstract String backend();

    /** How many threads compute; 0 leaves the choice to the backend. */
    protected int threads() {
        return 1;
    }

    /** What the Java machine needs to be told. */
    protected List<String> flags() {
        return List.of();
    }

    /**
     * In one Java machine of some dozens C2 meets the methods of a vector kernel in an order in which it boxes a vector for good, so a
     * second and a third one are asked: what the operations themselves allocate shows in all of them.
     */
    @Test
    final void warmOperationsAllocateNothing() {
        ChildJvm.Result result = measure();
        for (int again = 1; again < MACHINES && result.exitCode() != 0; again++) {
            result = measure();
        }
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("every operation was measured");
    }

    private ChildJvm.Result measure() {
        return ChildJvm.run(flags(), OperationAllocation.class, backend(), Integer.toString(threads()));
    }
}
