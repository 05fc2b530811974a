package joust.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomFillTest {
    private static final long SEED = 0x1234_5678_9abc_def0L;
    private static final int STREAM = 19;
    private static final long POSITION = 0xffff_ffffL - 1;
    private static final int MARGIN = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 64, 101})
    void uniformScalesTheUpperBitsOfEachWord(int count) {
        float[] out = poisoned(count);
        RandomFill.uniform(SEED, STREAM, POSITION, -3f, 0.7f, out, MARGIN, count);
        for (int i = 0; i < count; i++) {
            double u = (word(i) >>> 8) / 16777216.0;
            assertThat(out[MARGIN + i]).as("element %s", i).isEqualTo(FusedArithmetic.fma((float) u, 0.7f, -3f));
        }
        assertMarginsArePoisoned(out, count);
    }

    /** Above 1 the next float32 is 1 + 2⁻²³: what lies in the upper half between them is rounded up. */
    @Test
    void uniformValuesNearTheUpperBoundAreRoundedToIt() {
        float[] out = new float[64];
        RandomFill.uniform(SEED, STREAM, POSITION, 1f, 0x1p-23f, out, 0, out.length);
        for (int i = 0; i < out.length; i++) {
            assertThat(out[i]).as("element %s", i).isEqualTo(word(i) < 0 ? 1f + 0x1p-23f : 1f);
        }
        assertThat(out).contains(1f, 1f + 0x1p-23f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 64, 101})
    void normalTurnsEachPairOfWordsIntoTwoValues(int count) {
        float[] out = poisoned(count);
        RandomFill.normal(SEED, STREAM, POSITION, 2f, 0.7f, out, MARGIN, count);
        for (int i = 0; i < count; i++) {
            assertThat(out[MARGIN + i]).as("element %s", i).isEqualTo(FusedArithmetic.fma(0.7f, standardNormal(i), 2f));
        }
        assertMarginsArePoisoned(out, count);
    }

    /** Half a unit for radius and product each, one for the sine, half of one for the logarithm under the root. */
    @Test
    void normalValuesAreThoseOfTheBoxMullerTransform() {
        float[] out = new float[1000];
        RandomFill.normal(SEED, STREAM, POSITION, 0f, 1f, out, 0, out.length);
        for (int i = 0; i < out.length; i++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(((word(i & -2) >>> 8) + 1) / 16777216.0));
            double angle = 2 * StrictMath.PI * ((word(i | 1) >>> 8) / 16777216.0);
            double exact = radius * (i % 2 == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
            assertThat(ElementaryFunction.error(out[i], exact))
                    .as("element %s", i)
                    .isLessThan(4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 60_000, Integer.MAX_VALUE})
    void rowsAreTheHighWordsOfTheProducts(int rowCount) {
        int[] out = new int[23];
        Arrays.fill(out, -1);
        RandomFill.rows(SEED, STREAM, POSITION, rowCount, out, 2, 19);
        for (int i = 0; i < 19; i++) {
            BigInteger product =
                    BigInteger.valueOf(Integer.toUnsignedLong(word(i))).multiply(BigInteger.valueOf(rowCount));
            assertThat(out[2 + i])
                    .as("element %s", i)
                    .isEqualTo(product.shiftRight(32).intValueExact());
        }
        assertThat(new int[] {out[0], out[1], out[21], out[22]}).containsOnly(-1);
    }

    @Test
    void aLaterPositionContinuesTheSequence() {
        float[] whole = new float[40];
        float[] part = new float[12];
        RandomFill.normal(SEED, STREAM, POSITION, 0f, 1f, whole, 0, whole.length);
        RandomFill.normal(SEED, STREAM, POSITION + 7, 0f, 1f, part, 0, part.length);
        assertThat(part).containsExactly(Arrays.copyOfRange(whole, 28, 40));
    }

    /** Five standard errors of each estimate at 2^18 values. */
    @Test
    void momentsAreThoseOfTheDistributions() {
        int n = 1 << 18;
        float[] uniform = new float[n];
        float[] normal = new float[n];
        RandomFill.uniform(7, 2, 0, 0f, 1f, uniform, 0, n);
        RandomFill.normal(7, 3, 0, 0f, 1f, normal, 0, n);
        double error = 5 / Math.sqrt(n);
        assertThat(moment(uniform, 1)).isCloseTo(1 / 2.0, within(error * Math.sqrt(1 / 12.0)));
        assertThat(moment(uniform, 2)).isCloseTo(1 / 3.0, within(error * Math.sqrt(4 / 45.0)));
        assertThat(moment(normal, 1)).isCloseTo(0, within(error));
        assertThat(moment(normal, 2)).isCloseTo(1, within(error * Math.sqrt(2)));
        assertThat(moment(normal, 4)).isCloseTo(3, within(error * Math.sqrt(96)));
    }

    @Test
    void blocksAreAQuarterOfTheElementsRoundedUp() {
        assertThat(RandomFill.blocks(0)).isZero();
        assertThat(RandomFill.blocks(1)).isEqualTo(1);
        assertThat(RandomFill.blocks(4)).isEqualTo(1);
        assertThat(RandomFill.blocks(5)).isEqualTo(2);
        assertThat(RandomFill.blocks(Long.MAX_VALUE)).isEqualTo(1L << 61);
        assertThatThrownBy(() -> RandomFill.blocks(-1)).hasMessage("count of elements is -1, expected at least 0");
    }

    @Test
    void rangesOutsideTheArrayAndEmptySetsOfRowsAreRefused() {
        float[] out = new float[8];
        assertThatThrownBy(() -> RandomFill.uniform(1, 2, 3, 0, 1, out, 4, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> RandomFill.normal(1, 2, 3, 0, 1, out, -1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> RandomFill.rows(1, 2, 3, 9, new int[2], 0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> RandomFill.rows(1, 2, 3, 0, new int[2], 0, 2))
                .hasMessage("rowCount is 0, expected at least 1");
    }

    private static int word(int element) {
        int[] words = new int[4];
        Philox4x32.block(SEED, STREAM, POSITION + element / 4, words, 0);
        return words[element % 4];
    }

    private static float standardNormal(int element) {
        float u = ((word(element & -2) >>> 8) + 1) * 0x1p-24f;
        float angle = (word(element | 1) >>> 8) * 0x1p-23f;
        float radius = (float) Math.sqrt(-2 * Elementary.log(u));
        return radius * (element % 2 == 0 ? Elementary.cospi(angle) : Elementary.sinpi(angle));
    }

    private static double moment(float[] values, int power) {
        double sum = 0;
        for (float value : values) {
            double product = 1;
            for (int i = 0; i < power; i++) {
                product *= value;
            }
            sum += product;
        }
        return sum / values.length;
    }

    private static float[] poisoned(int count) {
        float[] out = new float[count + 2 * MARGIN];
        Arrays.fill(out, Float.NaN);
        return out;
    }

    private static void assertMarginsArePoisoned(float[] out, int count) {
        for (int i = 0; i < MARGIN; i++) {
            assertThat(out[i]).isNaN();
            assertThat(out[MARGIN + count + i]).isNaN();
        }
    }
}
