package joust.data;

import java.util.regex.Pattern;

/**
 * Numbers as tables write them: decimal, with a point and an exponent if need be. Java's own 1f, 0x1p3 and 1d are no
 * numbers here.
 */
final class NumberField {
    // possessive quantifiers: no backtracking, however long a line a hostile file holds
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?+(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private NumberField() {}

    /** Whether the text is a number, finite or not. */
    static boolean isNumber(String text) {
        return isDecimal(text) || NOT_FINITE.matcher(text).matches();
    }

    /** Whether the text is a number in decimal digits. */
    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /**
     * The float32 nearest to a number.
     *
     * @param place where it stands, for the message
     * @throws DataException if the text is no number, or none that is finite in float32
     */
    static float parse(String text, String file, String place) {
        if (!isNumber(text)) {
            throw new DataException(file, place, "a number", Excerpt.of(text));
        }
        float value = isDecimal(text) ? Float.parseFloat(text) : Float.NaN;
        if (!Float.isFinite(value)) {
            throw new DataException(file, place, "a finite number of at most " + Float.MAX_VALUE, Excerpt.of(text));
        }
        return value;
    }
}
