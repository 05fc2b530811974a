package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The self-test on the scalar backend, and on scalar backends of which one operation was made wrong. */
class SelfTestTest {
    private final Backend reference = Backends.open("scalar");

    @AfterEach
    void close() {
        reference.close();
    }

    static Stream<GoodCall> operations() {
        Set<String> moveOnly = Set.of("view", "upload", "download");
        return GoodCalls.all().filter(call -> !moveOnly.contains(call.operation()));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                arguments(false, false, Store.OVERWRITE),
                arguments(false, true, Store.OVERWRITE),
                arguments(true, false, Store.OVERWRITE),
                arguments(true, true, Store.ADD));
    }

    /** Changes the tensors that an operation wrote. */
    private interface Damage {
        void to(HostTensor output);
    }

    /** A scalar backend that damages what one operation wrote, and claims to round in its own way. */
    private static Backend damaged(Arithmetic arithmetic, GoodCall call, Damage damage) {
        return damaged(arithmetic, call, arguments -> true, damage);
    }

    /** The same, where the arguments are such. */
    private static Backend damaged(Arithmetic arithmetic, GoodCall call, Predicate<Object[]> when, Damage damage) {
        Backend sound = rawScalar();
        return CheckedBackend.wrap((Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    Object result = invoke(method, sound, arguments);
                    if (method.getName().equals(call.operation()) && when.test(arguments)) {
                        var parameters = method.getParameters();
                        for (int i = 0; i < parameters.length; i++) {
                            if (call.writes().contains(parameters[i].getName())
                                    && !parameters[i].getName().equals("scratch")) {
                                damage.to((HostTensor) arguments[i]);
                            }
                        }
                    }
                    return switch (method.getName()) {
                        case "allocate" -> HostTensor.allocate((Backend) proxy, (int) arguments[0], (int) arguments[1]);
                        case "arithmetic" -> arithmetic;
                        default -> result;
                    };
                }));
    }

    private static Object invoke(Method method, Backend backend, Object[] arguments) throws Throwable {
        try {
            return method.invoke(backend, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Backend rawScalar() {
        Backend checked = Backends.open("scalar");
        return checked.allocate(1, 1).owner();
    }

    private static void flipLowestBit(HostTensor output) {
        int last = output.start() + output.size() - 1;
        output.array()[last] = Float.intBitsToFloat(Float.floatToRawIntBits(output.array()[last]) ^ 1);
    }

    private static void add(HostTensor output, float number) {
        for (int i = output.start(); i < output.start() + output.size(); i++) {
            output.array()[i] += number;
        }
    }

    private static void scale(HostTensor output, float factor) {
        for (int i = output.start(); i < output.start() + output.size(); i++) {
            output.array()[i] *= factor;
        }
    }

    private static void replace(HostTensor output, float old, float replacement) {
        for (int i = output.start(); i < output.start() + output.size(); i++) {
            if (Float.floatToIntBits(output.array()[i]) == Float.floatToIntBits(old)) {
                output.array()[i] = replacement;
            }
        }
    }

    @Test
    void scalarAgreesWithItself() {
        try (Backend candidate = Backends.open("scalar")) {
            SelfTest.Verdict verdict = SelfTest.run(candidate, reference);
            assertThat(verdict.passed()).isTrue();
            assertThat(verdict).hasToString("passed");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void oneWrongBitInAnyOperationIsFoundAndNamed(GoodCall call) {
        try (Backend candidate = damaged(reference.arithmetic(), call, SelfTestTest::flipLowestBit)) {
            SelfTest.Verdict verdict = SelfTest.run(candidate, reference);
            assertThat(verdict.passed()).isFalse();
            SelfTest.Difference difference = verdict.difference();
            assertThat(difference).isNotNull();
            assertThat(Float.floatToRawIntBits(difference.expected()) ^ Float.floatToRawIntBits(difference.found()))
                    .isOne();
            boolean product = call.operation().equals("matmul");
            assertThat(difference.operation()).isEqualTo(product ? "fused multiply-add" : call.operation());
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void oneWrongBitInAnyKindOfProductIsFound(boolean transposeA, boolean transposeB, Store store) {
        Predicate<Object[]> kind = arguments -> arguments[0].equals(transposeA)
                && arguments[2].equals(transposeB)
                && arguments[4] == store
                && ((Tensor) arguments[5]).size() > 1;
        GoodCall matmul = GoodCalls.named("matmul");
        try (Backend candidate = damaged(reference.arithmetic(), matmul, kind, SelfTestTest::flipLowestBit)) {
            assertThat(SelfTest.run(candidate, reference)).asString().startsWith("matmul");
        }
    }

    @ParameterizedTest
    @MethodSource("tolerances")
    void otherArithmeticMayDifferWithinItsTolerance(Arithmetic arithmetic, float allowed, float refused) {
        GoodCall movingAverage = GoodCalls.named("movingAverage");
        try (Backend close = damaged(arithmetic, movingAverage, output -> add(output, allowed));
                Backend far = damaged(arithmetic, movingAverage, output -> add(output, refused))) {
            assertThat(SelfTest.run(close, reference).passed()).isTrue();
            assertThat(SelfTest.run(far, reference)).asString().startsWith("movingAverage, element 0 of 1x1 is 0x");
        }
    }

    static Stream<Arguments> tolerances() {
        return Stream.of(
                arguments(Arithmetic.FMA, 0f, 0x1p-20f),
                arguments(Arithmetic.MULTIPLY_ADD, 0x1p-13f, 0x1p-11f),
                arguments(Arithmetic.TOLERANCE, 0x1p-13f, 0x1p-11f),
                arguments(Arithmetic.TF32, 0x1p-6f, 0x1p-4f));
    }

    @Test
    void toleranceIsAShareOfLargeNumbers() {
        GoodCall normal = GoodCalls.named("normal");
        try (Backend close = damaged(Arithmetic.TOLERANCE, normal, output -> scale(output, 1 + 0x1p-13f));
                Backend far = damaged(Arithmetic.TOLERANCE, normal, output -> scale(output, 1 + 0x1p-11f))) {
            assertThat(SelfTest.run(close, reference).passed()).isTrue();
            assertThat(SelfTest.run(far, reference).passed()).isFalse();
        }
    }

    @Test
    void signOfZeroAndNanInsteadOfANumberAreDifferences() {
        GoodCall fill = GoodCalls.named("fill");
        for (float wrong : new float[] {0f, Float.NaN}) {
            for (Arithmetic arithmetic : new Arithmetic[] {reference.arithmetic(), Arithmetic.TOLERANCE}) {
                try (Backend candidate = damaged(arithmetic, fill, output -> replace(output, -0f, wrong))) {
                    assertThat(SelfTest.run(candidate, reference).passed())
                            .isEqualTo(wrong == 0 && arithmetic == Arithmetic.TOLERANCE);
                }
            }
        }
    }

    @Test
    void nothingStaysAllocatedAlsoWhenAnOperationFails() {
        List<Tensor> allocated = new ArrayList<>();
        GoodCall clip = GoodCalls.named("clip");
        try (Backend candidate = damaged(reference.arithmetic(), clip, output -> {
            throw new BackendException("device lost");
        })) {
            Backend counting = (Backend) Proxy.newProxyInstance(
                    Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                        Object result = invoke(method, candidate, arguments);
                        if (result instanceof Tensor tensor) {
                            allocated.add(tensor);
                        }
                        return result;
                    });
            assertThatExceptionOfType(BackendException.class).isThrownBy(() -> SelfTest.run(counting, reference));
            assertThat(allocated).hasSizeGreaterThan(50).allMatch(Tensor::isClosed);
        }
    }
}
