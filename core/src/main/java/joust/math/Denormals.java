package joust.math;

/**
 * Numbers that are, or would breed, denormal ones as zero. Many processors take a hundred times as long for an operation that
 * meets a denormal number, and a state that decays from step to step ends among them for good: 0.9 times the fourth of them is
 * the fourth again. So an optimizer's state is +0 below {@link #floorOfProducts} of the factor by which it decays, a gradient in
 * its own square below {@link #floorOfSquares} of the square's factor, what comes back through a sigmoid below 2^-126, and a
 * sigmoid itself below 2^-50 ({@link ElementaryConstants#DECAY_LOWEST}), so that a saturated pixel times the gradient of a
 * saturated loss is not denormal either.
 */
public final class Denormals {
    private Denormals() {}

    /**
     * x, but +0 where its magnitude is below 2^-126, of -0 too; NaN and infinities stay as they are. Made of operations that C2 has
     * as vectors.
     */
    public static float toZero(float x) {
        return toZero(x, Float.MIN_NORMAL);
    }

    /**
     * x, but +0 where its magnitude is below a floor; NaN and infinities stay as they are.
     *
     * @param floor a power of two, 2^-126 to 2^126
     */
    public static float toZero(float x, float floor) {
        int kept = (int) Math.min(Math.abs(x) * (1f / floor), 1f);
        return x * kept + 0f;
    }

    /**
     * The smallest power of two whose product with a factor is not denormal, for a state that decays: below it the next step
     * would make it denormal.
     *
     * @param factor in [0, 1]; below 2^-8, where a state hardly lasts, it counts as that
     * @return 2^-126 to 2^-118
     */
    public static float floorOfProducts(float factor) {
        return Math.scalb(1f, -126 - exponent(factor, -8));
    }

    /**
     * The smallest power of two whose square's product with a factor is not denormal.
     *
     * @param factor in [0, 1]; below 2^-64 it counts as that
     * @return 2^-63 to 2^-31
     */
    public static float floorOfSquares(float factor) {
        return Math.scalb(1f, -((126 + exponent(factor, -64)) / 2));
    }

    private static int exponent(float factor, int lowest) {
        return Math.clamp(Math.getExponent(factor), lowest, 0);
    }
}
