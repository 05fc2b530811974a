package joust.backend;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Runs small cases of every operation on two backends and compares the outputs, before one of them is trusted: sizes
 * around the lanes of a vector, the extreme inputs of the elementary functions, and a product that comes out differently
 * with and without a fused multiply-add.
 *
 * <p>Backends of equal {@link Arithmetic} must agree bit for bit, NaNs in position. Otherwise a number may differ by a share
 * of the larger of 1 and the reference's magnitude: 2⁻⁵ for {@link Arithmetic#TF32}, which keeps 10 bits of each factor, and
 * 2⁻¹² for any other pair.
 */
public final class SelfTest {
    private static final int[] SIZES = {1, 17, 33};
    private static final float TF32_TOLERANCE = 0x1p-5f;
    private static final float TOLERANCE = 0x1p-12f;

    private SelfTest() {}

    /**
     * What the test found.
     *
     * @param difference the first number that differs, or null where all agree
     */
    public record Verdict(@Nullable Difference difference) {
        /** Whether all numbers agree. */
        public boolean passed() {
            return difference == null;
        }

        @Override
        public String toString() {
            return difference == null ? "passed" : difference.toString();
        }
    }

    /**
     * A number that differs.
     *
     * @param operation which operation
     * @param shape the shape of its output
     * @param position the place of the number in the output, row by row
     * @param expected the reference's number
     * @param found the candidate's
     */
    public record Difference(String operation, String shape, int position, float expected, float found) {
        @Override
        public String toString() {
            return operation + ", element " + position + " of " + shape + " is " + bits(found) + ", expected "
                    + bits(expected);
        }

        private static String bits(float value) {
            return String.format(Locale.ROOT, "0x%08x (%s)", Float.floatToRawIntBits(value), value);
        }
    }

    /** Compares a candidate with a reference, both open, and leaves nothing allocated on either. */
    public static Verdict run(Backend candidate, Backend reference) {
        boolean exact =
                candidate.arithmetic() == reference.arithmetic() && candidate.arithmetic() != Arithmetic.TOLERANCE;
        float tolerance = candidate.arithmetic() == Arithmetic.TF32 ? TF32_TOLERANCE : TOLERANCE;
        for (int size : SIZES) {
            Difference difference = compare(candidate, reference, size, exact ? -1 : tolerance);
            if (difference != null) {
                return new Verdict(difference);
            }
        }
        return new Verdict(null);
    }

    private static @Nullable Difference compare(Backend candidate, Backend reference, int size, float tolerance) {
        try (SelfTestTensors expected = new SelfTestTensors(reference);
                SelfTestTensors found = new SelfTestTensors(candidate)) {
            new SelfTestCases(reference, expected, size).run();
            new SelfTestCases(candidate, found, size).run();
            for (int output = 0; output < expected.outputs(); output++) {
                float[] numbers = expected.numbers(output);
                int position = firstDifference(numbers, found.numbers(output), tolerance);
                if (position >= 0) {
                    String shape = expected.tensor(output).shape();
                    return new Difference(
                            expected.operation(output),
                            shape,
                            position,
                            numbers[position],
                            found.numbers(output)[position]);
                }
            }
            return null;
        }
    }

    /** The first number that is neither the same nor within a tolerance, where that is not negative; else -1. */
    private static int firstDifference(float[] expected, float[] found, float tolerance) {
        for (int i = 0; i < expected.length; i++) {
            boolean same = Float.floatToIntBits(expected[i]) == Float.floatToIntBits(found[i]);
            if (!same && !(Math.abs(found[i] - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                return i;
            }
        }
        return -1;
    }
}
