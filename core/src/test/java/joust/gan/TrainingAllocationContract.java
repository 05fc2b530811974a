package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Once training is warm, no step allocates on the Java heap, on any thread. */
@Tag("childjvm")
public abstract class TrainingAllocationContract {
    /** For subclasses in other modules. */
    protected TrainingAllocationContract() {}

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

    @Test
    final void warmStepsAllocateNothing() {
        ChildJvm.Result result =
                ChildJvm.run(flags(), TrainingAllocation.class, backend(), Integer.toString(threads()));
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("every system was measured");
    }
}
