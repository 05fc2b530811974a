package joust.math;

/**
 * Denormal numbers as zero. Many processors take a hundred times as long for a multiply-add that meets one, and a state that
 * decays from step to step ends among them for good: 0.9 times the fourth of them is the fourth again. So what a network passes
 * on from step to step, or from layer to layer where a sigmoid is saturated, is +0 there.
 */
public final class Denormals {
    private Denormals() {}

    /**
     * x, but +0 where its magnitude is below 2^-126, of -0 too; NaN and infinities stay as they are. Made of operations that C2 has
     * as vectors.
     */
    public static float toZero(float x) {
        int normal = (int) Math.min(Math.abs(x) * 0x1p126f, 1f);
        return x * normal + 0f;
    }
}
