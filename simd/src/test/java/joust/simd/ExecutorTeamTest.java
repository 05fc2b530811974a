package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What concerns threads that are lent. */
class ExecutorTeamTest {
    @Test
    void anExecutorWithoutAFreeThreadGetsEachHelperOnce() {
        List<Runnable> queue = new ArrayList<>();
        Team team = new ExecutorTeam(3, queue::add);
        Set<Thread> threads = new HashSet<>();
        AtomicInteger shares = new AtomicInteger();
        for (int run = 0; run < 5; run++) {
            team.run((worker, workers) -> {
                threads.add(Thread.currentThread());
                shares.incrementAndGet();
            });
        }
        assertThat(shares).hasValue(15);
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(queue).hasSize(2).doesNotHaveDuplicates();

        queue.forEach(Runnable::run);
        assertThat(shares).as("helpers that come late find nothing to do").hasValue(15);
        team.run((worker, workers) -> shares.incrementAndGet());
        assertThat(shares).hasValue(18);
        assertThat(queue).as("and may be submitted again").hasSize(4);
    }

    @Test
    void aHelperThatNeverRanHasNothingToDo() {
        List<Runnable> queue = new ArrayList<>();
        Team team = new ExecutorTeam(2, task -> {
            task.run();
            queue.add(task);
        });
        AtomicInteger shares = new AtomicInteger();
        team.run((worker, workers) -> shares.incrementAndGet());
        team.close();
        queue.forEach(Runnable::run);
        assertThat(shares).hasValue(2);
    }

    @Test
    void whatTheExecutorRejectsTheCallerDoes() {
        AtomicInteger asked = new AtomicInteger();
        Team team = new ExecutorTeam(4, task -> {
            asked.incrementAndGet();
            throw new RejectedExecutionException("full");
        });
        int[] calls = new int[4];
        team.run((worker, workers) -> calls[worker]++);
        team.run((worker, workers) -> calls[worker]++);
        assertThat(calls).containsOnly(2);
        assertThat(asked).as("it is asked again each time").hasValue(6);
    }

    @Test
    void anotherFailureOfTheExecutorSurfacesAfterTheShares() {
        Team team = new ExecutorTeam(3, task -> {
            throw new IllegalStateException("broken executor");
        });
        int[] calls = new int[3];
        assertThatIllegalStateException()
                .isThrownBy(() -> team.run((worker, workers) -> calls[worker]++))
                .withMessage("broken executor")
                .satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
        assertThat(calls).containsOnly(1);
    }

    @Test
    void lentThreadsTakeShares() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Team team = new ExecutorTeam(3, pool);
            CountDownLatch all = new CountDownLatch(3);
            team.run((worker, workers) -> {
                threads.add(Thread.currentThread());
                all.countDown();
                await(all);
            });
        }
        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void theCallerMayBeTheOnlyThreadOfTheExecutor() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Team team = new ExecutorTeam(4, pool);
            int[] calls = new int[4];
            pool.submit(() -> team.run((worker, workers) -> calls[worker]++)).get();
            assertThat(calls).containsOnly(1);
        }
    }

    @Test
    void teamsOnOneExecutorNeverRunMoreTasksThanItHasThreads() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(2);
                ExecutorService callers = Executors.newFixedThreadPool(3)) {
            Executor counting = task -> pool.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                task.run();
                running.decrementAndGet();
            });
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < 3; caller++) {
                Team team = new ExecutorTeam(4, counting);
                ends.add(callers.submit(() -> {
                    int[] calls = new int[4];
                    for (int run = 1; run <= 500; run++) {
                        team.run((worker, workers) -> calls[worker]++);
                        assertThat(calls).containsOnly(run);
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
