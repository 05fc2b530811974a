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
}
