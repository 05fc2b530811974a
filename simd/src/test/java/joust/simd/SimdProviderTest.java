package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import joust.backend.Discovery;
import org.junit.jupiter.api.Test;

class SimdProviderTest {
    private static final String UNAVAILABLE = "backend simd is not available here: not built yet; use scalar";

    @Test
    void isFoundOnTheClassPathWithItsReasonAndRemedy() {
        assertThat(Backends.discover())
                .filteredOn(family -> family.name().equals("simd"))
                .singleElement()
                .satisfies(family -> {
                    assertThat(family.devices()).isEmpty();
                    assertThat(family.problems()).containsExactly(new Discovery.Problem("not built yet", "use scalar"));
                });
    }

    @Test
    void openingItByNameFailsLoudly() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> Backends.open("simd"))
                .withMessage(UNAVAILABLE);
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> new SimdProvider().open(BackendName.parse("simd"), BackendOptions.DEFAULT))
                .withMessage(UNAVAILABLE);
    }

    @Test
    void autoTakesScalarAndSaysWhyNotThisOne() {
        List<String> log = new ArrayList<>();
        try (Backend backend = Backends.open("auto", BackendOptions.DEFAULT, log::add)) {
            assertThat(backend.name()).isEqualTo("scalar");
        }
        assertThat(log).singleElement().asString().contains("Not simd: not built yet; use scalar");
    }
}
