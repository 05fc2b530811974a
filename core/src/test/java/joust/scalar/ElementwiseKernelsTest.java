package joust.scalar;

import static joust.math.FusedArithmetic.fma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ElementwiseKernelsTest {
    @Test
    void scaleIsOneProduct() {
        ElementwiseCheck.unary(
                (x, xo, y, yo, count) -> ElementwiseKernels.scale(-0.3f, x, xo, y, yo, count), x -> -0.3f * x);
    }

    @Test
    void addScaledIsOneFusedMultiplyAdd() {
        ElementwiseCheck.updating(
                (x, xo, y, yo, count) -> ElementwiseKernels.addScaled(-0.3f, x, xo, y, yo, count),
                (x, y) -> fma(-0.3f, x, y));
    }

    @Test
    void multiplyIsOneProduct() {
        ElementwiseCheck.binary(ElementwiseKernels::multiply, (a, b) -> a * b);
    }

    @Test
    void multiplyKnowsEachOffset() {
        float[] out = new float[3];
        ElementwiseKernels.multiply(new float[] {9, 2, 3}, 1, new float[] {5, 7, 9}, 0, out, 1, 2);
        assertThat(out).containsExactly(0, 10, 21);
        ElementwiseKernels.multiply(new float[] {5, 7, 9}, 0, new float[] {9, 2, 3}, 1, out, 1, 2);
        assertThat(out).containsExactly(0, 10, 21);
    }

    @Test
    void addRowAddsToEachRowAndSkipsTheGaps() {
        float[] y = {Float.NaN, 1, 2, Float.NaN, 3, -0f, Float.NaN};
        ElementwiseKernels.addRow(2, 2, new float[] {7, 10, -0f}, 1, y, 1, 3);
        assertThat(y).containsExactly(Float.NaN, 11, 2, Float.NaN, 13, -0f, Float.NaN);
    }

    @Test
    void aRangeOutsideItsArrayIsNamed() {
        float[] three = new float[3];
        assertThatThrownBy(() -> ElementwiseKernels.scale(1, three, 1, new float[9], 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("x: 3 elements from 1 in an array of 3");
        assertThatThrownBy(() -> ElementwiseKernels.addScaled(1, new float[9], 0, three, -1, 2))
                .hasMessage("y: 2 elements from -1 in an array of 3");
        assertThatThrownBy(() -> ElementwiseKernels.multiply(three, 0, three, 0, three, 0, -1))
                .hasMessage("a: -1 elements from 0 in an array of 3");
        assertThatThrownBy(() -> ElementwiseKernels.addRow(2, 2, three, 0, three, 0, 2))
                .hasMessage("y: 2x2 with leading dimension 2 from 0 in an array of 3");
        assertThatThrownBy(() -> ElementwiseKernels.addRow(2, 1, three, 0, three, 2, Integer.MAX_VALUE))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ElementwiseKernels.addRow(-1, 1, three, 0, three, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
