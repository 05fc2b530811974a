package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What concerns threads of the team's own. */
class WorkerTeamTest {
    @Test
    void theCallerIsWorkerZeroAndEachShareKeepsItsThread() {
        Thread[] first = new Thread[3];
        Thread[] second = new Thread[3];
        try (Team team = new WorkerTeam(3)) {
            runWithAll(team, worker -> first[worker] = Thread.currentThread());
            runWithAll(team, worker -> second[worker] = Thread.currentThread());
        }
        assertThat(second).containsExactly(first).doesNotHaveDuplicates();
        assertThat(first[0]).isSameAs(Thread.currentThread());
        assertThat(List.of(first[1], first[2])).allMatch(Thread::isDaemon);
        assertThat(first[1].getName()).isEqualTo("joust-simd-1");
    }

    /** No share ends before each has a thread. */
    private static void runWithAll(Team team, IntConsumer share) {
        CountDownLatch all = new CountDownLatch(team.size());
        team.run((worker, workers) -> {
            all.countDown();
            while (all.getCount() > 0) {
                Thread.onSpinWait();
            }
            share.accept(worker);
        });
    }

    /** A thread that has parked takes longer to wake up than an empty share takes the caller. */
    @Test
    void theCallerDoesTheShareOfAThreadThatIsLate() {
        int[] calls = new int[2];
        Set<Thread> threads = new HashSet<>();
        try (Team team = new WorkerTeam(2)) {
            int runs = 0;
            while (!threads.contains(Thread.currentThread()) && runs < 1_000) {
                LockSupport.parkNanos(1_000_000);
                team.run((worker, workers) -> {
                    calls[worker]++;
                    if (worker == 1) {
                        threads.add(Thread.currentThread());
                    }
                });
                runs++;
            }
            assertThat(threads).contains(Thread.currentThread());
            assertThat(calls).containsOnly(runs);
            runWithAll(
                    team,
                    worker -> calls[worker] =
                            worker == 0 ? 0 : Thread.currentThread().isDaemon() ? 1 : 2);
            assertThat(calls).as("and that thread goes on").containsExactly(0, 1);
        }
    }

    @Test
    void noThreadOutlivesTheTeam() {
        Thread[] threads = new Thread[4];
        Team team = new WorkerTeam(4);
        runWithAll(team, worker -> threads[worker] = Thread.currentThread());
        Thread.currentThread().interrupt();
        team.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(List.of(threads).subList(1, 4)).noneMatch(Thread::isAlive);
    }

    @Test
    void aTeamThatNeverRanEndsToo() {
        Team team = new WorkerTeam(5);
        team.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("joust-"));
    }

    @Test
    void anInterruptedWorkerGoesOn() {
        int[] calls = new int[3];
        try (Team team = new WorkerTeam(3)) {
            for (int run = 0; run < 10; run++) {
                runWithAll(team, worker -> {
                    calls[worker]++;
                    if (worker == 1) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
        assertThat(calls).containsOnly(10);
    }
}
