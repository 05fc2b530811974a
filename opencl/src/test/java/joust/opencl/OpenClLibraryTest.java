package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Discovery.Problem;
import org.junit.jupiter.api.Test;

class OpenClLibraryTest {
    @Test
    void aMissingLoaderIsAProblemWithItsRemedy() {
        OpenClLibrary.Probe probe = OpenClLibrary.probe(List.of("libNoSuchOpenCL.so.1", "libNoSuchOpenCL.so"));
        assertThat(probe.name()).isEmpty();
        assertThat(probe.functions()).isNull();
        assertThat(probe.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.reason())
                    .isEqualTo("no OpenCL loader was found (libNoSuchOpenCL.so.1, libNoSuchOpenCL.so)");
            assertThat(problem.remedy()).contains("apt install ocl-icd-libopencl1");
        });
    }

    @Test
    void aLibraryThatIsNoLoaderIsAProblem() {
        OpenClLibrary.Probe probe = OpenClLibrary.probe(List.of("libNoSuchOpenCL.so.1", "libm.so.6"));
        assertThat(probe.problem()).map(Problem::reason).hasValue("libm.so.6 has no function clGetPlatformIDs");
    }

    @Test
    void whatALoaderAnswersIsUnderstood() {
        assertThat(OpenClLibrary.problemOf(0, 1)).isEmpty();
        assertThat(OpenClLibrary.problemOf(0, 0)).map(Problem::reason).hasValue("the OpenCL loader found no platform");
        assertThat(OpenClLibrary.problemOf(-1001, 0))
                .hasValueSatisfying(problem -> assertThat(problem.remedy()).contains("pocl-opencl-icd", "nvidia.icd"));
        assertThat(OpenClLibrary.problemOf(-6, 0))
                .map(Problem::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("-6"));
    }

    @Test
    void everySystemHasItsNames() {
        assertThat(OpenClLibrary.names("Linux")).containsExactly("libOpenCL.so.1", "libOpenCL.so");
        assertThat(OpenClLibrary.names("Windows 11")).containsExactly("OpenCL.dll");
        assertThat(OpenClLibrary.names("Mac OS X")).singleElement().asString().endsWith("OpenCL.framework/OpenCL");
    }

    @Test
    void theReportTellsWhereTheLoaderLies() {
        FirstDevice.find();
        OpenClReport report = OpenClReport.take();
        assertThat(report.loader()).contains(OpenClLibrary.get().name());
        assertThat(report.platforms()).isNotEmpty();
        assertThat(report.devices()).isNotEmpty().allSatisfy(device -> {
            assertThat(device.name()).isEqualTo("opencl:" + report.devices().indexOf(device));
            assertThat(device.memory()).isPositive();
            assertThat(device.driver()).isNotBlank();
            assertThat(device.description()).contains(device.model(), device.driver(), device.platform());
            assertThat(device.kind() == OpenClDevice.Kind.CPU).isEqualTo(device.score() < 1);
        });
    }
}
