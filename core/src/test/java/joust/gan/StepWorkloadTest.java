package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Backend;
import joust.backend.Backends;
import joust.backend.Workload;
import org.junit.jupiter.api.Test;

class StepWorkloadTest {
    @Test
    void everyPresetsStepRunsWithoutItsFiles() {
        try (Backend backend = Backends.open("scalar")) {
            for (String name : Presets.names()) {
                try (Workload.Work work = StepWorkload.of(Presets.get(name)).prepare(backend)) {
                    work.run();
                }
            }
        }
    }

    @Test
    void itsSignatureTellsWhatTakesTime() {
        GanConfig digits = Presets.get("digits");
        String signature = StepWorkload.of(digits).signature();
        assertThat(StepWorkload.of(digits.withSeed(7).withSteps(3).withLogEvery(9))
                        .signature())
                .isEqualTo(signature);
        assertThat(Presets.names().stream()
                        .map(name -> StepWorkload.of(Presets.get(name)).signature()))
                .doesNotHaveDuplicates()
                .contains(signature);
    }
}
