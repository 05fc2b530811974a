package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProcessorTest {
    @TempDir
    Path folder;

    @Test
    void theFirstModelNameIsTaken() throws IOException {
        assertThat(modelOf("processor\t: 0\nmodel\t\t: 1\nmodel name\t: Fast CPU 9 : b\nmodel name\t: Other\n"))
                .isEqualTo("Fast CPU 9 : b");
    }

    @Test
    void withoutAModelNameTheArchitectureStands() throws IOException {
        String architecture = System.getProperty("os.arch");
        assertThat(modelOf("CPU part\t: 0xd0c\n")).isEqualTo(architecture);
        assertThat(modelOf("model name\t:\n")).isEqualTo(architecture);
        assertThat(HostProcessor.model(folder.resolve("missing"))).isEqualTo(architecture);
        assertThat(HostProcessor.model(folder)).isEqualTo(architecture);
    }

    @Test
    void thisMachineHasAModel() {
        assertThat(HostProcessor.model()).isNotBlank();
    }

    private String modelOf(String text) throws IOException {
        return HostProcessor.model(Files.writeString(folder.resolve("cpuinfo"), text, StandardCharsets.UTF_8));
    }

    @Test
    void processorsThatAreSiblingsAreOneCore() throws IOException {
        siblings("cpu0", "0,4");
        siblings("cpu4", "0,4");
        siblings("cpu1", "1,5");
        siblings("cpu5", "1,5");
        siblings("cpu10", "10");
        Files.createDirectories(folder.resolve("cpu11"));
        siblings("cpufreq", "7");
        assertThat(HostProcessor.cores(folder, 8)).isEqualTo(3);
        assertThat(HostProcessor.cores(folder, 2)).isEqualTo(2);
    }

    @Test
    void withoutSiblingsTheAvailableProcessorsCount() {
        assertThat(HostProcessor.cores(folder, 6)).isEqualTo(6);
        assertThat(HostProcessor.cores(folder.resolve("missing"), 6)).isEqualTo(6);
    }

    @Test
    void thisMachineHasNoMoreCoresThanProcessors() {
        assertThat(HostProcessor.cores()).isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    private void siblings(String cpu, String list) throws IOException {
        Path topology = Files.createDirectories(folder.resolve(cpu).resolve("topology"));
        Files.writeString(topology.resolve("thread_siblings_list"), list + "\n");
    }
}
