package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("childjvm")
class AllocationProbeTest {
    /** Measures what is known: nothing, arrays on this thread, arrays on another. */
    static final class Child {
        private static final int ROUNDS = 100;

        private final AllocationProbe probe = new AllocationProbe();
        private final CyclicBarrier barrier = new CyclicBarrier(2);
        private volatile byte[] kept = {};

        private Child() {}

        public static void main(String[] arguments) {
            Child child = new Child();
            System.out.println(
                    "nothing " + child.probe.measure(() -> {}, 1000, ROUNDS).total());
            System.out.println("own "
                    + child.probe
                            .measure(() -> child.kept = new byte[984], 1000, ROUNDS)
                            .caller());
            System.out.println("other " + child.onWorker() / 1_000_000);
        }

        private long onWorker() {
            Thread worker = Thread.ofPlatform().name("worker").daemon().start(this::allocateWhenAsked);
            AllocationProbe.Allocation allocation = probe.measure(this::ask, 10, ROUNDS);
            return allocation.others().getOrDefault("worker #" + worker.threadId(), 0L);
        }

        private void allocateWhenAsked() {
            while (!Thread.currentThread().isInterrupted()) {
                await();
                kept = new byte[1_000_000];
                await();
            }
        }

        private void ask() {
            await();
            await();
        }

        private void await() {
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void bytesAreCountedOnTheCallersAndOnOtherThreads() {
        ChildJvm.Result result = ChildJvm.run(List.of(), Child.class);
        assertThat(result.output().lines()).contains("nothing 0", "own 100000", "other 100");
    }
}
