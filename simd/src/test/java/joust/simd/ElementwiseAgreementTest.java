package joust.simd;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import joust.scalar.ActivationCurvatureKernels;
import joust.scalar.ActivationGradientKernels;
import joust.scalar.ActivationKernels;
import joust.scalar.ClampKernels;
import joust.scalar.ElementwiseKernels;
import org.junit.jupiter.api.Test;

/** The kernels on vectors have the scalar ones' bits. */
class ElementwiseAgreementTest {
    private interface Unary {
        void run(float[] x, int xOffset, float[] y, int yOffset, int count);
    }

    private interface Binary {
        void run(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count);
    }

    private static void unary(Unary simd, Unary scalar) {
        KernelPair.Kernel actual = (x, at, n) -> simd.run(x[0], at[0], x[1], at[1], n);
        KernelPair.Kernel expected = (x, at, n) -> scalar.run(x[0], at[0], x[1], at[1], n);
        KernelPair.assertSame(2, 1, actual, expected);
        KernelPair.assertSameInPlace(actual, expected);
    }

    private static void binary(Binary simd, Binary scalar) {
        KernelPair.assertSame(
                3,
                1,
                (x, at, n) -> simd.run(x[0], at[0], x[1], at[1], x[2], at[2], n),
                (x, at, n) -> scalar.run(x[0], at[0], x[1], at[1], x[2], at[2], n));
        KernelPair.assertSameInPlace(
                (x, at, n) -> simd.run(x[2], at[2], x[0], at[0], x[1], at[1], n),
                (x, at, n) -> scalar.run(x[2], at[2], x[0], at[0], x[1], at[1], n));
    }

    @Test
    void activations() {
        unary(SimdActivationKernels::relu, ActivationKernels::relu);
        unary(SimdActivationKernels::sigmoid, ActivationKernels::sigmoid);
        unary(SimdActivationKernels::tanh, ActivationKernels::tanh);
        unary(
                (x, xAt, y, yAt, n) -> SimdActivationKernels.leakyRelu(0.2f, x, xAt, y, yAt, n),
                (x, xAt, y, yAt, n) -> ActivationKernels.leakyRelu(0.2f, x, xAt, y, yAt, n));
    }

    @Test
    void firstDerivatives() {
        binary(SimdActivationGradientKernels::relu, ActivationGradientKernels::relu);
        binary(SimdActivationGradientKernels::sigmoid, ActivationGradientKernels::sigmoid);
        binary(SimdActivationGradientKernels::tanh, ActivationGradientKernels::tanh);
        binary(
                (y, yAt, g, gAt, o, oAt, n) -> SimdActivationGradientKernels.leakyRelu(0.2f, y, yAt, g, gAt, o, oAt, n),
                (y, yAt, g, gAt, o, oAt, n) -> ActivationGradientKernels.leakyRelu(0.2f, y, yAt, g, gAt, o, oAt, n));
    }

    @Test
    void secondDerivatives() {
        binary(SimdActivationCurvatureKernels::sigmoid, ActivationCurvatureKernels::sigmoid);
        binary(SimdActivationCurvatureKernels::tanh, ActivationCurvatureKernels::tanh);
    }

    @Test
    void arithmetic() {
        unary(
                (x, xAt, y, yAt, n) -> SimdElementwiseKernels.scale(-0.3f, x, xAt, y, yAt, n),
                (x, xAt, y, yAt, n) -> ElementwiseKernels.scale(-0.3f, x, xAt, y, yAt, n));
        unary(
                (x, xAt, y, yAt, n) -> SimdElementwiseKernels.addScaled(-0.3f, x, xAt, y, yAt, n),
                (x, xAt, y, yAt, n) -> ElementwiseKernels.addScaled(-0.3f, x, xAt, y, yAt, n));
        binary(SimdElementwiseKernels::multiply, ElementwiseKernels::multiply);
    }

    @Test
    void clamping() {
        for (float[] bounds : new float[][] {{-0.5f, 0.7f}, {0f, 1f}, {-1f, -0f}, {Float.NEGATIVE_INFINITY, 3e-39f}}) {
            float low = bounds[0];
            float high = bounds[1];
            unary(
                    (x, xAt, y, yAt, n) -> SimdClampKernels.clamp(low, high, x, xAt, y, yAt, n),
                    (x, xAt, y, yAt, n) -> ClampKernels.clamp(low, high, x, xAt, y, yAt, n));
            binary(
                    (x, xAt, g, gAt, o, oAt, n) -> SimdClampKernels.backward(low, high, x, xAt, g, gAt, o, oAt, n),
                    (x, xAt, g, gAt, o, oAt, n) -> ClampKernels.backward(low, high, x, xAt, g, gAt, o, oAt, n));
        }
    }

    @Test
    void aRangeOutsideItsArrayIsNamed() {
        float[] three = new float[3];
        assertThatThrownBy(() -> SimdElementwiseKernels.scale(1, three, 1, new float[9], 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("x: 3 elements from 1 in an array of 3");
        assertThatThrownBy(() -> SimdActivationKernels.tanh(new float[9], 0, three, -1, 2))
                .hasMessage("y: 2 elements from -1 in an array of 3");
        assertThatThrownBy(() -> SimdActivationGradientKernels.tanh(new float[9], 0, three, 2, new float[9], 0, 2))
                .hasMessage("gradient: 2 elements from 2 in an array of 3");
        assertThatThrownBy(() -> SimdClampKernels.backward(0, 1, new float[9], 0, new float[9], 0, three, 0, 4))
                .hasMessage("out: 4 elements from 0 in an array of 3");
    }
}
