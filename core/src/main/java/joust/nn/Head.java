package joust.nn;

/**
 * What follows the last activation of a network: {@code output = clamp(scale * y, clampLow, clampHigh)}. The backward takes
 * a zero gradient where the clamp acts, else {@code scale * g}.
 *
 * @param scale finite and not 0
 * @param clampLow the smallest output, or -∞
 * @param clampHigh the largest output, above {@code clampLow}, or +∞
 */
public record Head(float scale, float clampLow, float clampHigh) {
    /** The output is the last activation itself. */
    public static final Head NONE = scaled(1);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the scale is 0 or not finite, or the bounds are not in ascending order
     */
    public Head {
        if (scale == 0 || !Float.isFinite(scale)) {
            throw new IllegalArgumentException("head: scale is " + scale + ", expected a finite number other than 0");
        }
        if (!(clampLow < clampHigh)) {
            throw new IllegalArgumentException(
                    "head: clamp is [" + clampLow + ", " + clampHigh + "], expected the lower bound below the upper");
        }
    }

    /** An output that is {@code scale} times the last activation. */
    public static Head scaled(float scale) {
        return new Head(scale, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    /** An output that is the last activation, clamped to [low, high]. */
    public static Head clamped(float low, float high) {
        return new Head(1, low, high);
    }

    /** Whether the scale changes anything. */
    boolean scales() {
        return scale != 1;
    }

    /** Whether either bound is finite. */
    boolean clamps() {
        return clampLow != Float.NEGATIVE_INFINITY || clampHigh != Float.POSITIVE_INFINITY;
    }

    /** Whether the output is the last activation itself. */
    boolean isNone() {
        return !scales() && !clamps();
    }
}
