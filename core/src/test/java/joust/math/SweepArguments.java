package joust.math;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The fixed arguments at which a test checks every elementary function. */
final class SweepArguments {
    private static final int STRIDE = 997;

    private static final float[] ALL = build();

    private SweepArguments() {}

    /**
     * Every 997th float in the order of their bits from +0 on, the borders of all binades with two floats on either
     * side, and the special values; both signs.
     */
    static float[] all() {
        return ALL.clone();
    }

    private static float[] build() {
        IntStream strided = LongStream.range(0, (1L << 32) / STRIDE + 1).mapToInt(i -> (int) (i * STRIDE));
        IntStream borders = IntStream.range(0, 512)
                .flatMap(signAndExponent -> IntStream.rangeClosed(-2, 2).map(i -> (signAndExponent << 23) + i));
        int[] bits = IntStream.concat(strided, borders).toArray();
        float[] values = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        return values;
    }
}
