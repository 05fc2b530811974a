package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Values that kernels must get right, and arrays that hold them between NaN margins. */
final class Places {
    /** Zeros, ones, denormals, the extremes, infinities, NaN, and ordinary numbers of both signs. */
    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        0.5f,
        -0.5f,
        0.3f,
        -0.7f,
        2f,
        -2.25f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        3e-39f,
        -3e-39f,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        0x1p-125f,
        -0x1.fffffep-126f,
        -0x1p-58f,
        0x1.fffffep-59f,
        90f,
        -90f,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        Float.intBitsToFloat(0xffc00001)
    };

    /** Offsets of two inputs and an output: equal at the start, equal further on, and each in turn the odd one out. */
    static final int[][] OFFSETS = {{0, 0, 0}, {3, 3, 3}, {1, 4, 4}, {4, 1, 4}, {4, 4, 1}};

    private Places() {}

    /** One of three values for each combination of special values; which is 0, 1 or 2. */
    static float[] combinations(int which) {
        int n = SPECIAL.length;
        float[] values = new float[n * n * n];
        int repeat = which == 0 ? n * n : which == 1 ? n : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = SPECIAL[i / repeat % n];
        }
        return values;
    }

    /** The values from {@code offset} on, in an array of NaN. */
    static float[] placed(float[] values, int offset) {
        float[] array = poisoned(values.length, offset);
        System.arraycopy(values, 0, array, offset, values.length);
        return array;
    }

    /** Equal bit for bit, all NaNs being one. */
    static void assertSame(float[] actual, float[] expected) {
        int i = Arrays.mismatch(actual, expected);
        assertThat(i < 0 ? "none" : "at " + i + ": " + actual[i] + " instead of " + expected[i])
                .as("first difference")
                .isEqualTo("none");
    }

    /** An array of NaN with room for {@code count} values from {@code offset} on. */
    static float[] poisoned(int count, int offset) {
        float[] array = new float[offset + count + 5];
        Arrays.fill(array, Float.NaN);
        return array;
    }
}
