package joust.simd;

import joust.math.Elementary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions on vectors have the bits of {@link Elementary} for every 997th float and at every border of a binade. */
@Tag("slow")
class ElementaryAgreementTest {
    private static final int STRIDE = 997;
    private static final int CHUNK = 1 << 16;

    @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold no state
    enum Function {
        EXP(SimdElementaryKernels::exp, Elementary::exp),
        LOG(SimdElementaryKernels::log, Elementary::log),
        LOG1P(SimdElementaryKernels::log1p, Elementary::log1p),
        SINPI(SimdElementaryKernels::sinpi, Elementary::sinpi),
        COSPI(SimdElementaryKernels::cospi, Elementary::cospi),
        SIGMOID(SimdActivationKernels::sigmoid, Elementary::sigmoid),
        TANH(SimdActivationKernels::tanh, Elementary::tanh),
        SOFTPLUS(Function::softplus, Elementary::softplus);

        private final OnArrays onArrays;
        private final OnFloats onFloats;

        Function(OnArrays onArrays, OnFloats onFloats) {
            this.onArrays = onArrays;
            this.onFloats = onFloats;
        }

        private static void softplus(float[] x, int xOffset, float[] y, int yOffset, int count) {
            SimdLogitLossKernels.fake(1f, x, xOffset, y, yOffset, new float[count], 0, count);
        }
    }

    interface OnArrays {
        void run(float[] x, int xOffset, float[] y, int yOffset, int count);
    }

    interface OnFloats {
        float of(float x);
    }

    @ParameterizedTest
    @EnumSource
    void everyLaneHasTheBitsOfTheScalarFunction(Function function) {
        for (long first = 0; first < 1L << 32; first += (long) CHUNK * STRIDE) {
            float[] x = new float[CHUNK];
            for (int i = 0; i < CHUNK; i++) {
                x[i] = Float.intBitsToFloat((int) (first + (long) i * STRIDE));
            }
            compare(function, x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bordersOfBinadesToo(Function function) {
        float[] x = new float[512 * 5];
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(((i / 5) << 23) + i % 5 - 2);
        }
        compare(function, x);
    }

    private static void compare(Function function, float[] x) {
        float[] actual = new float[x.length];
        float[] expected = new float[x.length];
        function.onArrays.run(x, 0, actual, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            expected[i] = function.onFloats.of(x[i]);
        }
        KernelPair.assertEqual(actual, expected, "floats from " + x[0] + " on");
    }
}
