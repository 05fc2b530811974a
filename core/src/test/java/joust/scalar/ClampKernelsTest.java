package joust.scalar;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClampKernelsTest {
    @ParameterizedTest
    @CsvSource({
        "-0.5, 0.5",
        "0.3, 2",
        "0, 1",
        "-0.0, 1",
        "-1, 0",
        "-1, -0.0",
        "0, 0",
        "-0.0, 0.0",
        "0.0, -0.0",
        "1, 1",
        "-Infinity, Infinity",
        "-Infinity, -1",
        "1e-45, 1",
        "0, Infinity",
        "Infinity, Infinity"
    })
    void clampIsItsDefinitionForEveryBoundAndSignOfZero(float low, float high) {
        ElementwiseCheck.unary(
                (x, xo, y, yo, count) -> ClampKernels.clamp(low, high, x, xo, y, yo, count),
                x -> x < low ? low : x > high ? high : x);
    }

    @ParameterizedTest
    @CsvSource({"-0.5, 0.5", "0, 1", "-0.0, -0.0", "-Infinity, Infinity", "1e-45, 1", "-3.4028235e38, 0"})
    void theGradientStopsOutsideTheBounds(float low, float high) {
        ElementwiseCheck.binary(
                (x, xo, g, go, out, oo, count) -> ClampKernels.backward(low, high, x, xo, g, go, out, oo, count),
                (x, g) -> x < low || x > high ? 0f : g);
    }
}
