package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import joust.math.FixedOrderSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionKernelsTest {
    private final MatmulScratch scratch = new MatmulScratch();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "5, 2", "63, 17", "64, 513", "65, 512", "130, 1030"})
    void columnSumsAreChainsOfAdditionsOverAscendingRows(int rows, int cols) {
        Matrix x = Matrix.random(new Random(rows + 7L * cols), rows, cols, 3, 2);
        for (boolean add : new boolean[] {false, true}) {
            float[] out = Places.placed(new float[cols], 2);
            float[] expected = out.clone();
            for (int j = 0; j < cols; j++) {
                out[2 + j] = add ? 0.1f * j : Float.NaN;
                float sum = add ? out[2 + j] : 0f;
                for (int i = 0; i < rows; i++) {
                    sum += x.array[x.at(i, j)];
                }
                expected[2 + j] = sum;
            }
            ReductionKernels.sumRows(rows, cols, x.array, x.offset, x.leadingDimension, add, out, 2, scratch);
            Places.assertSame(out, expected);
        }
    }

    @Test
    void aColumnOfNegativeZerosSumsToPositiveZeroUnlessItIsAddedToOne() {
        float[] out = {-0f};
        ReductionKernels.sumRows(2, 1, new float[] {-0f, -0f}, 0, 1, true, out, 0, scratch);
        assertThat(out).containsExactly(-0f);
        ReductionKernels.sumRows(2, 1, new float[] {-0f, -0f}, 0, 1, false, out, 0, scratch);
        assertThat(out).containsExactly(0f);
    }

    @Test
    void rowsAreSquaredAndSummedInTheFixedOrder() {
        FixedOrderSum sums = new FixedOrderSum();
        Matrix x = Matrix.random(new Random(5), 3, 5000, 1, 7);
        float[] out = Places.poisoned(3, 1);
        ReductionKernels.rowSumOfSquares(3, 5000, x.array, x.offset, x.leadingDimension, out, 1, sums);
        float[] expected = Places.poisoned(3, 1);
        for (int i = 0; i < 3; i++) {
            expected[1 + i] = sums.sumOfSquares(x.array, x.at(i, 0), 5000);
        }
        Places.assertSame(out, expected);
    }

    @Test
    void countAboveCountsWhatIsGreater() {
        float[] x = {9f, 0.5f, 0.6f, Float.NaN, Float.POSITIVE_INFINITY, -1f, 9f};
        assertThat(ReductionKernels.countAbove(0.5f, x, 1, 5)).isEqualTo(2);
        assertThat(ReductionKernels.countAbove(0.49f, x, 1, 5)).isEqualTo(3);
    }

    @Test
    void aRangeOutsideItsArrayIsNamed() {
        float[] three = new float[3];
        assertThatThrownBy(() -> ReductionKernels.sumRows(2, 2, three, 0, 2, false, new float[2], 0, scratch))
                .hasMessage("x: 2x2 with leading dimension 2 from 0 in an array of 3");
        assertThatThrownBy(() -> ReductionKernels.sumRows(1, 3, three, 0, 3, false, new float[2], 0, scratch))
                .hasMessage("out: 3 elements from 0 in an array of 2");
        assertThatThrownBy(
                        () -> ReductionKernels.rowSumOfSquares(3, 1, three, 0, 1, new float[2], 0, new FixedOrderSum()))
                .hasMessage("out: 3 elements from 0 in an array of 2");
        assertThatThrownBy(() -> ReductionKernels.countAbove(0, three, 3, 1))
                .hasMessage("x: 1 elements from 3 in an array of 3");
    }
}
