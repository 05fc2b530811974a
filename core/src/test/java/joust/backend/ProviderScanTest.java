package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderScanTest {
    /** A provider that loads. */
    public static final class Whole implements BackendProvider {
        @Override
        public String name() {
            return "whole";
        }

        @Override
        public Discovery discover() {
            return FakeProvider.found(2, "whole");
        }

        @Override
        public Backend open(BackendName name, BackendOptions options) {
            return new RecordingBackend("whole").backend();
        }
    }

    /** A provider that does not. */
    public static final class Broken implements BackendProvider {
        /** Fails as a provider does of which a library is missing. */
        public Broken() {
            throw new NoClassDefFoundError("org/jocl/CL");
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Discovery discover() {
            return FakeProvider.found(2, "broken");
        }

        @Override
        public Backend open(BackendName name, BackendOptions options) {
            return new RecordingBackend("broken").backend();
        }
    }

    @TempDir
    Path folder;

    private ProviderScan scan(String... providers) throws IOException {
        Path file = folder.resolve("META-INF/services/joust.backend.BackendProvider");
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", providers));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null) {
                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        return ProviderScanTest.class.getClassLoader().loadClass(name);
                    }
                }) {
            return ProviderScan.of(ServiceLoader.load(BackendProvider.class, loader));
        }
    }

    @Test
    void brokenProvidersAreProblemsAndTheOthersAreFound() throws IOException {
        ProviderScan scan = scan("joust.Missing", Broken.class.getName(), Whole.class.getName());
        assertThat(scan.providers()).extracting(BackendProvider::name).containsExactly("whole");
        assertThat(scan.problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.cause()).isInstanceOf(ServiceConfigurationError.class);
            assertThat(problem.reason()).isEqualTo("a provider could not be loaded: " + problem.cause());
            assertThat(problem.remedy()).contains("jars of one Joust version", "--add-modules jdk.incubator.vector");
        });
        assertThat(scan.problems().getFirst().reason()).contains("joust.Missing");
        assertThat(scan.problems().getLast().cause()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void loaderThatFailsForEverEndsTheScan() {
        ClassLoader unreadable = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("disk gone");
            }
        };
        ProviderScan scan = ProviderScan.of(ServiceLoader.load(BackendProvider.class, unreadable));
        assertThat(scan.providers()).isEmpty();
        assertThat(scan.problems()).isNotEmpty();
        assertThat(scan.problems().getFirst().cause()).hasRootCauseMessage("disk gone");
    }
}
