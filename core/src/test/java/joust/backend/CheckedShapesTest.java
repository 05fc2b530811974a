package joust.backend;

import static joust.backend.GoodCall.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes that do not agree, one at a time in a call that is good otherwise. */
class CheckedShapesTest {
    private final RecordingBackend raw = new RecordingBackend("recording");
    private final CheckedBackend checked = CheckedBackend.wrap(raw.backend());

    static Stream<Arguments> arrangements() {
        return Stream.of(
                bad(
                        "copyRows",
                        "destination",
                        shape(3, 4),
                        "source is 4x3, destination is 3x4; expected equal columns"),
                bad("gatherRows", "out", shape(6, 4), "source is 4x3, out is 6x4; expected equal columns"),
                bad("concatColumns", "left", shape(3, 3), "left is 3x3, right is 2x4, out is 2x7; " + beside("out")),
                bad("concatColumns", "right", shape(2, 5), "left is 2x3, right is 2x5, out is 2x7; " + beside("out")),
                bad("concatColumns", "right", shape(1, 4), "left is 2x3, right is 1x4, out is 2x7; " + beside("out")),
                bad("concatColumns", "out", shape(3, 7), "left is 2x3, right is 2x4, out is 3x7; " + beside("out")),
                bad("concatColumns", "out", shape(2, 8), "left is 2x3, right is 2x4, out is 2x8; " + beside("out")),
                bad(
                        "splitColumns",
                        "source",
                        shape(3, 7),
                        "left is 2x3, right is 2x4, source is 3x7; " + beside("source")),
                bad(
                        "splitColumns",
                        "left",
                        shape(2, 2),
                        "left is 2x2, right is 2x4, source is 2x7; " + beside("source")),
                bad(
                        "splitColumns",
                        "right",
                        shape(3, 4),
                        "left is 2x3, right is 3x4, source is 2x7; " + beside("source")));
    }

    private static String beside(String whole) {
        return "expected equal rows, and " + whole + ".cols = left.cols + right.cols";
    }

    static Stream<Arguments> products() {
        return Stream.of(
                bad(
                        "matmul",
                        "b",
                        shape(128, 784),
                        "a is 64x100, b is 128x784 (a.cols 100 != b.rows 128); out is 64x78"),
                bad(
                        "matmul",
                        "transposeA",
                        true,
                        "a is 64x100 transposed, b is 100x78 (a.rows 64 != b.rows 100); out is 64x78"),
                bad(
                        "matmul",
                        "transposeB",
                        true,
                        "a is 64x100, b is 100x78 transposed (a.cols 100 != b.cols 78); out is 64x78"),
                bad("matmul", "out", shape(63, 78), "out is 63x78, expected 64x78; a is 64x100, b is 100x78"),
                bad("matmul", "out", shape(64, 77), "out is 64x77, expected 64x78; a is 64x100, b is 100x78"),
                bad("addBias", "bias", shape(1, 4), "bias is 1x4, expected 1x3; y is 2x3"),
                bad("addBias", "bias", shape(3, 1), "bias is 3x1, expected 1x3; y is 2x3"),
                bad("dense", "x", shape(2, 5), "x is 2x5, w is 3x4 (x.cols 5 != w.rows 3); bias is 1x4, y is 2x4"),
                bad("dense", "bias", shape(1, 3), "bias is 1x3, expected 1x4; w is 3x4"),
                bad("dense", "bias", shape(2, 4), "bias is 2x4, expected 1x4; w is 3x4"),
                bad("dense", "y", shape(3, 4), "y is 3x4, expected 2x4; x is 2x3, w is 3x4"),
                bad("dense", "y", shape(2, 3), "y is 2x3, expected 2x4; x is 2x3, w is 3x4"),
                bad(
                        "denseBackwardInput",
                        "w",
                        shape(3, 5),
                        "gradient is 2x4, w is 3x5 (gradient.cols 4 != w.cols 5); yBelow is 2x3, gradientBelow is 2x3"),
                bad(
                        "denseBackwardInput",
                        "yBelow",
                        shape(1, 3),
                        "yBelow is 1x3, expected 2x3; gradient is 2x4, w is 3x4"),
                bad(
                        "denseBackwardInput",
                        "gradientBelow",
                        shape(2, 4),
                        "gradientBelow is 2x4, expected 2x3; gradient is 2x4, w is 3x4"),
                bad(
                        "denseBackwardWeights",
                        "gradient",
                        shape(3, 4),
                        "x is 2x3, gradient is 3x4 (x.rows 2 != gradient.rows 3); gradientW is 3x4, gradientBias is 1x4"),
                bad(
                        "denseBackwardWeights",
                        "gradientW",
                        shape(4, 3),
                        "gradientW is 4x3, expected 3x4; x is 2x3, gradient is 2x4"),
                bad(
                        "denseBackwardWeights",
                        "gradientBias",
                        shape(1, 3),
                        "gradientBias is 1x3, expected 1x4; gradient is 2x4"));
    }

    static Stream<Arguments> reductions() {
        return Stream.concat(
                Stream.of("sum", "sumOfSquares", "countAbove")
                        .flatMap(operation -> Stream.of(
                                bad(operation, "out", shape(2, 1), "out is 2x1, expected 1x1"),
                                bad(
                                        operation,
                                        "x",
                                        shape(1, 8192),
                                        "scratch is 1x1, expected at least 3 elements; x is 1x8192"))),
                Stream.of(
                        bad("sumRows", "out", shape(1, 2), "out is 1x2, expected 1x3; x is 2x3"),
                        bad("sumRows", "out", shape(3, 1), "out is 3x1, expected 1x3; x is 2x3"),
                        bad("rowSumOfSquares", "out", shape(1, 2), "out is 1x2, expected 2x1; x is 2x3")));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                bad("adversarialLoss", "outputs", shape(5, 2), "outputs is 5x2, expected 5x1"),
                bad(
                        "adversarialLoss",
                        "losses",
                        shape(4, 1),
                        "outputs is 5x1, losses is 4x1, gradient is 5x1; expected equal shapes"),
                bad("twoClassCrossEntropy", "logits", shape(5, 3), "logits is 5x3, expected 5x2"),
                bad("twoClassCrossEntropy", "losses", shape(5, 2), "losses is 5x2, expected 5x1; logits is 5x2"),
                bad(
                        "twoClassCrossEntropy",
                        "gradient",
                        shape(5, 1),
                        "logits is 5x2, gradient is 5x1; expected equal shapes"),
                bad("softmaxCrossEntropy", "logits", shape(5, 1), "logits is 5x1, expected at least 2 columns"),
                bad("softmaxCrossEntropy", "labels", shape(1, 5), "labels is 1x5, expected 5x1; logits is 5x3"),
                bad("softmaxCrossEntropy", "losses", shape(4, 1), "losses is 4x1, expected 5x1; logits is 5x3"),
                bad(
                        "softmaxCrossEntropy",
                        "gradient",
                        shape(5, 2),
                        "logits is 5x3, gradient is 5x2; expected equal shapes"));
    }

    /** Where all tensors have one shape, each of them is made a row longer and a column longer. */
    static Stream<Arguments> equalShapes() {
        return GoodCalls.all()
                .filter(call -> call.tensors().size() > 1)
                .filter(call ->
                        call.tensors().stream().map(call::shapeOf).distinct().count() == 1)
                .filter(call -> !call.operation().equals("sum"))
                .flatMap(call -> call.tensors().stream().flatMap(name -> taller(call, name)));
    }

    private static Stream<Arguments> taller(GoodCall call, String name) {
        GoodCall.Shape good = call.shapeOf(name);
        if (call.operation().equals("adversarialLoss")) {
            return Stream.of(odd(call, name, shape(good.rows() + 1, good.cols())));
        }
        return Stream.of(
                odd(call, name, shape(good.rows() + 1, good.cols())),
                odd(call, name, shape(good.rows(), good.cols() + 1)));
    }

    private static Arguments odd(GoodCall call, String name, GoodCall.Shape shape) {
        String shapes = call.tensors().stream()
                .map(tensor -> {
                    GoodCall.Shape its = tensor.equals(name) ? shape : call.shapeOf(tensor);
                    return tensor + " is " + its.rows() + "x" + its.cols();
                })
                .collect(Collectors.joining(", "));
        return bad(call.operation(), name, shape, shapes + "; expected equal shapes");
    }

    private static Arguments bad(String operation, String argument, Object value, String message) {
        return arguments(operation, argument, value, message);
    }

    @ParameterizedTest
    @MethodSource({"arrangements", "products", "reductions", "losses", "equalShapes"})
    void shapesThatDoNotAgreeAreListed(String operation, String argument, Object value, String message) {
        GoodCall call = GoodCalls.named(operation);
        Map<String, Object> made = call.make(checked);
        made.put(argument, value instanceof GoodCall.Shape odd ? checked.allocate(odd.rows(), odd.cols()) : value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.run(checked, made))
                .withMessage(operation + ": " + message);
        assertThat(raw.calls()).isEmpty();
        call.writes()
                .forEach(output ->
                        assertThat(GoodCall.tensor(made, output).version()).isZero());
    }

    @Test
    void transposedFactorsOfMatmulAgreeTheOtherWayRound() {
        Tensor a = checked.allocate(3, 2);
        Tensor b = checked.allocate(4, 3);
        checked.matmul(true, a, true, b, Store.OVERWRITE, checked.allocate(2, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checked.matmul(true, a, true, b, Store.OVERWRITE, checked.allocate(4, 2)))
                .withMessage("matmul: out is 4x2, expected 2x4; a transposed is 3x2, b transposed is 4x3");
    }

    @Test
    void twoClassesAreEnoughForSoftmax() {
        Tensor losses = checked.allocate(5, 1);
        checked.softmaxCrossEntropy(checked.allocate(5, 2), checked.allocate(5, 1), 1, losses, checked.allocate(5, 2));
        assertThat(raw.calls()).hasSize(1);
    }

    @Test
    void scratchMayBeBiggerAndOfAnyShape() {
        Tensor scratch = checked.allocate(3, 5);
        checked.sum(checked.allocate(1, 8192), Store.OVERWRITE, scratch, checked.allocate(1, 1));
        assertThat(raw.calls()).hasSize(1);
    }

    @Test
    void everyOperationWithSeveralTensorsHasAShapeTest() {
        Set<Object> tested = Stream.of(arrangements(), products(), reductions(), losses(), equalShapes())
                .flatMap(arguments -> arguments)
                .map(arguments -> arguments.get()[0])
                .collect(Collectors.toSet());
        Set<String> expected = GoodCalls.all()
                .filter(call -> call.tensors().size() > 1)
                .map(GoodCall::operation)
                .collect(Collectors.toSet());
        assertThat(tested).isEqualTo(expected);
    }
}
