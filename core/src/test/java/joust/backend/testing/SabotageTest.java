package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.backend.Store;
import joust.backend.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract notices a backend that does one operation wrong, and tells what it saw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SabotageTest {
    private static final String ORDER = "against the documented order, 'out";
    private static final String REFERENCE = "against the double-precision reference";
    private static final String POISON = "still holds the NaN of before the call";
    private static final ContractSizes SIZES = new ContractSizes(4, 3, 8, 32, 301);
    private static final int LARGEST = 2000;

    private final Backend sound = Backends.open("scalar");
    private final List<OperationCase> cases = Catalogue.all(SIZES).stream()
            .filter(each -> each.operands().stream().allMatch(operand -> operand.size() <= LARGEST))
            .toList();

    @AfterAll
    void close() {
        sound.close();
    }

    static Stream<Arguments> faultsOfKernels() {
        return Stream.of(
                fault("matmul", Sabotages::oneUnitInTheLastPlace, ORDER),
                fault("matmul", Sabotages::productSummedInDouble, ORDER),
                fault("matmul", Sabotages::backToFront, REFERENCE),
                fault("matmul", call -> call.with(4, Store.OVERWRITE).proceed(), REFERENCE),
                fault("matmul", call -> call.with(4, Store.ADD).proceed(), POISON),
                fault("matmul", call -> call.with(0, false).proceed(), "threw"),
                fault("dense", Sabotages::biasAtTheStartOfTheChain, "against the documented order, 'y'"),
                fault("denseBackwardWeights", Sabotages::biasGradientForgotten, POISON),
                fault("denseBackwardInput", Sabotages::lastElementForgotten, POISON),
                fault("addBias", Sabotages::oneUnitInTheLastPlace, REFERENCE),
                fault("activate", Sabotages::negativeZeroPassed, "expected 0.0 (0x00000000), actual -0.0 (0x80000000)"),
                fault("activate", Sabotages::notANumberSwallowed, "expected NaN"),
                fault("activateBackward", Sabotages::notANumberSwallowed, "expected NaN"),
                fault("activateSecondDerivative", Sabotages::denormalsFlushed, "0.0 (0x00000000)"),
                fault("multiply", Sabotages::denormalsFlushed, REFERENCE),
                fault("scale", Sabotages::lastElementForgotten, POISON),
                fault("scale", Sabotages::writesBehind, "1 floats behind 'x = y'"),
                fault("scale", Sabotages::writesBefore, "1 floats before 'x = y'"),
                fault("addScaled", Sabotages::inputChanged, "the input 'x' 1x1 was changed at [0,0]"),
                fault("clamp", Sabotages::notANumberSwallowed, "expected NaN"),
                fault("clampBackward", call -> call.with(0, -9f).proceed(), "differs in"),
                fault("sum", Sabotages::summedInPlainOrder, ORDER),
                fault("sum", Sabotages::refused, "threw java.lang.UnsupportedOperationException: not in this release"),
                fault("sumOfSquares", call -> call.with(1, Store.OVERWRITE).proceed(), REFERENCE),
                fault("sumRows", call -> call.with(1, Store.ADD).proceed(), POISON),
                fault("rowSumOfSquares", Sabotages::oneUnitInTheLastPlace, ORDER),
                fault("countAbove", call -> call.with(1, -1f).proceed(), REFERENCE));
    }

    static Stream<Arguments> faultsOfLossesAndUpdates() {
        return Stream.of(
                fault("adversarialLoss", call -> call.with(2, 1f).proceed(), REFERENCE),
                fault("adversarialLoss", Sabotages::notANumberSwallowed, "expected NaN"),
                fault("twoClassCrossEntropy", call -> call.with(0, 1).proceed(), REFERENCE),
                fault("softmaxCrossEntropy", Sabotages::oneUnitInTheLastPlace, "against the documented order"),
                fault("squaredError", call -> call.with(2, 1f).proceed(), "'gradient'"),
                fault("sgd", call -> call.with(0, 0.049).proceed(), REFERENCE),
                fault("momentum", call -> call.with(1, 0.8).proceed(), "'accumulator'"),
                fault("nesterov", call -> call.with(0, 0.0).proceed(), "'parameters'"),
                fault("rmsProp", call -> call.with(2, 1e-3).proceed(), REFERENCE),
                fault("adam", call -> call.with(3, 1e-5).proceed(), REFERENCE),
                fault("adamW", call -> call.with(0, 0.0).proceed(), "'parameters'"),
                fault("decay", Sabotages::oneUnitInTheLastPlace, "differs in"),
                fault("addDecay", call -> call.with(0, 0.0024).proceed(), REFERENCE),
                fault("clip", Sabotages::notANumberSwallowed, "expected NaN"),
                fault("movingAverage", call -> call.with(0, 0.5).proceed(), REFERENCE));
    }

    static Stream<Arguments> faultsOfMovesAndDraws() {
        return Stream.of(
                fault("copy", Sabotages::lastElementForgotten, POISON),
                fault("fill", call -> call.with(1, 1f).proceed(), "differs in"),
                fault("copyRows", call -> call.with(1, 0).proceed(), "differs in"),
                fault("gatherRows", call -> call.with(3, 1L).proceed(), "differs in"),
                fault("concatColumns", Sabotages::columnsSwapped, "differs in"),
                fault("splitColumns", Sabotages::writesBehind, "wrote outside of its tensors"),
                fault("uniform", call -> call.with(2, 1L).proceed(), REFERENCE),
                fault("uniform", call -> call.with(3, 0.01f).proceed(), REFERENCE),
                fault("normal", Sabotages::oneUnitInTheLastPlace, ORDER),
                fault("normal", Sabotages::backToFront, REFERENCE));
    }

    @ParameterizedTest
    @MethodSource({"faultsOfKernels", "faultsOfLossesAndUpdates", "faultsOfMovesAndDraws"})
    void aFaultIsFoundAndTold(String operation, Consumer<SabotagedCall> fault, String told) {
        Backend broken = new Sabotage(operation, fault).of(sound);
        assertThatThrownBy(() -> hold(broken, operation))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(operation + " (")
                .hasMessageContaining(told);
    }

    @Test
    void aBackendWithATolerantDeviceIsHeldToTheReferenceOnly() {
        Backend close =
                new Sabotage("rowSumOfSquares", Sabotages::oneUnitInTheLastPlace, Arithmetic.TOLERANCE).of(sound);
        Backend far = new Sabotage("rowSumOfSquares", Sabotages::aThousandthTooMuch, Arithmetic.TOLERANCE).of(sound);
        assertThatNoException().isThrownBy(() -> hold(close, "rowSumOfSquares"));
        assertThatThrownBy(() -> hold(far, "rowSumOfSquares")).hasMessageContaining(REFERENCE);
    }

    @Test
    void aBackendThatCountsNoWritesIsFound() {
        try (Tensor tensor = sound.allocate(1, 1)) {
            Backend unchecked = tensor.owner();
            assertThatThrownBy(() -> hold(unchecked, "copy")).hasMessageContaining("the version of the root of");
        }
    }

    @Test
    void theSoundBackendPasses() {
        cases.stream().map(OperationCase::operation).distinct().forEach(operation -> hold(sound, operation));
    }

    private void hold(Backend backend, String operation) {
        new Subject(backend, SIZES, 1, 1)
                .hold(cases.stream()
                        .filter(each -> each.operation().equals(operation))
                        .toList());
    }

    private static Arguments fault(String operation, Consumer<SabotagedCall> fault, String told) {
        return arguments(operation, fault, told);
    }
}
