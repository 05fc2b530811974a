package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import joust.math.Philox4x32;
import org.junit.jupiter.api.Test;

class UniformIntervalTest {
    private final UniformInterval interval = new UniformInterval(-1, 3);

    @Test
    void keepsTheContractOfDraws() {
        Drawn.assertKeepsTheContract(interval);
        assertThat(interval.name()).isEqualTo("uniform distribution from -1.0 to 3.0");
        assertThat(interval).hasToString("uniform distribution from -1.0 to 3.0");
        assertThat(interval.columns()).isEqualTo(1);
    }

    @Test
    void drawsTheWordsOfItsBlocks() {
        float[] drawn = new float[4];
        interval.draw(11, 4, 5, drawn, 0, 4);
        int[] words = new int[4];
        Philox4x32.block(11, 4, 5, words, 0);
        for (int i = 0; i < 4; i++) {
            assertThat(drawn[i]).isEqualTo((float) (-1 + 4 * ((words[i] >>> 8) * 0x1p-24)));
        }
    }

    @Test
    void isDistributedAsItSays() {
        float[] drawn = Drawn.rows(interval, 3, 40_000);
        Drawn.assertMean(drawn, 1, 0, 1, interval.deviation());
        Drawn.assertDistributedAs(interval, drawn);
        for (float value : drawn) {
            if (value < -1 || value > 3) {
                assertThat(value).isBetween(-1f, 3f);
            }
        }
    }

    @Test
    void knowsItsMoments() {
        assertThat(interval.mean()).isEqualTo(1);
        assertThat(interval.deviation()).isCloseTo(1.1547005383792515, within(1e-15));
    }

    @Test
    void knowsItsDensityAndCumulativeDistribution() {
        assertThat(interval.density(0)).isEqualTo(0.25);
        assertThat(interval.density(-1)).isEqualTo(0.25);
        assertThat(interval.density(3)).isEqualTo(0.25);
        assertThat(interval.density(-1.001)).isZero();
        assertThat(interval.density(3.001)).isZero();
        assertThat(interval.density(Double.NaN)).isNaN();
        assertThat(interval.cumulative(-2)).isZero();
        assertThat(interval.cumulative(0)).isEqualTo(0.25);
        assertThat(interval.cumulative(4)).isEqualTo(1);
        assertThat(interval.cumulative(Double.NaN)).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> interval.density(0, 0));
    }

    /** The width is no float32, but a double: u = k · 2⁻²⁴ gives (k · 2⁻²³ − 1) of the greatest number, rounded once. */
    @Test
    void reachesTheWholeRangeOfFloat32() {
        UniformInterval whole = new UniformInterval(-Float.MAX_VALUE, Float.MAX_VALUE);
        float[] drawn = new float[4];
        whole.draw(11, 4, 5, drawn, 0, 4);
        int[] words = new int[4];
        Philox4x32.block(11, 4, 5, words, 0);
        for (int i = 0; i < 4; i++) {
            double share = (words[i] >>> 8) * 0x1p-23 - 1;
            assertThat(drawn[i]).isEqualTo((float) (share * Float.MAX_VALUE));
        }
        assertThat(whole.mean()).isZero();
        assertThat(whole.density(Float.MAX_VALUE)).isEqualTo(0.5 / Float.MAX_VALUE);
        assertThat(whole.density(Math.nextUp((double) Float.MAX_VALUE))).isZero();
        assertThat(whole.cumulative(0)).isEqualTo(0.5);
    }

    @Test
    void oneBoundMayReachFurtherThanTheOther() {
        assertThat(new UniformInterval(-Float.MAX_VALUE, 0).cumulative(-Float.MAX_VALUE))
                .isZero();
        assertThat(new UniformInterval(0, Float.MAX_VALUE).cumulative(Float.MAX_VALUE))
                .isEqualTo(1);
    }

    @Test
    void refusesIntervalsThatAreNone() {
        Drawn.assertRefused(
                () -> new UniformInterval(1, 1), "uniform distribution: expected low below high, found 1.0 and 1.0");
        Drawn.assertRefused(
                () -> new UniformInterval(Double.NaN, 1),
                "uniform distribution: expected low below high, found NaN and 1.0");
        Drawn.assertRefused(
                () -> new UniformInterval(0, 1e39),
                "uniform distribution reaches values of 1.0E39, expected at most 3.4028235E38");
        Drawn.assertRefused(
                () -> new UniformInterval(-1e39, 0),
                "uniform distribution reaches values of 1.0E39, expected at most 3.4028235E38");
    }
}
