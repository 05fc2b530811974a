package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that pass allocate nothing, whatever the compiler makes of them. */
class CheckedAllocationTest {
    private static final int ROUNDS = 200;
    private static final int RUNS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Backend backend = Backends.open("scalar");
    private final Tensor x = backend.allocate(2, 3);
    private final Tensor w = backend.allocate(3, 3);
    private final Tensor bias = backend.allocate(1, 3);
    private final Tensor y = backend.allocate(2, 3);
    private final Tensor z = backend.allocate(2, 3);
    private final Tensor state = backend.allocate(2, 3);
    private final Tensor column = backend.allocate(2, 1);
    private final Tensor losses = backend.allocate(2, 1);
    private final Tensor gradient = backend.allocate(2, 1);
    private final Tensor scratch = backend.allocate(1, 1);
    private final Tensor out = backend.allocate(1, 1);
    private final Activation leaky = Activation.leakyRelu(0.2f);

    @AfterEach
    void close() {
        backend.close();
    }

    private void operations() {
        backend.copy(x, y);
        backend.normal(1, 2, 3, 0, 1, x);
        backend.activate(leaky, x, x);
        backend.scale(2, x, y);
        backend.matmul(false, x, false, w, Store.OVERWRITE, y);
        backend.dense(x, w, bias, leaky, y);
        backend.denseBackwardInput(y, w, leaky, x, z);
        backend.sum(x, Store.ADD, scratch, out);
        backend.adversarialLoss(Loss.MINIMAX, Side.REAL, 0.9f, column, 1, losses, gradient);
        backend.adam(0.1, 0.9, 0.999, 1e-8, x, y, state, z);
        backend.synchronize();
    }

    private long allocatedByManyRounds() {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            operations();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** What the JVM links late is allocated in one of the runs; what an operation allocates, in all. */
    @Test
    void goodCallsAllocateNothing() {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            least = Math.min(least, allocatedByManyRounds());
        }
        assertThat(least).isZero();
    }
}
