package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import joust.backend.Discovery.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps with Java machines that are not at hand; {@link SafetyLadderTest} provokes the others. */
class SimdSupportTest {
    private static final String HOTSPOT = "OpenJDK 64-Bit Server VM";
    private static final String MIXED = "mixed mode, sharing";

    private static JavaMachine machine(String name, String info, String architecture, Map<String, String> flags) {
        return new JavaMachine(name, info, architecture, true, flags);
    }

    @Test
    void theMachineOfTheseTestsPasses() {
        assertThat(SimdSupport.problem()).isEmpty();
        JavaMachine current = JavaMachine.current();
        assertThat(current.hasVectorModule()).isTrue();
        assertThat(current.flags()).containsEntry("TieredStopAtLevel", "4");
    }

    @ParameterizedTest
    @CsvSource({
        "OpenJDK 64-Bit Server VM, amd64, 2",
        "Java HotSpot(TM) 64-Bit Server VM, x86_64, 3",
        "OpenJDK 64-Bit Server VM, aarch64, 0"
    })
    void hotSpotPassesUnderItsNames(String name, String architecture, String avx) {
        assertThat(SimdSupport.problem(machine(name, MIXED, architecture, Map.of("UseAVX", avx))))
                .isEmpty();
    }

    @Test
    void aMachineThatCannotBeAskedForFlagsPasses() {
        assertThat(SimdSupport.problem(machine(HOTSPOT, MIXED, "amd64", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Eclipse OpenJ9 VM", "Substrate VM"})
    void otherMachinesAreNamed(String name) {
        assertThat(SimdSupport.problem(machine(name, "JRE 25", "amd64", Map.of())))
                .contains(new Problem(
                        "this Java machine, " + name + ", is not HotSpot, and its compiler has no vectors",
                        "use a JDK with HotSpot, such as Eclipse Temurin"));
    }

    @ParameterizedTest
    @CsvSource({
        "OpenJDK 64-Bit Server VM, 'mixed mode, emulated-client', true, true, 4, true",
        "OpenJDK 64-Bit Server VM, 'interpreted mode, sharing', true, true, 4, true",
        "OpenJDK 64-Bit Server VM, mixed mode, false, true, 4, true",
        "OpenJDK 64-Bit Server VM, mixed mode, true, true, 3, true",
        "OpenJDK 64-Bit Server VM, mixed mode, true, false, 3, false",
        "OpenJDK 64-Bit Server VM, mixed mode, true, false, 0, true",
        "OpenJDK Client VM, mixed mode, true, true, 4, true",
        "OpenJDK 64-Bit Minimal VM, mixed mode, true, true, 4, true",
        "OpenJDK 64-Bit Server VM, compiled mode, true, true, 4, false",
    })
    void withoutC2ThereAreNoVectors(
            String name, String info, String compiler, String tiered, String level, boolean refused) {
        Map<String, String> flags =
                Map.of("UseCompiler", compiler, "TieredCompilation", tiered, "TieredStopAtLevel", level);
        Optional<Problem> problem = SimdSupport.problem(machine(name, info, "amd64", flags));
        assertThat(problem.map(Problem::reason))
                .isEqualTo(
                        refused
                                ? Optional.of(
                                        "the compiler C2, which knows vectors, is off (" + name + ", " + info + ")")
                                : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"preferred,256,256,true", "256,256,256,true", "512,256,512,true", "512,256,256,false", "128,64,64,false"
    })
    void theWidthHasToExist(String bits, int preferred, int widest, boolean passes) {
        assertThat(SimdSupport.unavailableWidth(bits, preferred, widest).isEmpty())
                .isEqualTo(passes);
    }
}
