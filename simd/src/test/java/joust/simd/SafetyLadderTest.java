package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import joust.backend.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java machines whose flags make vectors slow or impossible use the scalar backend and say why. */
@Tag("childjvm")
class SafetyLadderTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    /** Opens the backend in every way and prints what comes of it. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            open("simd");
            try {
                new SimdProvider().open(BackendName.parse("simd"), BackendOptions.DEFAULT);
                System.out.println("provider: opened");
            } catch (BackendUnavailableException e) {
                System.out.println("provider: " + e.getMessage());
            }
            open("auto");
        }

        private static void open(String name) {
            List<String> log = new ArrayList<>();
            try (Backend backend = Backends.open(name, BackendOptions.DEFAULT, log::add)) {
                System.out.println(name + ": opened " + backend.name() + ", "
                        + backend.arithmetic().label());
            } catch (BackendUnavailableException e) {
                System.out.println(name + ": " + e.getMessage());
            }
            System.out.println(name + " logged " + log.size() + " " + log);
        }
    }

    private static List<String> run(String... flags) {
        ChildJvm.Result result = ChildJvm.run(List.of(flags), Child.class);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output().lines().toList();
    }

    private static void assertRefused(List<String> lines, String reasonAndRemedy) {
        assertThat(lines)
                .contains(
                        "simd: backend simd is not available here: " + reasonAndRemedy,
                        "provider: backend simd is not available here: " + reasonAndRemedy)
                .anyMatch(line -> line.startsWith("auto: opened scalar, "))
                .anyMatch(line -> line.startsWith("auto logged 1 [auto chose scalar (")
                        && line.contains("Not simd: " + reasonAndRemedy));
    }

    @Test
    void withoutTheModule() {
        assertRefused(
                run(),
                "Java was started without the module jdk.incubator.vector; "
                        + "start Java with --add-modules=jdk.incubator.vector");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Xint | interpreted mode",
                "-XX:TieredStopAtLevel=1 | mixed mode, emulated-client",
                "-XX:TieredStopAtLevel=3 | mixed mode",
                "-XX:CompilationMode=quick-only | mixed mode, emulated-client"
            })
    void withoutC2(String flag, String mode) {
        assertRefused(
                run(MODULE, "-Xshare:off", flag),
                "the compiler C2, which knows vectors, is off (" + System.getProperty("java.vm.name") + ", " + mode
                        + "); start Java without -Xint, -XX:TieredStopAtLevel and other flags that leave out C2");
    }

    @Test
    void withoutAvx2() {
        List<String> lines = run(MODULE, "-XX:+IgnoreUnrecognizedVMOptions", "-XX:UseAVX=1");
        if (System.getProperty("os.arch").equals("aarch64")) {
            assertOpened(lines);
        } else {
            assertRefused(
                    lines,
                    "AVX2 is off (UseAVX is 1); "
                            + "start Java without -XX:UseAVX, or use scalar where the processor has no AVX2");
        }
    }

    @Test
    void withVectorsOfTwoNumbers() {
        assertRefused(
                run(MODULE, "-XX:MaxVectorSize=8"),
                "the vectors of this Java machine have 64 bits, expected at least 128; "
                        + "start Java without -XX:MaxVectorSize, or use scalar where the processor has no wider ones");
    }

    @Test
    void withAWidthThatIsNone() {
        assertRefused(
                run(MODULE, "-Djoust.simd.bits=96"),
                "joust.simd.bits is '96', expected preferred, 128, 256 or 512; "
                        + "correct -Djoust.simd.bits or leave it out");
    }

    @Test
    void withAWidthThatTheMachineDoesNotHave() {
        assertRefused(
                run(MODULE, "-XX:MaxVectorSize=16", "-Djoust.simd.bits=256"),
                "joust.simd.bits is 256, but the vectors of this machine have at most 128 bits; "
                        + "leave -Djoust.simd.bits out, or set it to at most 128");
    }

    @Test
    void withoutFusedMultiplyAddItOpensAndRoundsTwice() {
        List<String> lines = run(MODULE, "-XX:-UseFMA");
        assertThat(lines).contains("simd: opened simd, multiply-add", "auto: opened simd, multiply-add");
    }

    @ParameterizedTest
    @CsvSource({"-XX:-TieredCompilation", "-XX:CompilationMode=high-only", "-XX:MaxVectorSize=16", "-Xmx64m"})
    void withFlagsThatDoNoHarmItOpens(String flag) {
        assertOpened(run(MODULE, flag));
    }

    private static void assertOpened(List<String> lines) {
        assertThat(lines).contains("simd: opened simd, fma", "provider: opened", "auto: opened simd, fma");
        assertThat(lines).anyMatch(line -> line.startsWith("auto logged 1 [auto chose simd ("));
    }
}
