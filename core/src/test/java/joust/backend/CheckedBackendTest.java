package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckedBackendTest {
    private static final Set<String> WITHOUT_TENSORS =
            Set.of("name", "device", "arithmetic", "threads", "self", "synchronize", "close", "allocate");

    private final RecordingBackend raw = new RecordingBackend("recording");
    private final CheckedBackend checked = CheckedBackend.wrap(raw.backend());
    private final Backend other = CheckedBackend.wrap(new RecordingBackend("other").backend());

    static List<GoodCall> calls() {
        return GoodCalls.all().toList();
    }

    @Test
    void everyOperationIsOverriddenSoThatNoDefaultHidesAFusedKernel() throws NoSuchMethodException {
        for (Method method : Backend.class.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            Method found = CheckedBackend.class.getMethod(method.getName(), method.getParameterTypes());
            assertThat(found.getDeclaringClass().isInterface())
                    .as(method.toString())
                    .isFalse();
        }
    }

    @Test
    void everyOperationHasACallInTheTable() {
        Set<String> expected = Arrays.stream(Backend.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !WITHOUT_TENSORS.contains(name))
                .collect(Collectors.toSet());
        assertThat(calls()).extracting(GoodCall::operation).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void goodCallReachesTheDelegateOnceWithItsArguments(GoodCall call) throws Throwable {
        Map<String, Object> made = call.make(checked);
        call.run(checked, made);
        if (!call.operation().equals("view")) {
            assertThat(raw.calls())
                    .containsExactly(new RecordingBackend.Call(call.operation(), List.copyOf(made.values())));
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void tensorOfAnotherBackendIsRefused(GoodCall call) {
        for (String name : call.tensors()) {
            Map<String, Object> made = call.make(checked);
            Tensor foreign =
                    other.allocate(call.shapeOf(name).rows(), call.shapeOf(name).cols());
            made.put(name, foreign);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> call.run(checked, made))
                    .withMessage(call.operation() + ": " + name + " " + foreign.shape()
                            + " was allocated by another backend, other, expected one of this backend, recording");
            assertNothingHappened(made);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void closedTensorIsRefused(GoodCall call) {
        for (String name : call.tensors()) {
            Map<String, Object> made = call.make(checked);
            Tensor closed = GoodCall.tensor(made, name);
            closed.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> call.run(checked, made))
                    .withMessage(call.operation() + ": " + name + " " + closed.shape() + " is closed");
            assertNothingHappened(made);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void viewOfAClosedRootIsRefused(GoodCall call) {
        for (String name : call.tensors()) {
            Map<String, Object> made = call.make(checked);
            Tensor root = checked.allocate(9, 1000);
            Tensor view = checked.view(
                    root, 7, call.shapeOf(name).rows(), call.shapeOf(name).cols());
            made.put(name, view);
            root.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> call.run(checked, made))
                    .withMessage(
                            call.operation() + ": " + name + " " + view.shape() + " is closed, with its root 9x1000");
            assertNothingHappened(made);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nullIsRefused(GoodCall call) {
        for (var parameter : call.method().getParameters()) {
            if (parameter.getType().isPrimitive()) {
                continue;
            }
            Map<String, Object> made = call.make(checked);
            made.put(parameter.getName(), null);
            assertThatNullPointerException()
                    .isThrownBy(() -> call.run(checked, made))
                    .withMessage(call.operation() + ": " + parameter.getName() + " is null");
            assertNothingHappened(made);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void closedBackendRefusesEverything(GoodCall call) {
        Map<String, Object> made = call.make(checked);
        checked.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> call.run(checked, made))
                .withMessage(call.operation() + ": backend recording is closed");
        assertThat(raw.calls()).extracting(RecordingBackend.Call::operation).containsExactly("close");
    }

    @Test
    void closedBackendRefusesAlsoWhatTakesNoTensor() {
        checked.close();
        assertThatIllegalStateException().isThrownBy(checked::close).withMessage("close: backend recording is closed");
        assertThatIllegalStateException()
                .isThrownBy(checked::synchronize)
                .withMessage("synchronize: backend recording is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> checked.allocate(1, 1))
                .withMessage("allocate: backend recording is closed");
    }

    @Test
    void backendThatFailsToCloseCountsAsClosed() {
        raw.inside(operation -> {
            throw new BackendException("device lost");
        });
        assertThatExceptionOfType(BackendException.class).isThrownBy(checked::close);
        assertThatIllegalStateException().isThrownBy(checked::close);
    }

    @Test
    void descriptionIsTheDelegatesAndStaysAfterClose() {
        checked.close();
        assertThat(checked.name()).isEqualTo("recording");
        assertThat(checked.device()).isEqualTo("a recorder");
        assertThat(checked.arithmetic()).isEqualTo(Arithmetic.FMA);
        assertThat(checked.threads()).isEqualTo(3);
    }

    @Test
    void synchronizeReachesTheDelegate() {
        checked.synchronize();
        assertThat(raw.calls()).containsExactly(new RecordingBackend.Call("synchronize", List.of()));
    }

    @Test
    void selfIsTheCheckedBackendAndWrappingTwiceIsWrappingOnce() {
        assertThat(checked.self()).isSameAs(checked);
        assertThat(CheckedBackend.wrap(checked)).isSameAs(checked);
    }

    @Test
    void tensorsBelongToTheDelegate() {
        Tensor root = checked.allocate(2, 3);
        assertThat(root.owner()).isSameAs(raw.backend());
        assertThat(checked.view(root, 1, 1, 5).owner()).isSameAs(raw.backend());
    }

    @Test
    void failingDelegateLeavesTheBackendUsableAndItsOutputCountedAsWritten() {
        Tensor tensor = checked.allocate(1, 1);
        raw.inside(operation -> {
            throw new BackendException("device lost");
        });
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> checked.fill(tensor, 1))
                .withMessage("device lost");
        assertThat(tensor.version()).isEqualTo(1);
        raw.inside(operation -> {});
        checked.fill(tensor, 1);
        assertThat(tensor.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void secondThreadIsRefusedWhileAFirstIsInside(GoodCall call) throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        raw.inside(operation -> {
            if (Thread.currentThread().getName().equals("first")) {
                entered.countDown();
                leave.await();
            }
        });
        Map<String, Object> made = call.make(checked);
        Thread first = new Thread(checked::synchronize, "first");
        first.start();
        entered.await();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> call.run(checked, made))
                    .withMessage(
                            "%s: thread '%s' called while thread 'first' is using recording; one thread at a time may use a backend",
                            call.operation(), Thread.currentThread().getName());
        } finally {
            leave.countDown();
            first.join();
        }
        checked.synchronize();
        assertThat(raw.calls())
                .extracting(RecordingBackend.Call::operation)
                .containsExactly("synchronize", "synchronize");
    }

    private void assertNothingHappened(Map<String, Object> made) {
        assertThat(raw.calls()).isEmpty();
        for (Object argument : made.values()) {
            if (argument instanceof Tensor tensor) {
                assertThat(tensor.version()).isZero();
            }
        }
    }
}
