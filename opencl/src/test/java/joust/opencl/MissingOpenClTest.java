package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where OpenCL cannot be used, the scalar backend is, and the reason and the remedy are said. */
@Tag("childjvm")
class MissingOpenClTest {
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    @TempDir
    private Path folder;

    /** Opens the backend in every way and prints what comes of it. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            try (Backend backend = Backends.open("opencl")) {
                System.out.println("opencl: opened " + backend.device());
            } catch (BackendUnavailableException e) {
                System.out.println("opencl: " + e.getMessage());
            }
            List<String> log = new ArrayList<>();
            try (Backend backend = Backends.open("auto", BackendOptions.DEFAULT, log::add)) {
                System.out.println("auto: opened " + backend.name() + ". " + log);
            }
            OpenClReport report = OpenClReport.take();
            System.out.println("report: " + report.devices().size() + " devices, loader " + report.loader());
            report.problems().forEach(problem -> System.out.println("problem: " + problem));
        }
    }

    @BeforeAll
    static void skipWithoutADevice() {
        FirstDevice.find();
    }

    private static void assertRefused(List<String> lines, String reasonAndRemedy) {
        assertThat(lines)
                .contains(
                        "opencl: backend opencl is not available here: " + reasonAndRemedy,
                        "problem: " + reasonAndRemedy)
                .anyMatch(line ->
                        line.startsWith("auto: opened scalar.") && line.contains("Not opencl: " + reasonAndRemedy))
                .anyMatch(line -> line.startsWith("report: 0 devices, loader "));
    }

    @Test
    void withoutAPlatform() throws Exception {
        Map<String, String> environment = Map.of("OCL_ICD_VENDORS", folder.toString());
        assertRefused(
                ChildProcess.run(environment, List.of(NATIVE_ACCESS), Child.class),
                OpenClLibrary.problemOf(ClStatus.PLATFORM_NOT_FOUND, 0)
                        .orElseThrow()
                        .toString());
    }

    @Test
    void withoutNativeAccess() throws Exception {
        assertRefused(
                ChildProcess.run(Map.of(), List.of("--illegal-native-access=deny"), Child.class),
                "Java was started without native access; start Java with --enable-native-access=ALL-UNNAMED");
    }

    @Test
    void withoutJocl() throws Exception {
        String others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("jocl-"))
                .collect(Collectors.joining(File.pathSeparator));
        assertRefused(
                ChildProcess.run(Map.of("CLASSPATH", others), List.of(NATIVE_ACCESS), Child.class),
                "JOCL is not on the class path; add the jar of org.jocl:jocl");
    }

    @Test
    void withoutAFolderToUnpackTo() throws Exception {
        String missing = folder.resolve("missing").toString();
        List<String> lines =
                ChildProcess.run(Map.of(), List.of(NATIVE_ACCESS, "-Djava.io.tmpdir=" + missing), Child.class);
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("opencl: backend opencl is not available here: JOCL's native library cannot be "
                                        + "unpacked to " + missing)
                                && line.contains("start Java with -Djava.io.tmpdir=FOLDER that can be written to"))
                .anyMatch(line -> line.startsWith("auto: opened scalar."));
    }

    @Test
    void withEverythingItOpensAndLeavesNoFiles() throws Exception {
        List<String> lines =
                ChildProcess.run(Map.of(), List.of(NATIVE_ACCESS, "-Djava.io.tmpdir=" + folder), Child.class);
        assertThat(lines).anyMatch(line -> line.startsWith("opencl: opened "));
        assertThat(folder).isEmptyDirectory();
    }
}
