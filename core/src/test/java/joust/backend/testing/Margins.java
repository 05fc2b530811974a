package joust.backend.testing;

/** The floats around the operands of a case. */
final class Margins {
    /** Longer than any vector or unrolled block, and odd, so that operands are misaligned. */
    static final int FLOATS = 67;

    /** What each further margin is longer by, so that operands are misaligned differently. */
    static final int GROWTH = 2;

    /** A NaN that no computation makes. */
    static final float VALUE = Float.intBitsToFloat(0x7fc0feed);

    private Margins() {}
}
