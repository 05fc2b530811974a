package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ImageShapeTest {
    @Test
    void countsItsPixels() {
        assertThat(new ImageShape(3, 5).pixels()).isEqualTo(15);
        assertThat(new ImageShape(5, 1).pixels()).isEqualTo(5);
        assertThat(new ImageShape(1, 1).pixels()).isEqualTo(1);
        assertThat(new ImageShape(1, Integer.MAX_VALUE).pixels()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void refusesSidesBelowOneAndPixelsBeyondAnInt() {
        int[][] wrong = {{0, 1}, {1, 0}, {-1, -1}, {1 << 16, 1 << 15}, {1 << 16, 1 << 16}};
        for (int[] sides : wrong) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ImageShape(sides[0], sides[1]))
                    .withMessage("image shape: expected sides of at least 1 and at most 2147483647 pixels, found "
                            + sides[0] + "x" + sides[1]);
        }
    }
}
