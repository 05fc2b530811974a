package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class DoctorCommandTest {
    @Test
    void everyFamilyIsHereOrHasARemedy() {
        Outcome outcome = Outcome.of("doctor");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("java", "flags", "caches", "scalar", "simd", "opencl loader", "chosen", "GFLOP/s", "because")
                .containsPattern("taken +by --backend auto, where 'joust tune' has not timed the model");
    }

    @Test
    void theJsonIsJson() {
        Outcome outcome = Outcome.of("doctor", "--json");
        assertThat(outcome.code()).isZero();
        int names = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), outcome.out())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                names += token == JsonToken.PROPERTY_NAME ? 1 : 0;
            }
        }
        assertThat(names).isGreaterThan(20);
    }
}
