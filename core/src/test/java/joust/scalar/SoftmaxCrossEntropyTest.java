package joust.scalar;

import static joust.math.Elementary.exp;
import static joust.math.Elementary.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {
    private static final float SCALE = 0.3f;

    private final float[] losses = new float[2];
    private final float[] gradient = new float[6];

    @Test
    void theLossIsTheLogarithmOfTheSumLessTheLabelsLogit() {
        float[] logits = {0.5f, -1f, 2f, 7f, 7f, -100f};
        ClassLossKernels.classes(SCALE, logits, 0, new float[] {1f, 0f}, 0, losses, 0, gradient, 0, 2, 3);
        float sum = exp(0.5f - 2f) + exp(-1f - 2f) + exp(0f);
        float second = 1f + 1f + exp(-107f);
        assertThat(losses).containsExactly((log(sum) + 2f) + 1f, (log(second) + 7f) - 7f);
        assertThat(gradient)
                .containsExactly(
                        exp(-1.5f) / sum * SCALE,
                        (exp(-3f) / sum - 1f) * SCALE,
                        1f / sum * SCALE,
                        (1f / second - 1f) * SCALE,
                        1f / second * SCALE,
                        exp(-107f) / second * SCALE);
    }

    @Test
    void logitsWhoseExponentialsAreNoFloatsAreTakenFromTheLargest() {
        float sum = exp(-1f) + 1f;
        for (float[] logits : new float[][] {{999f, 1000f}, {1000f, 999f}}) {
            ClassLossKernels.classes(1f, logits, 0, new float[] {0f}, 0, losses, 0, gradient, 0, 1, 2);
            assertThat(losses[0]).isEqualTo((log(sum) + 1000f) - logits[0]);
            assertThat(gradient[1]).isEqualTo(exp(logits[1] - 1000f) / sum);
        }
    }

    @Test
    void aLabelThatIsNoClassGivesANaNLossAndSubtractsNothing() {
        float[] logits = {0f, 0f, 0f};
        for (float label : new float[] {-1f, 3f, 0.5f, Float.NaN, 1e20f, Float.NEGATIVE_INFINITY}) {
            ClassLossKernels.classes(SCALE, logits, 0, new float[] {label}, 0, losses, 0, gradient, 0, 1, 3);
            assertThat(losses[0]).as("label %s", label).isNaN();
            assertThat(gradient).startsWith(1f / 3f * SCALE, 1f / 3f * SCALE, 1f / 3f * SCALE);
        }
    }

    @Test
    void oneNaNLogitMakesItsRowNaNAndNoOther() {
        float[] logits = {1f, Float.NaN, 2f, 0f, 0f, 0f};
        ClassLossKernels.classes(SCALE, logits, 0, new float[] {0f, 2f}, 0, losses, 0, gradient, 0, 2, 3);
        assertThat(losses).containsExactly(Float.NaN, log(3f));
        assertThat(Arrays.copyOf(gradient, 3)).containsOnly(Float.NaN);
        assertThat(gradient[5]).isEqualTo((1f / 3f - 1f) * SCALE);
    }

    @Test
    void everyTensorHasItsOwnOffset() {
        float[] logits = {9f, 0f, 1f};
        float[] out = {5f, 5f, 5f, 5f};
        ClassLossKernels.classes(1f, logits, 1, new float[] {7f, 7f, 1f}, 2, losses, 1, out, 2, 1, 2);
        float sum = exp(-1f) + 1f;
        assertThat(losses).containsExactly(0f, (log(sum) + 1f) - 1f);
        assertThat(out).containsExactly(5f, 5f, exp(-1f) / sum, 1f / sum - 1f);
    }

    @Test
    void aRangeOutsideItsArrayIsNamed() {
        assertThatThrownBy(() -> ClassLossKernels.classes(
                        1f, gradient, 0, losses, 0, new float[1], 0, gradient.clone(), 0, 2, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("losses: 2 elements from 0 in an array of 1");
    }
}
