package joust.scalar;

/**
 * Comparisons as bit masks. A data-dependent {@code ?:} on floats is compiled to a branch, which random signs
 * mispredict: 7 ns an element against 1.
 */
final class SignMasks {
    private static final int INFINITY = 0x7f800000;

    private SignMasks() {}

    /** All ones if {@code d > 0}, else 0; also 0 for NaN. */
    static int positive(float d) {
        int bits = Float.floatToRawIntBits(d);
        return ~(((bits - 1) | (INFINITY - bits)) >> 31);
    }

    /** All ones if {@code d >= 0}, else 0; also 0 for NaN. */
    static int notNegative(float d) {
        int bits = Float.floatToRawIntBits(d + 0f);
        return ~((bits | (INFINITY - bits)) >> 31);
    }

    /** {@code value} where the mask has zeros, +0 where it has ones. */
    static float zeroWhere(int mask, float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) & ~mask);
    }

    /** {@code a} where the mask has ones, {@code b} where it has zeros. */
    static float select(int mask, float a, float b) {
        int bits = Float.floatToRawIntBits(b);
        return Float.intBitsToFloat(bits ^ ((bits ^ Float.floatToRawIntBits(a)) & mask));
    }
}
