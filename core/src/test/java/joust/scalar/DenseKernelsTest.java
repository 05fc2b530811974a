package joust.scalar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseKernelsTest {
    private final MatmulScratch scratch = new MatmulScratch();

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 2, 5", "64, 7, 9", "65, 5, 513", "130, 6, 1030"})
    void bothGradientsAreThoseOfTheSeparateOperations(int rows, int inputs, int outputs) {
        Random random = new Random(rows);
        Matrix x = Matrix.random(random, rows, inputs, 1, 3);
        Matrix gradient = Matrix.random(random, rows, outputs, 2, 1);
        for (boolean add : new boolean[] {false, true}) {
            Matrix weights =
                    add ? Matrix.random(random, inputs, outputs, 4, 2) : Matrix.poisoned(inputs, outputs, 4, 2);
            Matrix bias = add ? Matrix.random(random, 1, outputs, 3, 0) : Matrix.poisoned(1, outputs, 3, 0);
            Matrix expectedWeights = weights.copy();
            Matrix expectedBias = bias.copy();
            NaiveMatmul.multiply(true, x, false, gradient, add, expectedWeights);
            ReductionKernels.sumRows(
                    rows, outputs, gradient.array, 2, outputs + 1, add, expectedBias.array, 3, scratch);
            DenseKernels.gradients(
                    rows,
                    inputs,
                    outputs,
                    x.array,
                    1,
                    inputs + 3,
                    gradient.array,
                    2,
                    outputs + 1,
                    add,
                    weights.array,
                    4,
                    outputs + 2,
                    bias.array,
                    3,
                    scratch);
            Places.assertSame(weights.array, expectedWeights.array);
            Places.assertSame(bias.array, expectedBias.array);
        }
    }

    @Test
    void aRangeOutsideItsArrayIsNamed() {
        float[] four = new float[4];
        float[] three = new float[3];
        assertThatThrownBy(() -> gradients(three, four, four, four)).hasMessageStartingWith("x: 2x2");
        assertThatThrownBy(() -> gradients(four, three, four, four)).hasMessageStartingWith("gradient: 2x2");
        assertThatThrownBy(() -> gradients(four, four, three, four)).hasMessageStartingWith("weights: 2x2");
        assertThatThrownBy(() -> gradients(four, four, four, new float[1])).hasMessageStartingWith("bias: 2 elements");
    }

    private void gradients(float[] x, float[] gradient, float[] weights, float[] bias) {
        DenseKernels.gradients(2, 2, 2, x, 0, 2, gradient, 0, 2, false, weights, 0, 2, bias, 0, scratch);
    }
}
