package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A self-test is worth as much as its inputs. */
class SelfTestTensorsTest {
    private final Backend backend = Backends.open("scalar");
    private final SelfTestTensors tensors = new SelfTestTensors(backend);

    @AfterEach
    void close() {
        backend.close();
    }

    private float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        backend.download(tensor, numbers, 0);
        return numbers;
    }

    private static boolean within(float[] numbers, float low, float high) {
        return IntStream.range(0, numbers.length).allMatch(i -> low <= numbers[i] && numbers[i] < high);
    }

    @Test
    void inputsFillTheirIntervalAndNoTwoAreEqual() {
        float[] first = numbers(tensors.input(17, 33));
        float[] second = numbers(tensors.input(17, 33));
        float[] positive = numbers(tensors.positive(17, 33));
        assertThat(within(first, -1, 1)).isTrue();
        assertThat(within(second, -1, 1)).isTrue();
        assertThat(within(positive, Float.MIN_NORMAL, 1)).isTrue();
        assertThat(first).isNotEqualTo(second).contains(first[0], first[1]).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, first.length).filter(i -> first[i] < 0).count())
                .isBetween(200L, 361L);
    }

    @Test
    void edgesHoldWhatFormulasTreatSpecially() {
        float[] edges = numbers(tensors.edges(7, 5));
        assertThat(edges)
                .contains(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 1f, -1f);
        assertThat(Float.floatToRawIntBits(edges[0])).isZero();
        assertThat(Float.floatToRawIntBits(edges[1])).isEqualTo(0x80000000);
        assertThat(edges[2]).isNaN();
        assertThat(numbers(tensors.edges(1, 1))).containsExactly(0f);
    }

    @Test
    void classesTakeTurns() {
        assertThat(numbers(tensors.classes(5, 3))).containsExactly(0, 1, 2, 0, 1);
    }

    @Test
    void outputsAreFullOfNanUntilTheyAreWritten() {
        Tensor output = tensors.output("sum", 2, 1);
        assertThat(numbers(output)).containsExactly(Float.NaN, Float.NaN);
        backend.fill(output, 3);
        assertThat(tensors.outputs()).isOne();
        assertThat(tensors.operation(0)).isEqualTo("sum");
        assertThat(tensors.tensor(0)).isSameAs(output);
        assertThat(tensors.numbers(0)).containsExactly(3, 3);
    }

    @Test
    void closingClosesWhatWasMade() {
        Tensor input = tensors.input(1, 1);
        Tensor output = tensors.output("sum", 1, 1);
        tensors.close();
        assertThat(input.isClosed()).isTrue();
        assertThat(output.isClosed()).isTrue();
    }
}
