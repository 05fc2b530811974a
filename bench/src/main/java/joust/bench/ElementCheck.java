package joust.bench;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Checks a sample of an elementwise result against double precision before anything is timed. */
final class ElementCheck {
    private static final int SAMPLES = 64;
    /** A handful of float32 roundings on numbers of magnitude 1; a wrong formula is off by far more. */
    private static final double TOLERANCE = 8 * Math.ulp(1f);

    private ElementCheck() {}

    static float[] scaled(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    /**
     * Checks the first, the last and 64 random elements.
     *
     * @throws IllegalStateException at the first that is off by more than 8 units in the last place of max(1, expected)
     */
    static void verify(String what, float[] result, IntToDoubleFunction oracle) {
        Random random = new Random(7);
        check(what, result, 0, oracle);
        check(what, result, result.length - 1, oracle);
        for (int i = 0; i < SAMPLES; i++) {
            check(what, result, random.nextInt(result.length), oracle);
        }
    }

    private static void check(String what, float[] result, int index, IntToDoubleFunction oracle) {
        double expected = oracle.applyAsDouble(index);
        double allowed = TOLERANCE * Math.max(1, Math.abs(expected));
        if (!(Math.abs(result[index] - expected) <= allowed)) {
            throw new IllegalStateException(what + ": element " + index + " is " + result[index] + ", expected "
                    + expected + " within " + allowed + "; not timed");
        }
    }
}
