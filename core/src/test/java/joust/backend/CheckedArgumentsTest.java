package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers and ranges out of order, one at a time in a call that is good otherwise. */
class CheckedArgumentsTest {
    private static final String FINITE = ", expected a finite number";
    private static final String RATE = ", expected a number of at least 0, finite in float32";
    private static final String POSITIVE = ", expected a number above 0, in float32 too, and finite";
    private static final String FRACTION = ", expected a number in [0, 1)";

    private final RecordingBackend raw = new RecordingBackend("recording");
    private final CheckedBackend checked = CheckedBackend.wrap(raw.backend());

    static Stream<Arguments> ranges() {
        return Stream.of(
                arguments(
                        "view",
                        "offset",
                        -1,
                        "1x5 from offset -1 on does not lie within source 2x3, which holds 6 elements"),
                arguments(
                        "view",
                        "offset",
                        2,
                        "1x5 from offset 2 on does not lie within source 2x3, which holds 6 elements"),
                arguments(
                        "view",
                        "cols",
                        Integer.MAX_VALUE,
                        "1x2147483647 from offset 1 on does not lie within source 2x3, which holds 6 elements"),
                arguments("view", "offset", 0, null),
                arguments("copyRows", "sourceRow", 0, null),
                arguments("copyRows", "destinationRow", 0, null),
                arguments("upload", "offset", 0, null),
                arguments("view", "rows", 0, "0x5, expected at least 1 row and 1 column"),
                arguments("view", "cols", 0, "1x0, expected at least 1 row and 1 column"),
                arguments("view", "rows", 1 << 30, "1073741824x5 are 5368709120 elements, expected at most 2147483647"),
                arguments("upload", "offset", -1, "source holds 7 floats, expected 6 from offset -1 on"),
                arguments("upload", "offset", 2, "source holds 7 floats, expected 6 from offset 2 on"),
                arguments(
                        "upload",
                        "offset",
                        Integer.MAX_VALUE,
                        "source holds 7 floats, expected 6 from offset 2147483647 on"),
                arguments("upload", "source", new float[6], "source holds 6 floats, expected 6 from offset 1 on"),
                arguments("download", "offset", -1, "destination holds 7 floats, expected 6 from offset -1 on"),
                arguments("download", "offset", 2, "destination holds 7 floats, expected 6 from offset 2 on"),
                arguments("copyRows", "sourceRow", -1, "source is 4x3, expected 2 rows from row -1 on"),
                arguments("copyRows", "sourceRow", 3, "source is 4x3, expected 2 rows from row 3 on"),
                arguments("copyRows", "destinationRow", -1, "destination is 3x3, expected 2 rows from row -1 on"),
                arguments("copyRows", "destinationRow", 2, "destination is 3x3, expected 2 rows from row 2 on"),
                arguments("copyRows", "count", 0, "count 0, expected at least 1"),
                arguments(
                        "copyRows",
                        "count",
                        Integer.MAX_VALUE,
                        "source is 4x3, expected 2147483647 rows from row 2 on"));
    }

    static Stream<Arguments> random() {
        return Stream.of("gatherRows", "uniform", "normal")
                .flatMap(operation -> Stream.of(
                        arguments(operation, "stream", -1, "stream -1, expected at least 0"),
                        arguments(
                                operation,
                                "position",
                                -1L,
                                "position -1, expected 0 to 9223372036854775806 for 2 blocks"),
                        arguments(
                                operation,
                                "position",
                                Long.MAX_VALUE,
                                "position 9223372036854775807, expected 0 to 9223372036854775806 for 2 blocks")));
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                arguments("uniform", "low", Float.NaN, "low NaN, expected a finite number"),
                arguments("uniform", "low", Float.NEGATIVE_INFINITY, "low -Infinity, expected a finite number"),
                arguments("uniform", "high", Float.POSITIVE_INFINITY, "high Infinity, expected a finite number"),
                arguments("uniform", "low", 1f, "low 1.0, high 1.0, expected low below high"),
                arguments("uniform", "high", -2f, "low -1.0, high -2.0, expected low below high"),
                arguments("uniform", "high", Float.MAX_VALUE, null),
                arguments("normal", "mean", Float.NaN, "mean NaN, expected a finite number"),
                arguments("normal", "deviation", -.5f, "deviation -0.5" + RATE),
                arguments("normal", "deviation", Float.NaN, "deviation NaN" + RATE),
                arguments("normal", "deviation", Float.POSITIVE_INFINITY, "deviation Infinity" + RATE),
                arguments("clamp", "low", 2f, "low 2.0, high 1.0, expected low at most high"),
                arguments("clamp", "low", Float.NaN, "low NaN, high 1.0, expected low at most high"),
                arguments("clamp", "low", Float.NEGATIVE_INFINITY, null),
                arguments("clampBackward", "high", -2f, "low -1.0, high -2.0, expected low at most high"),
                arguments("clampBackward", "high", Float.NaN, "low -1.0, high NaN, expected low at most high"),
                arguments("countAbove", "threshold", Float.NaN, "threshold NaN, expected a number"),
                arguments("countAbove", "threshold", Float.NEGATIVE_INFINITY, null));
    }

    static Stream<Arguments> losses() {
        Stream<Arguments> own = Stream.of(
                arguments("adversarialLoss", "label", 0f, "label 0.0, expected a number in (0, 1]"),
                arguments("adversarialLoss", "label", 1.5f, "label 1.5, expected a number in (0, 1]"),
                arguments("adversarialLoss", "label", Float.NaN, "label NaN, expected a number in (0, 1]"),
                arguments("adversarialLoss", "label", 1f, null),
                arguments(
                        "adversarialLoss",
                        "side",
                        Side.FAKE,
                        "label 0.9, expected 1: MINIMAX has no other label on side FAKE"),
                arguments(
                        "adversarialLoss",
                        "side",
                        Side.GENERATOR,
                        "label 0.9, expected 1: MINIMAX has no other label on side GENERATOR"),
                arguments(
                        "adversarialLoss",
                        "loss",
                        Loss.HINGE,
                        "label 0.9, expected 1: HINGE has no other label on side REAL"),
                arguments("adversarialLoss", "loss", Loss.CLAMPED_MINIMAX, null),
                arguments("twoClassCrossEntropy", "label", 2, "label 2, expected 0 or 1"),
                arguments("twoClassCrossEntropy", "label", -1, "label -1, expected 0 or 1"),
                arguments("twoClassCrossEntropy", "label", 0, null));
        Stream<Arguments> scales = Stream.of(
                        "adversarialLoss", "twoClassCrossEntropy", "softmaxCrossEntropy", "squaredError")
                .flatMap(operation -> Stream.of(
                        arguments(operation, "gradientScale", Float.NaN, "gradientScale NaN, expected a finite number"),
                        arguments(
                                operation,
                                "gradientScale",
                                Float.NEGATIVE_INFINITY,
                                "gradientScale -Infinity, expected a finite number")));
        return Stream.concat(own, scales);
    }

    static Stream<Arguments> optimizers() {
        return GoodCalls.all()
                .flatMap(call -> call.arguments().entrySet().stream()
                        .filter(argument -> argument.getValue() instanceof Double)
                        .flatMap(argument -> badScalars(call.operation(), argument.getKey())));
    }

    private static Stream<Arguments> badScalars(String operation, String argument) {
        return switch (argument) {
            case "momentum", "rho", "beta1", "beta2" ->
                Stream.concat(
                        bad(operation, argument, FRACTION, -.1, 1.0, Double.NaN, Double.POSITIVE_INFINITY),
                        Stream.of(arguments(operation, argument, 0.0, null)));
            case "epsilon", "limit" -> bad(operation, argument, POSITIVE, 0.0, -1.0, 1e-50, 1e50, Double.NaN);
            case "decay" -> bad(operation, argument, FRACTION, -.1, 1.0, Double.NaN);
            case "learningRate", "stepSize", "decayRate", "rate" ->
                bad(operation, argument, RATE, -.1, Double.NaN, Double.POSITIVE_INFINITY, 1e50);
            case "lambda" -> bad(operation, argument, FINITE, Double.NaN, Double.NEGATIVE_INFINITY);
            default -> throw new AssertionError(operation + " has a scalar without a test: " + argument);
        };
    }

    private static Stream<Arguments> bad(String operation, String argument, String expected, double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> arguments(operation, argument, value, argument + " " + value + expected));
    }

    @ParameterizedTest
    @MethodSource({"ranges", "random", "bounds", "losses", "optimizers"})
    void badArgumentIsNamedWithItsValueAndWhatWasExpected(
            String operation, String argument, Object value, String message) throws Throwable {
        GoodCall call = GoodCalls.named(operation);
        Map<String, Object> made = call.make(checked);
        made.put(argument, value);
        if (message == null) {
            call.run(checked, made);
            return;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> call.run(checked, made))
                .withMessage(operation + ": " + message);
        assertThat(raw.calls()).isEmpty();
        call.writes()
                .forEach(output ->
                        assertThat(GoodCall.tensor(made, output).version()).isZero());
    }

    @Test
    void allocationOfNothingOrOfMoreThanAnIntIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checked.allocate(0, 4))
                .withMessage("allocate: 0x4, expected at least 1 row and 1 column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checked.allocate(4, -1))
                .withMessage("allocate: 4x-1, expected at least 1 row and 1 column");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checked.allocate(65_536, 32_768))
                .withMessage("allocate: 65536x32768 are 2147483648 elements, expected at most 2147483647");
    }

    @Test
    void lastBlocksOfTheCounterMayBeUsed() {
        Tensor eight = checked.allocate(2, 4);
        checked.normal(1, 0, Long.MAX_VALUE - 1, 0, 1, eight);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checked.normal(1, 0, Long.MAX_VALUE - 1, 0, 1, checked.allocate(3, 3)))
                .withMessage("normal: position 9223372036854775806, expected 0 to 9223372036854775805 for 3 blocks");
    }

    @Test
    void uniformRangeMustFitAFloat() {
        Tensor out = checked.allocate(2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checked.uniform(1, 0, 0, -3e38f, 3e38f, out))
                .withMessage("uniform: low -3.0E38, high 3.0E38, expected a difference that is finite in float32");
    }
}
