package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeadTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void aHeadKnowsWhatItDoes() {
        assertThat(Head.NONE.isNone()).isTrue();
        assertThat(Head.scaled(2).isNone()).isFalse();
        assertThat(Head.scaled(2).clamps()).isFalse();
        assertThat(Head.clamped(0, 1).isNone()).isFalse();
        assertThat(Head.clamped(0, 1).scales()).isFalse();
        assertThat(Head.clamped(-INFINITY, 1).clamps()).isTrue();
        assertThat(Head.clamped(0, INFINITY).clamps()).isTrue();
    }

    @Test
    void badScalesAreErrors() {
        for (float scale : new float[] {0, -0f, Float.NaN, INFINITY, -INFINITY}) {
            assertThatThrownBy(() -> Head.scaled(scale))
                    .hasMessage("head: scale is " + scale + ", expected a finite number other than 0");
        }
    }

    @Test
    void badBoundsAreErrors() {
        assertThatThrownBy(() -> Head.clamped(1, 1))
                .hasMessage("head: clamp is [1.0, 1.0], expected the lower bound below the upper");
        assertThatThrownBy(() -> Head.clamped(Float.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Head.clamped(0, Float.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
