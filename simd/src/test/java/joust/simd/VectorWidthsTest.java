package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import joust.backend.testing.ChildJvm;
import joust.backend.testing.TestRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels' tests at vector widths other than the machine's preferred one, and without fused multiply-add. */
@Tag("childjvm")
class VectorWidthsTest {
    private static final List<Class<?>> TESTS = List.of(
            ElementwiseAgreementTest.class,
            ElementaryAgreementTest.class,
            LossAgreementTest.class,
            OptimizerAgreementTest.class,
            ReductionAgreementTest.class,
            RandomAgreementTest.class);

    @ParameterizedTest
    @ValueSource(strings = {"-Djoust.simd.bits=128", "-Djoust.simd.bits=256", "-XX:-UseFMA"})
    void theKernelsHaveTheScalarBitsThereToo(String flag) {
        String[] names = TESTS.stream().map(Class::getName).toArray(String[]::new);
        ChildJvm.Result result =
                ChildJvm.run(List.of("--add-modules=jdk.incubator.vector", flag), TestRun.class, names);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains(Stream.of(names).map(name -> name + ": ").toList());
    }
}
