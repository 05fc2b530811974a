package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What concerns threads of the team's own. */
class WorkerTeamTest {
    @Test
    void theCallerIsWorkerZeroAndEachShareKeepsItsThread() {
        Thread[] first = new Thread[3];
        Thread[] second = new Thread[3];
        try (Team team = new WorkerTeam(3)) {
            team.run((worker, workers) -> first[worker] = Thread.currentThread());
            team.run((worker, workers) -> second[worker] = Thread.currentThread());
        }
        assertThat(second).containsExactly(first).doesNotHaveDuplicates();
        assertThat(first[0]).isSameAs(Thread.currentThread());
        assertThat(List.of(first[1], first[2])).allMatch(Thread::isDaemon);
        assertThat(first[1].getName()).isEqualTo("joust-simd-1");
    }

    @Test
    void noThreadOutlivesTheTeam() {
        Thread[] threads = new Thread[4];
        Team team = new WorkerTeam(4);
        team.run((worker, workers) -> threads[worker] = Thread.currentThread());
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
                team.run((worker, workers) -> {
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
