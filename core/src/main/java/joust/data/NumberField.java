package joust.data;

import java.util.Locale;
import java.util.Set;

/**
 * Numbers as tables write them: decimal digits, a sign, a point and an exponent where need be. Java's own {@code 1f},
 * {@code 0x1p3} and {@code 1d} are no numbers here.
 */
final class NumberField {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    private NumberField() {}

    /** Whether the text is a number, finite or not. */
    static boolean isNumber(String text) {
        return isDecimal(text)
                || NOT_FINITE.contains(text.substring(afterSign(text, 0)).toLowerCase(Locale.ROOT));
    }

    /** Whether the text is a number in decimal digits: decided by hand, since a table has millions of fields. */
    static boolean isDecimal(String text) {
        int start = afterSign(text, 0);
        int end = afterDigits(text, start);
        int digits = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = end + 1;
            end = afterDigits(text, fraction);
            digits += end - fraction;
        }
        if (digits > 0 && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = afterSign(text, end + 1);
            end = afterDigits(text, exponent);
            digits = end - exponent;
        }
        return digits > 0 && end == text.length();
    }

    /**
     * The float32 nearest to a number.
     *
     * @param cell where it stands, for the message
     * @throws DataException if the text is no number, or none that is finite in float32
     */
    static float parse(String text, TableCell cell) {
        float value = isDecimal(text) ? Float.parseFloat(text) : Float.NaN;
        if (Float.isFinite(value)) {
            return value;
        }
        String expected = isNumber(text) ? "a finite number of at most " + Float.MAX_VALUE : "a number";
        throw cell.refuse(expected, Excerpt.of(text));
    }

    private static int afterSign(String text, int start) {
        return start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-') ? start + 1 : start;
    }

    private static int afterDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
