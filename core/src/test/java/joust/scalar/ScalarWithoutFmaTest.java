package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.backend.testing.ChildJvm;
import joust.backend.testing.TestRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a processor without fused multiply-add the scalar backend multiplies, then adds, in the same order. */
@Tag("childjvm")
class ScalarWithoutFmaTest {
    /** Runs the contract and tells how the backend rounds. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws ClassNotFoundException {
            try (Backend backend = Backends.open("scalar")) {
                System.out.println("arithmetic: " + backend.arithmetic().label());
            }
            TestRun.main(new String[] {ScalarBackendTest.class.getName()});
        }
    }

    @Test
    void theContractHoldsWithoutFusedMultiplyAdd() {
        ChildJvm.Result result = ChildJvm.run(List.of("-XX:-UseFMA"), Child.class);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("arithmetic: multiply-add")
                .contains("ScalarBackendTest: ")
                .contains("skipped []");
    }
}
