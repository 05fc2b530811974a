package joust.backend.testing;

/** Floats in messages, and the comparison of bits. */
final class Floats {
    private Floats() {}

    /** The shortest decimal and the bits: {@code 0.1 (0x3dcccccd)}. */
    static String describe(float value) {
        return value + String.format(" (0x%08x)", Float.floatToRawIntBits(value));
    }

    /** Equal bits, or NaN both: payloads are nobody's promise. */
    static boolean same(float a, float b) {
        return Float.floatToIntBits(a) == Float.floatToIntBits(b);
    }
}
