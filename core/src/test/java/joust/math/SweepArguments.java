package joust.math;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The fixed arguments at which a test checks every elementary function. */
final class SweepArguments {
    private static final int STRIDE = 997;

    /**
     * Bits of arguments whose value changes when a coefficient moves by one unit in the last place: for each coefficient
     * and both directions one was searched among all floats, since the strided ones miss some.
     */
    private static final int[] WITNESSES = {
        // exp
        0x42adfade,
        0x42b0c0a6,
        0x42b168f9,
        0x42b161a4,
        0x42b13d6e,
        0x42b1303c,
        0x42b0d76c,
        0x42b11a95,
        0x42af44dc,
        0x42b0d251,
        0x42acb3f4,
        0x4290c214,
        // log
        0x447a0000,
        0x4479fc5c,
        0x443ff2ea,
        0x44793b17,
        0x4479d60b,
        0x44734646,
        0x4471b7ed,
        0x4472f1fe,
        0x4471ae7c,
        0x445b05c6,
        0x44614014,
        0x444d2302,
        0x4459954f,
        0x443ff2c6,
        0x444b429a,
        0x443ff0ec,
        0x443fe877,
        0x443dfc47,
        0x443f37d8,
        0x443ef096,
        0x443daf2e,
        // sinpi
        0x3e800000,
        0x3b28d5fd,
        0x3ac29037,
        0x3e7fffe9,
        0x3e7ffffd,
        0x3e7ffec9,
        0x3e7fff64,
        0x3e7fecb6,
        0x3e7faa06,
        0x3e7c4120,
        0x3e518336,
        // cospi
        0x3e800000,
        0x3e7ffff1,
        0x3e7fffbf,
        0x3e7ffadf,
        0x3e7f61a9,
        0x3e797817,
        // tanh
        0x3f1fffff,
        0x3f200000,
        0x3f1ffff9,
        0x3f1fffd5,
        0x3f1fffc8,
        0x3f1ffe1e,
        0x3f1ff7f5,
        0x3f1fd88c,
        0x3f1fd6d1,
        0x3f1eccb1,
        0x3f1fc88e,
    };

    private static final float[] ALL = build();

    private SweepArguments() {}

    /**
     * Every 997th float in the order of their bits from +0 on, the borders of all binades with two floats on either
     * side, the special values, and the witnesses of each coefficient.
     */
    static float[] all() {
        return ALL.clone();
    }

    private static float[] build() {
        IntStream strided = LongStream.range(0, (1L << 32) / STRIDE + 1).mapToInt(i -> (int) (i * STRIDE));
        IntStream borders = IntStream.range(0, 512)
                .flatMap(signAndExponent -> IntStream.rangeClosed(-2, 2).map(i -> (signAndExponent << 23) + i));
        int[] bits = IntStream.concat(IntStream.concat(strided, borders), IntStream.of(WITNESSES))
                .toArray();
        float[] values = new float[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        return values;
    }
}
