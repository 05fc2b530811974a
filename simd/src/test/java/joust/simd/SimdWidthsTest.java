package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.backend.testing.ChildJvm;
import joust.backend.testing.TestRun;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suites at the widths that this Java machine does not prefer, and without fused multiply-add. */
@Tag("childjvm")
class SimdWidthsTest {
    /** Tells how the backend computes and runs the suites. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws ClassNotFoundException {
            try (Backend backend = Backends.open("simd")) {
                System.out.println(backend.arithmetic().label() + " on " + backend.device());
            }
            TestRun.main(
                    new String[] {SimdBackendTest.class.getName(), SimdBitContractTest.OnThreeThreads.class.getName()});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void theContractHoldsAtEveryWidth(int bits) {
        if (bits > VectorWidth.widest()) {
            String message = "Skipped the suites at " + bits + " bits: the vectors of this machine have at most "
                    + VectorWidth.widest();
            System.out.println(message);
            Assumptions.abort(message);
        }
        if (bits == VectorWidth.chosen()) {
            return;
        }
        assertThat(run("-D" + Lanes.PROPERTY + "=" + bits)).contains(bits + "-bit vectors");
    }

    @Test
    void theContractHoldsWithoutFusedMultiplyAdd() {
        assertThat(run("-XX:-UseFMA")).contains("multiply-add on ");
    }

    private static String run(String flag) {
        List<String> flags = new ArrayList<>(List.of("--add-modules=" + JavaMachine.VECTOR_MODULE, flag));
        ChildJvm.Result result = ChildJvm.run(flags, Child.class);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("SimdBackendTest: ", "OnThreeThreads: ")
                .doesNotContain(" 0 passed");
        return result.output();
    }
}
