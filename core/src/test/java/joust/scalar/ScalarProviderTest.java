package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Discovery;
import org.junit.jupiter.api.Test;

class ScalarProviderTest {
    private final BackendProvider provider = new ScalarProvider();

    @Test
    void theServiceLoaderFindsIt() {
        assertThat(ServiceLoader.load(BackendProvider.class))
                .filteredOn(found -> found instanceof ScalarProvider)
                .hasSize(1);
    }

    @Test
    void thereIsOneDeviceWithTheLowestScore() {
        Discovery discovery = provider.discover();
        assertThat(discovery.problems()).isEmpty();
        assertThat(discovery.devices()).hasSize(1);
        assertThat(discovery.devices().get(0).name()).isEqualTo("scalar");
        assertThat(discovery.devices().get(0).score()).isEqualTo(1);
        assertThat(discovery.devices().get(0).description()).endsWith(", 1 thread");
    }

    @Test
    void itOpensOnOneThreadHoweverManyAreAskedFor() {
        try (Backend backend = provider.open(BackendName.parse("scalar:0"), BackendOptions.threads(4))) {
            assertThat(backend.name()).isEqualTo("scalar");
            assertThat(backend.threads()).isEqualTo(1);
            assertThat(backend.device()).endsWith(", 1 thread");
        }
    }

    @Test
    void anotherDeviceOrAModeIsUnavailable() {
        for (String name : new String[] {"scalar:1", "scalar+tf32"}) {
            assertThatThrownBy(() -> provider.open(BackendName.parse(name), BackendOptions.DEFAULT))
                    .isInstanceOf(BackendUnavailableException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("expected scalar or scalar:0");
        }
    }
}
