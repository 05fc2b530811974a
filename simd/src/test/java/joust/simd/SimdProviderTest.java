package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import joust.backend.HostProcessor;
import org.junit.jupiter.api.Test;

class SimdProviderTest {
    private final BackendProvider provider = new SimdProvider();

    private static BackendName named(String name) {
        return BackendName.parse(name);
    }

    @Test
    void isFoundOnTheClassPathWithOneDeviceAheadOfScalar() {
        assertThat(Backends.discover().getFirst()).satisfies(family -> {
            assertThat(family.name()).isEqualTo("simd");
            assertThat(family.problems()).isEmpty();
            assertThat(family.devices()).singleElement().satisfies(device -> {
                assertThat(device.name()).isEqualTo("simd");
                assertThat(device.score()).isGreaterThan(1);
                assertThat(device.description())
                        .startsWith(HostProcessor.model() + ", ")
                        .contains(VectorWidth.chosen() + "-bit vectors, " + HostProcessor.cores() + " thread");
            });
        });
    }

    @Test
    void itOpensOnTheThreadsAskedFor() {
        for (int threads = 1; threads <= 3; threads++) {
            try (Backend backend = provider.open(named("simd:0"), BackendOptions.threads(threads))) {
                assertThat(backend.name()).isEqualTo("simd");
                assertThat(backend.threads()).isEqualTo(threads);
                assertThat(backend.device())
                        .endsWith("-bit vectors, " + threads + (threads == 1 ? " thread" : " threads"));
            }
        }
        try (Backend backend = provider.open(named("simd"), BackendOptions.DEFAULT)) {
            assertThat(backend.threads()).isEqualTo(HostProcessor.cores());
        }
    }

    @Test
    void anotherDeviceOrAModeIsUnavailable() {
        for (String name : List.of("simd:1", "simd+tf32")) {
            assertThatExceptionOfType(BackendUnavailableException.class)
                    .isThrownBy(() -> provider.open(named(name), BackendOptions.DEFAULT))
                    .withMessageContaining(name)
                    .withMessageContaining("expected simd or simd:0");
        }
    }

    @Test
    void autoTakesIt() {
        List<String> log = new ArrayList<>();
        try (Backend backend = Backends.open("auto", BackendOptions.threads(3), log::add)) {
            assertThat(backend.name()).isEqualTo("simd");
            assertThat(backend.threads()).isEqualTo(3);
        }
        assertThat(log).singleElement().asString().startsWith("auto chose simd (");
    }

    @Test
    void backendsOwnTheirThreadsAndEndThem() {
        Backend first = Backends.open("simd", BackendOptions.threads(3));
        Backend second = Backends.open("simd", BackendOptions.threads(2));
        assertThat(workers()).hasSize(3);
        first.close();
        assertThat(workers()).hasSize(1);
        second.close();
        assertThat(workers()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> first.allocate(1, 1)).withMessageContaining("closed");
    }

    @Test
    void withAnExecutorItStartsNoThread() {
        List<Runnable> tasks = new ArrayList<>();
        Executor executor = tasks::add;
        try (Backend backend = Backends.open("simd", new BackendOptions(3, executor))) {
            assertThat(backend.threads()).isEqualTo(3);
            assertThat(workers()).isEmpty();
        }
        assertThat(tasks).hasSizeLessThanOrEqualTo(2);
    }

    private static List<String> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("joust-"))
                .toList();
    }
}
