package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.gan.diagnosis.Diagnosis;
import joust.gan.diagnosis.Finding;
import joust.gan.diagnosis.Symptom;
import joust.scalar.ScalarProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSummaryTest {
    private static final RunSummary.Machine MACHINE = new RunSummary.Machine("simd", "a \"CPU\"", "fma", 2);
    private static final Finding COLLAPSE =
            new Finding(Symptom.COLLAPSE, "3 of 8 modes", "see more", List.of("batch.size=9", "seed=2"));

    @TempDir
    private Path folder;

    @Test
    void theFileHasTheDocumentedKeysInOrderAndNullForWhatIsNotFinite() throws IOException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("value", -1.3862943611198906);
        metrics.put("ks", Double.NaN);
        metrics.put("wasserstein1", Double.POSITIVE_INFINITY);
        metrics.put("modes", 8.0);
        Path file = folder.resolve("metrics.json");
        summary(Optional.empty(), metrics, List.of(COLLAPSE)).write(file);
        assertThat(file).content().isEqualTo("""
                        {
                          "preset": "toy2d",
                          "backend": "simd",
                          "device": "a \\"CPU\\"",
                          "arithmetic": "fma",
                          "threads": 2,
                          "seed": -1,
                          "steps": 600,
                          "stopped": "not-finite",
                          "seconds": 0.5,
                          "stepsPerSecond": 1200.0,
                          "generatorSha256": "01",
                          "discriminatorSha256": "02",
                          "value": -1.3862943611198906,
                          "ks": null,
                          "wasserstein1": null,
                          "modes": 8.0,
                          "diagnosis": [
                            {
                              "symptom": "collapse",
                              "evidence": "3 of 8 modes",
                              "remedy": "see more",
                              "settings": [
                                "batch.size=9",
                                "seed=2"
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void theHashOfTheMovingAverageIsThereWhereThereIsOne() throws IOException {
        Path file = folder.resolve("metrics.json");
        summary(Optional.of("03"), Map.of(), List.of()).write(file);
        assertThat(file)
                .content()
                .contains("\"generatorSha256\": \"01\",\n  \"generatorAverageSha256\": \"03\",\n")
                .endsWith("\"diagnosis\": []\n}\n");
    }

    @Test
    void aMetricMayNotTakeTheKeyOfSomethingElse() throws IOException {
        Path file = folder.resolve("metrics.json");
        Files.writeString(file, "old");
        RunSummary summary = summary(Optional.empty(), Map.of("seed", 1.0), List.of());
        assertThatThrownBy(() -> summary.write(file))
                .hasMessage("metric seed: the key is taken, expected one of its own");
        assertThat(file).hasContent("old");
    }

    @Test
    void theSummaryKeepsCopies() {
        Map<String, Double> metrics = new LinkedHashMap<>(Map.of("ks", 0.5));
        List<Finding> diagnosis = new ArrayList<>();
        RunSummary summary = summary(Optional.empty(), metrics, diagnosis);
        metrics.clear();
        diagnosis.add(COLLAPSE);
        assertThat(summary.metrics()).containsExactly(Map.entry("ks", 0.5));
        assertThat(summary.diagnosis().findings()).isEmpty();
    }

    @Test
    void theMachineIsThatOfTheBackend() {
        try (Backend backend = new ScalarProvider().open(BackendName.parse("scalar"), BackendOptions.DEFAULT)) {
            assertThat(RunSummary.Machine.of(backend))
                    .isEqualTo(new RunSummary.Machine(
                            "scalar", backend.device(), backend.arithmetic().label(), 1));
        }
    }

    private static RunSummary summary(Optional<String> average, Map<String, Double> metrics, List<Finding> diagnosis) {
        return new RunSummary(
                "toy2d",
                -1,
                MACHINE,
                new RunSummary.Timing(600, RunSummary.Stopped.NOT_FINITE, 0.5, 1200),
                new RunSummary.Hashes("01", average, "02"),
                metrics,
                new Diagnosis(diagnosis, Set.of()));
    }
}
