package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Runs a kernel and its scalar counterpart on the same numbers, which lie in arrays with margins of NaN, and compares every
 * array bit for bit, margins included and all NaNs being one.
 */
final class KernelPair {
    /** Around the lengths of vectors, of unrolled loops and of a sum's block. */
    private static final int[] COUNTS = {
        0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 129, 1009, 4095, 4096, 4097, 10007
    };

    private static final int[][] OFFSETS = {{0, 0, 0, 0}, {3, 3, 3, 3}, {1, 4, 2, 7}};
    private static final int MARGIN = 5;

    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        -0.5f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        3e-39f,
        -3e-39f,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        0x1p-125f,
        -0x1.fffffep-126f,
        -0x1p-122f,
        0x1.fffffep-123f,
        -0x1p-58f,
        0x1.fffffep-59f,
        -0x1.154244p+5f,
        -0x1.154246p+5f,
        90f,
        -90f,
        104f,
        -103.5f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        Float.intBitsToFloat(0xffc00001)
    };

    private KernelPair() {}

    /** A kernel on arrays and the offsets of their first elements. */
    interface Kernel {
        void run(float[][] arrays, int[] at, int count);
    }

    /** Compares over all counts and offsets; each array has {@code stride} elements for each of count. */
    static void assertSame(int arrays, int stride, Kernel simd, Kernel scalar) {
        for (int count : COUNTS) {
            for (int[] at : OFFSETS) {
                float[][] actual = new float[arrays][];
                for (int i = 0; i < arrays; i++) {
                    actual[i] = placed(stride * count, at[i], count + 31L * i);
                }
                assertSame(actual, at, count, simd, scalar);
            }
        }
    }

    /** Compares where one array stands for two operands, the kernels' first two. */
    static void assertSameInPlace(Kernel simd, Kernel scalar) {
        for (int count : COUNTS) {
            float[] both = placed(count, 3, count);
            float[] expected = both.clone();
            float[] other = placed(count, 3, count + 1L);
            int[] at = {3, 3, 3};
            simd.run(new float[][] {both, both, other}, at, count);
            scalar.run(new float[][] {expected, expected, other}, at, count);
            assertEqual(both, expected, "in place, " + count + " elements");
        }
    }

    private static void assertSame(float[][] actual, int[] at, int count, Kernel simd, Kernel scalar) {
        float[][] expected = new float[actual.length][];
        Arrays.setAll(expected, i -> actual[i].clone());
        simd.run(actual, at, count);
        scalar.run(expected, at, count);
        for (int i = 0; i < actual.length; i++) {
            assertEqual(
                    actual[i], expected[i], "array " + i + " at " + Arrays.toString(at) + ", " + count + " elements");
        }
    }

    /** Compares two arrays, all NaNs being one. */
    static void assertEqual(float[] actual, float[] expected, String what) {
        int i = Arrays.mismatch(actual, expected);
        assertThat(i < 0 ? "none" : "at " + i + ": " + actual[i] + " instead of " + expected[i])
                .as("first difference, %s", what)
                .isEqualTo("none");
    }

    /** Ordinary and special numbers from {@code offset} on, in an array of NaN. */
    static float[] placed(int count, int offset, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] array = new float[offset + count + MARGIN];
        Arrays.fill(array, Float.NaN);
        for (int i = 0; i < count; i++) {
            array[offset + i] = random.nextInt(4) == 0
                    ? SPECIAL[random.nextInt(SPECIAL.length)]
                    : (float) (random.nextGaussian() * (random.nextInt(8) == 0 ? 40 : 1.5));
        }
        return array;
    }
}
