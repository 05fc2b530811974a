package joust.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRandomTest {
    private static final int SAMPLES = 100_000;

    @Test
    void uniformValuesAreTheWordsOfTheStreamInOrder() {
        HostRandom random = new HostRandom(0, 0, 0);
        assertThat(random.nextUniform()).isEqualTo(0x6627e8d5L * 0x1p-32);
        assertThat(random.nextUniform()).isEqualTo(0xe169c58dL * 0x1p-32);
        assertThat(random.nextUniform()).isEqualTo(0xbc57ac4cL * 0x1p-32);
        assertThat(random.nextUniform()).isEqualTo(0x9b00dbd8L * 0x1p-32);
        int[] words = new int[4];
        Philox4x32.block(0, 0, 1, words, 0);
        assertThat(random.nextUniform()).isEqualTo((words[0] & 0xffffffffL) * 0x1p-32);
    }

    @Test
    void normalValuesComeInPairsFromTwoWords() {
        HostRandom words = new HostRandom(5, 6, 7);
        HostRandom random = new HostRandom(5, 6, 7);
        for (int i = 0; i < 10; i++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(words.nextUniform() + 0x1p-32));
            double angle = 2 * StrictMath.PI * words.nextUniform();
            assertThat(random.nextNormal()).isEqualTo(radius * StrictMath.cos(angle));
            assertThat(random.nextNormal()).isEqualTo(radius * StrictMath.sin(angle));
        }
    }

    /** Five standard errors; the variance of the cut distribution is 1 - 4 φ(2) / (2 Φ(2) - 1) = 0.77374. */
    @Test
    void truncatedNormalValuesKeepWithinTwoDeviations() {
        HostRandom random = new HostRandom(1, 2, 3);
        double[] values = IntStream.range(0, SAMPLES)
                .mapToDouble(i -> random.nextTruncatedNormal())
                .toArray();
        assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow()).isBetween(1.999, 2.0);
        double error = 5 / Math.sqrt(SAMPLES);
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(error * 0.88));
        assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
                .isCloseTo(0.77374, within(error * 0.9));
    }

    @Test
    void thePositionIsTheFirstBlockNotTouched() {
        HostRandom random = new HostRandom(1, 2, 30);
        assertThat(random.position()).isEqualTo(30);
        random.nextUniform();
        assertThat(random.position()).isEqualTo(31);
        for (int i = 0; i < 3; i++) {
            random.nextUniform();
        }
        assertThat(random.position()).isEqualTo(31);
        HostRandom resumed = new HostRandom(1, 2, random.position());
        assertThat(resumed.nextUniform()).isEqualTo(random.nextUniform());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000, (1 << 30) + 1, Integer.MAX_VALUE})
    void integersKeepBelowTheirBound(int bound) {
        HostRandom random = new HostRandom(9, 9, 0);
        IntSummaryStatistics values =
                IntStream.range(0, SAMPLES).map(i -> random.nextInt(bound)).summaryStatistics();
        assertThat(values.getMin()).isNotNegative();
        assertThat(values.getMax()).isLessThan(bound);
        assertThat(values.getAverage()).isCloseTo((bound - 1) / 2.0, within(5 * bound / Math.sqrt(12.0 * SAMPLES)));
    }

    /** Of 2^32 words 2^32 mod (2^30 + 1) would favour some numbers: nearly a quarter is drawn again. */
    @Test
    void wordsThatFavourSomeNumbersAreDrawnAgain() {
        int bound = (1 << 30) + 1;
        HostRandom random = new HostRandom(9, 9, 0);
        HostRandom words = new HostRandom(9, 9, 0);
        long rejectedBelow = (1L << 32) % bound;
        for (int i = 0; i < 1000; i++) {
            long product;
            do {
                long word = (long) (words.nextUniform() * 0x1p32);
                product = word * bound;
            } while (Long.remainderUnsigned(product, 1L << 32) < rejectedBelow);
            assertThat(random.nextInt(bound)).isEqualTo((int) (product >>> 32));
        }
        assertThat(random.position()).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000})
    void permutationsHoldEachNumberOnce(int n) {
        int[] order = new HostRandom(3, 4, 5).permutation(n);
        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, n).toArray());
        if (n == 1000) {
            assertThat(order).isNotEqualTo(IntStream.range(0, n).toArray());
        }
    }

    /** Chi-square with 5 degrees of freedom: 25.7 is exceeded once in 10,000 fair cases. */
    @Test
    void allPermutationsAreEquallyProbable() {
        HostRandom random = new HostRandom(8, 8, 8);
        int[] counts = new int[9];
        int draws = 6 * 5000;
        for (int i = 0; i < draws; i++) {
            int[] order = random.permutation(3);
            counts[3 * order[0] + order[1]]++;
        }
        double statistic = Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> (count - 5000.0) * (count - 5000.0) / 5000)
                .sum();
        assertThat(Arrays.stream(counts).filter(count -> count > 0).count()).isEqualTo(6);
        assertThat(statistic).isLessThan(25.7);
    }

    @Test
    void boundsAndSizesBelowTheirMinimumAreNamed() {
        HostRandom random = new HostRandom(1, 1, 1);
        assertThatThrownBy(() -> random.nextInt(0)).hasMessage("bound is 0, expected at least 1");
        assertThatThrownBy(() -> random.permutation(-1))
                .hasMessage("size of the permutation is -1, expected at least 0");
    }
}
