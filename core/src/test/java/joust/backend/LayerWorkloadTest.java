package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerWorkloadTest {
    @Test
    void itGoesForwardAndBackwardThroughItsLayers() {
        RecordingBackend recorder = new RecordingBackend("recorder");
        try (Workload.Work work = Workload.layers(4, 5, 6, 7).prepare(CheckedBackend.wrap(recorder.backend()))) {
            recorder.calls().clear();
            work.run();
        }
        assertThat(recorder.calls())
                .extracting(RecordingBackend.Call::operation)
                .containsExactly(
                        "dense", "dense", "denseBackwardWeights", "denseBackwardInput", "denseBackwardWeights");
    }

    @Test
    void itRunsOnARealBackend() {
        try (Backend backend = Backends.open("scalar");
                Workload.Work work = Workload.layers(3, 4, 2).prepare(backend)) {
            work.run();
            backend.synchronize();
        }
    }

    @Test
    void itsSignatureTellsItsShapes() {
        assertThat(List.of(
                        Workload.layers(4, 5, 6).signature(),
                        Workload.layers(4, 6, 5).signature(),
                        Workload.layers(5, 5, 6).signature()))
                .doesNotHaveDuplicates();
        assertThat(Workload.layers(4, 5, 6).name()).isEqualTo("layers 5-6 at batch 4");
    }

    @Test
    void sizesArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> Workload.layers(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Workload.layers(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Workload.layers(1, 1, 0));
    }
}
