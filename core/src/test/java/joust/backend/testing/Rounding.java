package joust.backend.testing;

/** The pieces that the bounds of the reference oracles are made of (Higham 2002, chapters 2 and 3). */
final class Rounding {
    /** The unit roundoff of float32: one rounding moves a normal number by at most this share of it. */
    static final double UNIT = 0x1p-24;

    /** What a few roundings among denormal numbers move a result by at most, 2⁻¹⁵⁰ each. */
    static final double TINY = 0x1p-146;

    /** What a denormal number is off by, at most, that became +0. */
    static final double DENORMAL = 0x1p-126;

    /** Covers the terms of second order and the error of the double-precision evaluation itself. */
    private static final double SLACK = 1 + 0x1p-10;

    /** Below it a sigmoid's or softplus's exponential becomes +0. */
    private static final double DECAY_FLOOR = 0x1p-50;

    private Rounding() {}

    /** What a sigmoid or softplus of x, or of a float near it, is off by, at most, where its exponential became +0. */
    static double lostDecay(double x) {
        return StrictMath.exp(-Math.abs(x)) < DECAY_FLOOR * SLACK ? DECAY_FLOOR : 0;
    }

    /** The error of a value behind a number of roundings that each move it, or one of its factors, relatively. */
    static double relative(double value, int roundings) {
        return of(roundings * Math.abs(value));
    }

    /** The error that a sum of magnitudes gives, each counted once per rounding it goes through. */
    static double of(double magnitudes) {
        return magnitudes * UNIT * SLACK + TINY;
    }
}
