package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import joust.data.SyntheticIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlanTest {
    private static final List<Grant> GRANTS = List.of(
            new Grant("simd", 1, 1, "a CPU"),
            new Grant("simd", 2, 2, "a CPU"),
            new Grant("scalar", 1, 1, "a CPU"),
            new Grant("opencl:0", 1, 1, "a GPU"));

    private static List<ComparedCase> cases(String words) {
        return new RunPlan(RunOptions.parse(words.split(" ")), GRANTS).cases();
    }

    private static List<Contender> contenders(String words) {
        return cases(words).stream()
                .flatMap(compared -> compared.contenders().stream())
                .filter(contender -> !contender.isMachine())
                .toList();
    }

    private static Set<String> what(List<Contender> contenders) {
        return contenders.stream().map(contender -> contender.work().what()).collect(Collectors.toSet());
    }

    @Test
    void squaresRunFrom64To2048AndAbove512NotOnScalar() {
        List<Contender> matmul = contenders("matmul --threads 1,2");
        assertThat(what(matmul))
                .contains("NN 64x64x64", "NN 2048x2048x2048", "NT 128x784x512", "TN 512x128x784", "TT 128x512x784");
        assertThat(matmul)
                .filteredOn(contender -> contender.work().what().matches("NN (1024|2048)x.*"))
                .extracting(contender -> contender.work().implementation())
                .containsOnly("joust-simd", "joust-opencl:0");
    }

    @Test
    void aQuickRunHasTwoSquaresAndFourLayers() {
        assertThat(what(contenders("matmul --quick --threads 1,2")))
                .containsExactlyInAnyOrder(
                        "NN 256x256x256",
                        "NN 1024x1024x1024",
                        "NN 128x100x256",
                        "NN 128x512x784",
                        "NT 128x784x512",
                        "TN 512x128x784");
    }

    @Test
    void aQuickRunHasOneForkForEachSuiteAndImplementation() {
        RunOptions options = RunOptions.parse("--quick", "--threads", "1,2");
        List<RunSchedule.Unit> units = RunSchedule.of(new RunPlan(options, GRANTS).cases(), options);
        List<RunSchedule.Unit> timed = units.stream()
                .filter(unit -> unit.contenders().stream().noneMatch(Contender::isMachine))
                .toList();
        assertThat(timed)
                .extracting(unit -> unit.contenders().getFirst().work().suite() + " "
                        + unit.contenders().getFirst().contestant())
                .doesNotHaveDuplicates()
                // Six suites on four backends, and transfers to the only one that is no host.
                .hasSize(25);
        assertThat(timed)
                .allSatisfy(unit -> assertThat(unit.contenders())
                        .extracting(Contender::contestant)
                        .containsOnly(unit.contenders().getFirst().contestant()));
    }

    @Test
    void theScheduleOfAQuickRunFitsIntoThreeMinutes() {
        RunOptions options = RunOptions.parse("--quick", "--threads", "1,2");
        assertThat(RunSchedule.of(new RunPlan(options, GRANTS).cases(), options).stream()
                        .mapToDouble(RunSchedule.Unit::seconds)
                        .sum())
                .isLessThan(180);
    }

    @Test
    void forksOfAFullRunTakeTurns() {
        RunOptions options = RunOptions.parse(
                "matmul", "--backend", "simd", "--threads", "1", "--", "-f", "2", "-p", "shape=64", "-p", "product=NN");
        List<RunSchedule.Unit> units = RunSchedule.of(new RunPlan(options, GRANTS.subList(0, 1)).cases(), options);
        assertThat(units)
                .allSatisfy(unit -> assertThat(unit.contenders()).hasSize(1))
                .extracting(unit -> unit.contenders().getFirst().work().implementation())
                .containsExactly("machine", "joust-simd", "naive", "machine", "joust-simd", "naive");
    }

    @Test
    void jmhsParametersReplaceThePlans() {
        assertThat(what(contenders("matmul -- -p shape=7x5x9 -p product=TT,NT")))
                .containsExactlyInAnyOrder("TT 7x5x9", "NT 7x5x9");
        assertThat(what(contenders("gan-step -- -p preset=digits"))).containsExactly("digits");
        assertThat(contenders("activation dense random -- -p pollute=true -p size=8"))
                .allSatisfy(contender ->
                        assertThat(contender.work().implementation()).endsWith("+polluted"));
    }

    @Test
    void stepsSayOnWhatAndAfterHowMany(@TempDir Path folder) {
        SyntheticIdx.write(folder, 1, 1, 1);
        String images = "mnist on " + folder.getFileName();
        assertThat(what(contenders(
                        "gan-step --peers mkl,pytorch-flushed -- -p preset=digits,mnist -p after=1,09 -p images="
                                + folder)))
                .containsExactlyInAnyOrder("digits", "digits after 9", images, images + " after 9");
    }

    @Test
    void peersJoinOnRequest() {
        assertThat(contenders("matmul gan-step --peers all"))
                .extracting(contender -> contender.work().implementation())
                .contains("openblas", "mkl", "netlib", "ejml", "pytorch", "pytorch-by-hand", "pytorch-flushed");
        assertThat(contenders("matmul"))
                .noneMatch(contender -> contender.benchmark().startsWith("Peer"));
        assertThat(contenders("matmul --peers mkl"))
                .extracting(contender -> contender.work().implementation())
                .contains("mkl")
                .doesNotContain("openblas");
    }

    /** It runs on a device: beside a backend that does too, or where it is named, and no peak of the CPU bounds it. */
    @Test
    void clBlastJoinsWhereThereIsOpenCl() {
        assertThat(clBlast("matmul --peers all --threads 1,2", GRANTS))
                .isNotEmpty()
                .allSatisfy(
                        contender -> assertThat(ComparedCase.peakOf(contender)).isEmpty())
                .extracting(Contender::threads)
                .containsOnly(1);
        List<Grant> host = List.of(new Grant("simd", 1, 1, ""));
        assertThat(clBlast("matmul --peers all", host)).isEmpty();
        assertThat(clBlast("matmul --peers clblast", host)).isNotEmpty();
    }

    private static List<Contender> clBlast(String words, List<Grant> grants) {
        return new RunPlan(RunOptions.parse(words.split(" ")), grants)
                .cases().stream()
                        .flatMap(compared -> compared.contenders().stream())
                        .filter(contender -> contender.work().implementation().equals("clblast"))
                        .toList();
    }

    @Test
    void theCpusPeaksBoundTheCpuAndADevicesOwnTriadTheDevice() {
        for (ComparedCase compared : cases("matmul optimizer --threads 1,2")) {
            for (Contender contender : compared.contenders()) {
                boolean host = !"opencl:0".equals(contender.parameters().get("backend"));
                boolean moves = contender.work().suite() == Suite.OPTIMIZER;
                if (!contender.isMachine()) {
                    String expected = host ? "machine" : moves ? "machine-opencl:0" : "none";
                    assertThat(ComparedCase.peakOf(contender)
                                    .map(peak -> peak.work().implementation())
                                    .orElse("none"))
                            .isEqualTo(expected);
                    ComparedCase.peakOf(contender)
                            .ifPresent(peak -> assertThat(compared.machine()).contains(peak));
                }
            }
        }
    }
}
