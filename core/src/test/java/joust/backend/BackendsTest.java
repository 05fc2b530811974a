package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Selection among the providers that core's own class path has. */
class BackendsTest {
    @Test
    void scalarIsDiscovered() {
        BackendFamily family = Backends.discover().getLast();
        assertThat(family.name()).isEqualTo("scalar");
        assertThat(family.problems()).isEmpty();
        assertThat(family.devices()).singleElement().satisfies(device -> {
            assertThat(device.name()).isEqualTo("scalar");
            assertThat(device.score()).isEqualTo(1);
        });
    }

    @Test
    void scalarIsOpenedByNameAndByScore() {
        for (String name : List.of("scalar", "scalar:0", "auto")) {
            try (Backend backend = Backends.open(name)) {
                assertThat(backend).isInstanceOf(CheckedBackend.class);
                assertThat(backend.name()).isEqualTo("scalar");
            }
        }
    }

    @Test
    void linesGoToTheSystemLoggerUnlessTheyAreAskedFor() {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("joust.backend");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        List<String> lines = new ArrayList<>();
        try {
            Backends.open("auto", BackendOptions.threads(2)).close();
            Backends.open("auto", BackendOptions.threads(3), lines::add).close();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(records).hasSize(2).allMatch(entry -> entry.getLevel().equals(Level.INFO));
        assertThat(records.getFirst().getMessage()).startsWith("auto chose scalar (");
        assertThat(records.getLast().getMessage()).isEqualTo("scalar computes on 1 thread; 2 were asked for");
        assertThat(lines).hasSize(2).last().isEqualTo("scalar computes on 1 thread; 3 were asked for");
    }

    @Test
    void whatCannotBeOpenedFailsLoudly() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> Backends.open("scalar:1"))
                .withMessageStartingWith("backend scalar:1 is not available here; found scalar (");
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> Backends.open("scalar+tf32"))
                .withMessageContaining("backend scalar+tf32: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backends.open("smid"))
                .withMessage(
                        "backend: 'smid' is unknown, expected one of auto, opencl, scalar, simd; did you mean simd?");
    }

    @Test
    void theThreadsClassLoaderDoesNotMatter() throws InterruptedException {
        List<String> found = new ArrayList<>();
        Thread thread = new Thread(() -> Backends.discover().forEach(family -> found.add(family.name())));
        thread.setContextClassLoader(new ClassLoader(null) {});
        thread.start();
        thread.join();
        assertThat(found).containsExactly("scalar");
    }
}
