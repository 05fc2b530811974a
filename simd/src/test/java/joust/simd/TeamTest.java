package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import joust.backend.BackendOptions;
import joust.backend.HostProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of team promises. */
class TeamTest {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    static Stream<Team> teams() {
        return Stream.concat(
                Stream.of(new SoloTeam()),
                Stream.of(2, 3, 4, 7).flatMap(size -> Stream.of(new WorkerTeam(size), new ExecutorTeam(size, POOL))));
    }

    @AfterAll
    static void endPool() {
        POOL.shutdown();
    }

    @ParameterizedTest
    @MethodSource("teams")
    void everyShareRunsOnceAndTheCallerSeesWhatItWrote(Team team) {
        int size = team.size();
        int runs = 1_000;
        int[] plain = new int[size];
        AtomicIntegerArray mistakes = new AtomicIntegerArray(1);
        try (team) {
            int[] input = new int[1];
            for (int run = 1; run <= runs; run++) {
                input[0] = run;
                team.run((worker, workers) -> {
                    if (workers != size || plain[worker] != input[0] - 1) {
                        mistakes.incrementAndGet(0);
                    }
                    plain[worker] = input[0];
                });
                assertThat(plain).containsOnly(run);
            }
        }
        assertThat(mistakes.get(0)).isZero();
    }

    @ParameterizedTest
    @MethodSource("teams")
    void exceptionsSurfaceAfterAllSharesHaveEnded(Team team) {
        try (team) {
            int last = team.size() - 1;
            int[] ended = new int[team.size()];
            IllegalArgumentException thrown = new IllegalArgumentException("last share");
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> team.run((worker, workers) -> {
                        if (worker == last) {
                            throw thrown;
                        }
                        LockSupport.parkNanos(1_000_000);
                        ended[worker] = 1;
                    }))
                    .isSameAs(thrown);
            assertThat(Arrays.stream(ended).sum()).isEqualTo(last);

            AssertionError error = new AssertionError("the same in every share");
            assertThat(catchThrowable(() -> team.run((worker, workers) -> {
                        throw error;
                    })))
                    .isSameAs(error)
                    .hasNoSuppressedExceptions();
            int[] calls = new int[team.size()];
            team.run((worker, workers) -> calls[worker]++);
            assertThat(calls).containsOnly(1);
        }
    }

    @ParameterizedTest
    @MethodSource("teams")
    void ofSeveralExceptionsTheOthersAreSuppressed(Team team) {
        try (team) {
            assertThat(catchThrowable(() -> team.run((worker, workers) -> {
                        throw new IllegalStateException("share " + worker);
                    })))
                    .hasMessage("share 0")
                    .satisfies(first -> assertThat(first.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactlyElementsOf(IntStream.range(1, team.size())
                                    .mapToObj(worker -> "share " + worker)
                                    .toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("teams")
    void anInterruptIsKeptAndTheTaskFinished(Team team) {
        try (team) {
            int[] done = new int[team.size()];
            Thread.currentThread().interrupt();
            team.run((worker, workers) -> {
                if (worker > 0) {
                    spinFor(1_000_000);
                }
                done[worker] = 1;
            });
            assertThat(done).containsOnly(1);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("teams")
    void pausesBetweenRunsAreLongerThanAnySpin(Team team) {
        int[] done = new int[team.size()];
        try (team) {
            for (int run = 0; run < 20; run++) {
                spinFor(200_000);
                team.run((worker, workers) -> {
                    spinFor(worker % 2 == 0 ? 0 : 100_000);
                    done[worker]++;
                });
            }
        }
        assertThat(done).containsOnly(20);
    }

    @ParameterizedTest
    @MethodSource("teams")
    void aClosedTeamRunsNothing(Team team) {
        team.close();
        team.close();
        List<Integer> shares = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> team.run((worker, workers) -> shares.add(worker)))
                .withMessage("the team is closed");
        assertThat(shares).isEmpty();
    }

    @Test
    void theOptionsChooseTheTeam() {
        try (Team preferred = Team.of(BackendOptions.DEFAULT);
                Team solo = Team.of(new BackendOptions(1, POOL));
                Team own = Team.of(BackendOptions.threads(3));
                Team lent = Team.of(new BackendOptions(3, POOL))) {
            assertThat(preferred.size()).isEqualTo(HostProcessor.cores());
            assertThat(solo).isInstanceOf(SoloTeam.class);
            assertThat(own).isInstanceOf(WorkerTeam.class);
            assertThat(lent).isInstanceOf(ExecutorTeam.class);
            assertThat(List.of(own.size(), lent.size())).containsExactly(3, 3);
        }
    }

    private static void spinFor(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }
}
