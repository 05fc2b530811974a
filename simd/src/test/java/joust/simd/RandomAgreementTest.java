package joust.simd;

import joust.math.RandomFill;
import org.junit.jupiter.api.Test;

/** Random numbers on vectors have the scalar ones' bits. */
class RandomAgreementTest {
    /** Positions on either side of where a block's number outgrows 32 bits, and the last ones. */
    private static final long[] POSITIONS = {0, 5, 0xFFFFFFFFL - 2, 0x7FFF_FFFF_FFFFL, -3};

    @Test
    void uniform() {
        for (long position : POSITIONS) {
            KernelPair.assertSame(
                    1,
                    1,
                    (x, at, n) -> SimdRandomFill.uniform(0x1234_5678_9ABC_DEF0L, 3, position, -1f, 3f, x[0], at[0], n),
                    (x, at, n) -> RandomFill.uniform(0x1234_5678_9ABC_DEF0L, 3, position, -1f, 3f, x[0], at[0], n));
        }
    }

    @Test
    void normal() {
        for (long position : POSITIONS) {
            KernelPair.assertSame(
                    1,
                    1,
                    (x, at, n) -> SimdRandomFill.normal(-7L, 0x7FFF_FFFF, position, 0.5f, 2f, x[0], at[0], n),
                    (x, at, n) -> RandomFill.normal(-7L, 0x7FFF_FFFF, position, 0.5f, 2f, x[0], at[0], n));
        }
    }

    /** Enough of them to meet small radii and all quadrants, without a scale that would hide a sign. */
    @Test
    void aMillionNormalValues() {
        float[] actual = new float[1 << 20];
        float[] expected = actual.clone();
        SimdRandomFill.normal(42, 1, 9, -0f, 1f, actual, 0, actual.length);
        RandomFill.normal(42, 1, 9, -0f, 1f, expected, 0, expected.length);
        KernelPair.assertEqual(actual, expected, "a million");
    }
}
