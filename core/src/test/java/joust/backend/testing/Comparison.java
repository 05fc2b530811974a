package joust.backend.testing;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Compares a result with what was expected; a mismatch is a report of the first differing positions. */
final class Comparison {
    private static final int POSITIONS_SHOWN = 5;

    private Comparison() {}

    /** The differences of bits, or null if there are none. NaNs are equal whatever their payload. */
    static @Nullable String ofBits(Operand operand, float[] expected, float[] actual) {
        return report(
                operand,
                i -> Floats.same(expected[i], actual[i]) && !isUnwritten(operand, actual[i]),
                i -> line(operand, i, expected[i], actual[i], 0));
    }

    /** The differences beyond what is allowed, times {@code factor}, or null if there are none. */
    static @Nullable String ofBounded(
            Operand operand, double[] expected, double[] allowed, double factor, float[] actual) {
        return report(
                operand,
                i -> isWithin(expected[i], allowed[i] * factor, actual[i]) && !isUnwritten(operand, actual[i]),
                i -> line(operand, i, expected[i], actual[i], allowed[i] * factor));
    }

    private static boolean isWithin(double expected, double allowed, float actual) {
        float rounded = (float) expected;
        if (allowed == 0 || Double.isNaN(expected) || Float.isInfinite(rounded)) {
            return Floats.same(rounded, actual);
        }
        if (!(allowed > 0 && allowed < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("the oracle allows " + allowed + " around " + expected);
        }
        return Math.abs(actual - expected) <= allowed;
    }

    private static boolean isUnwritten(Operand operand, float actual) {
        return operand.role() == Role.OUTPUT && Operand.isPoison(actual);
    }

    private static @Nullable String report(Operand operand, IntPredicate agrees, IntFunction<String> describe) {
        int differing = 0;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < operand.size(); i++) {
            if (!agrees.test(i)) {
                if (differing < POSITIONS_SHOWN) {
                    lines.append("\n    ").append(describe.apply(i));
                }
                differing++;
            }
        }
        if (differing == 0) {
            return null;
        }
        return "'" + operand.name() + "' " + operand.shape() + " differs in " + differing + " of " + operand.size()
                + " elements:" + lines;
    }

    private static String line(Operand operand, int index, double expected, float actual, double allowed) {
        String position = "[" + index / operand.cols() + "," + index % operand.cols() + "] ";
        if (isUnwritten(operand, actual)) {
            return position + "still holds the NaN of before the call, expected " + Floats.describe((float) expected);
        }
        return position + "expected " + Floats.describe((float) expected) + ", actual " + Floats.describe(actual)
                + ", difference " + Math.abs(actual - expected) + ", allowed " + allowed;
    }
}
