package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import joust.backend.Backend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run remembers, by name. */
class RunStateTest {
    private final Backend backend = TestBackend.open();

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void everyPartOfARunIsInIt() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.9).config();
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            assertThat(trainer.state().arenas().keySet())
                    .containsExactly(
                            "generator",
                            "generatorAverage",
                            "discriminator",
                            "discriminatorOptimizer.firstMoment",
                            "discriminatorOptimizer.secondMoment",
                            "generatorOptimizer.firstMoment",
                            "generatorOptimizer.secondMoment");
            assertThat(trainer.networks().state().arenas().keySet())
                    .containsExactly("generator", "generatorAverage", "discriminator");
        }
    }

    @Test
    void whatFollowsFromAStateIsMadeAnewAfterIt() {
        long[] number = {1};
        long[] derived = {0};
        RunState part = new RunState();
        part.add("number", () -> number[0], value -> number[0] = value);
        part.afterRestore(() -> derived[0] = 2 * number[0]);
        RunState whole = new RunState();
        whole.add(part);

        whole.restore(Map.of("number", 7L));

        assertThat(whole.numbers()).containsExactly(Map.entry("number", 7L));
        assertThat(derived[0]).isEqualTo(14);
    }

    @Test
    void numbersOfAnotherKindOfRunAreNamedAndLeaveTheStateAsItIs() {
        try (GanTrainer trainer = new GanTrainer(backend, SmallRun.gaussian().config(), SmallRun.gaussianSamples())) {
            Map<String, Long> wrong = new HashMap<>(SmallRun.numbers(5, 1, 0, 0, -1, 0, 0));
            wrong.remove("preTrained");
            wrong.put("posing", 3L);

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> trainer.state().restore(wrong))
                    .withMessage("state: preTrained is missing; data is -1, expected at least 0; posing is unknown");
            assertThat(trainer.step()).isZero();
        }
    }

    @Test
    void aNameStandsForOnePart() {
        RunState state = new RunState();
        state.add("step", () -> 0, value -> {});
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> state.add("step", () -> 0, value -> {}))
                .withMessage("state: step is registered twice");
    }
}
