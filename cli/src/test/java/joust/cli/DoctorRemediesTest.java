package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On machines where something is missing, doctor ends well and says what brings it. */
@Tag("childjvm")
class DoctorRemediesTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    @TempDir
    private Path folder;

    /** Lines with runs of spaces made one. */
    private List<String> doctor(Map<String, String> environment, String... flags) throws Exception {
        Path output = folder.resolve("output.txt");
        try (ChildCommand child = ChildCommand.start(output, environment, List.of(flags), "doctor")) {
            assertThat(child.code()).as(child.text()).isZero();
            return child.text()
                    .lines()
                    .map(line -> line.strip().replaceAll(" +", " "))
                    .toList();
        }
    }

    private static void assertChosen(List<String> lines, String family) {
        assertThat(lines).anyMatch(line -> line.startsWith("chosen " + family + " ("));
    }

    @Test
    void withoutTheModuleOfTheVectorApi() throws Exception {
        List<String> lines = doctor(Map.of(), NATIVE);
        assertThat(lines)
                .contains(
                        "vector module no: start Java with --add-modules=jdk.incubator.vector",
                        "not here simd: Java was started without the module jdk.incubator.vector",
                        "remedy start Java with --add-modules=jdk.incubator.vector")
                .anyMatch(line -> line.startsWith("flags ") && line.contains(NATIVE));
        assertThat(lines).noneMatch(line -> line.startsWith("chosen simd"));
    }

    /** A library that is none, where the system looks first. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "LD_LIBRARY_PATH is a variable of Linux")
    void withoutAnOpenClLoader() throws Exception {
        for (String name : List.of("libOpenCL.so.1", "libOpenCL.so")) {
            Files.writeString(folder.resolve(name), "no library");
        }
        List<String> lines = doctor(Map.of("LD_LIBRARY_PATH", folder.toString()), VECTORS, NATIVE);
        assertThat(lines)
                .contains(
                        "opencl loader none",
                        "not here opencl: no OpenCL loader was found (libOpenCL.so.1, libOpenCL.so)",
                        "remedy apt install ocl-icd-libopencl1 for the loader, and the GPU's driver or"
                                + " pocl-opencl-icd (OpenCL on the CPU) for a platform");
        assertChosen(lines, "simd");
    }

    @Test
    void withALoaderThatFindsNoPlatform() throws Exception {
        requireOpenCl();
        Path empty = Files.createDirectory(folder.resolve("vendors"));
        List<String> lines = doctor(Map.of("OCL_ICD_VENDORS", empty.toString()), VECTORS, NATIVE);
        assertThat(lines)
                .contains("not here opencl: the OpenCL loader found no platform")
                .anyMatch(line -> line.startsWith("opencl loader ") && line.contains("OpenCL."))
                .anyMatch(line -> line.startsWith("remedy install the GPU's driver, or apt install pocl-opencl-icd"));
        assertChosen(lines, "simd");
    }

    @Test
    void withAPlatformItsDevicesAndDriversAreListed() throws Exception {
        requireOpenCl();
        List<String> lines = doctor(Map.of(), VECTORS, NATIVE);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("platform ") && line.contains("OpenCL"))
                .anyMatch(line -> line.startsWith("backend opencl:0: ") && line.contains("driver"))
                .anyMatch(line -> line.startsWith("because auto chose ") && line.contains("Not "))
                .anyMatch(line -> line.startsWith("speed ") && line.contains("GFLOP/s"));
    }

    private static void requireOpenCl() {
        Availability.open("opencl", BackendOptions.DEFAULT).close();
    }
}
