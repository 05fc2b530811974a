package joust.math;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FusedArithmeticTest {

    @Test
    void theFlagTellsHowTheMultiplyAddRounds() {
        float value = FusedArithmetic.fma(FusedArithmeticReport.A, FusedArithmeticReport.A, FusedArithmeticReport.C);
        assertThat(value).isEqualTo(FusedArithmetic.FUSED ? 0x1p-24f : 0f);
    }

    @Test
    void theProbeAgreesWithTheFlag() {
        assertThat(FusedProbe.looksFused()).isEqualTo(FusedArithmetic.FUSED);
    }

    @Test
    @Tag("childjvm")
    void withoutFmaProductAndSumAreRoundedAndErrorsStayModest() throws IOException, InterruptedException {
        Map<String, String> report = reportOf(List.of("errors"), "-XX:-UseFMA");
        assertThat(report)
                .containsEntry("fused", "false")
                .containsEntry("value", "0.0")
                .containsEntry("probe", "false");
        for (ElementaryFunction function : ElementaryFunction.values()) {
            assertThat(Double.parseDouble(report.get(function.name())))
                    .as("%s", function)
                    .isLessThan(2);
        }
    }

    @Test
    @Tag("childjvm")
    void withoutTheManagementModuleTheProbeDecides() throws IOException, InterruptedException {
        assumeTrue(FusedArithmetic.FUSED, "this machine has no fused multiply-add to be found");
        assertThat(reportOf(List.of(), "--limit-modules=java.base")).containsEntry("fused", "true");
        assertThat(reportOf(List.of(), "--limit-modules=java.base", "-XX:-UseFMA"))
                .containsEntry("fused", "false");
    }

    private static Map<String, String> reportOf(List<String> arguments, String... flags)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FusedArithmeticReport.class.getName()));
        command.addAll(arguments);
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        return output.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }
}
