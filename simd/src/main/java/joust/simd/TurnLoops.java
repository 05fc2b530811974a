package joust.simd;

import static joust.math.ElementaryConstants.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import joust.math.Elementary;

/**
 * {@link Elementary}'s sine and cosine of multiples of π, with the same bits, over whole vectors; written out for the reasons
 * that {@link ExponentialLoops} gives.
 */
final class TurnLoops {
    /** The quarter turns that make a cosine of a sine. */
    static final int COSINE = 1;
    /** None of them. */
    static final int SINE = 0;

    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int SIGN_BIT = 0x80000000;

    private TurnLoops() {}

    /** {@link Elementary#sinpi} or {@link Elementary#cospi}, as the quarter turns say. */
    static void sinpi(int quarters, float[] input, int from, float[] output, int to, int count) {
        int odd = quarters == SINE ? SIGN_BIT : 0;
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i);
            FloatVector a = x.abs();
            FloatVector evens = a.mul(0.5f).add(0x1p23f).sub(0x1p23f);
            FloatVector y = a.mul(0f).blend(a.sub(evens.mul(2f)), a.lt(0x1p24f));
            FloatVector rounded = y.mul(2f).add(ROUNDER);
            FloatVector r = y.sub(rounded.sub(ROUNDER).mul(0.5f));
            FloatVector s = r.mul(r);
            FloatVector sine =
                    Lanes.fma(s, FloatVector.broadcast(FLOATS, SINPI_9), FloatVector.broadcast(FLOATS, SINPI_7));
            sine = Lanes.fma(s, sine, FloatVector.broadcast(FLOATS, SINPI_5));
            sine = Lanes.fma(s, sine, FloatVector.broadcast(FLOATS, SINPI_3));
            sine = Lanes.fma(
                    r,
                    FloatVector.broadcast(FLOATS, PI_HIGH),
                    r.mul(Lanes.fma(s, sine, FloatVector.broadcast(FLOATS, PI_LOW))));
            FloatVector cosine =
                    Lanes.fma(s, FloatVector.broadcast(FLOATS, COSPI_8), FloatVector.broadcast(FLOATS, COSPI_6));
            cosine = Lanes.fma(s, cosine, FloatVector.broadcast(FLOATS, COSPI_4));
            cosine = Lanes.fma(s, cosine, FloatVector.broadcast(FLOATS, COSPI_2));
            cosine = Lanes.fma(s, cosine, FloatVector.broadcast(FLOATS, 1f));
            IntVector quadrant = rounded.reinterpretAsInts().sub(ROUNDER_BITS).add(quarters);
            IntVector c = cosine.reinterpretAsInts();
            // Where the quadrant is even the difference of the two turns the cosine's bits into the sine's.
            IntVector chosen = sine.reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, c)
                    .and(quadrant.and(1).sub(1))
                    .lanewise(VectorOperators.XOR, c);
            IntVector sign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
            IntVector turned = chosen.lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsFloats()
                    .add(0f)
                    .reinterpretAsInts();
            turned.lanewise(VectorOperators.XOR, x.reinterpretAsInts().and(odd))
                    .reinterpretAsFloats()
                    .intoArray(output, to + i);
        }
    }

    /**
     * Turns vectors of radii r and of angles a in [0, 2), which take turns, into vectors of r · cospi(a) and r · sinpi(a), in
     * place; {@code count} elements of each.
     */
    static void polar(float[] x, int from, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            int at = from + 2 * i;
            FloatVector a = FloatVector.fromArray(FLOATS, x, at + Lanes.COUNT);
            FloatVector y = a.sub(a.mul(0.5f).add(0x1p23f).sub(0x1p23f).mul(2f));
            FloatVector rounded = y.mul(2f).add(ROUNDER);
            FloatVector r = y.sub(rounded.sub(ROUNDER).mul(0.5f));
            FloatVector s = r.mul(r);
            FloatVector sine =
                    Lanes.fma(s, FloatVector.broadcast(FLOATS, SINPI_9), FloatVector.broadcast(FLOATS, SINPI_7));
            sine = Lanes.fma(s, sine, FloatVector.broadcast(FLOATS, SINPI_5));
            sine = Lanes.fma(s, sine, FloatVector.broadcast(FLOATS, SINPI_3));
            sine = Lanes.fma(
                    r,
                    FloatVector.broadcast(FLOATS, PI_HIGH),
                    r.mul(Lanes.fma(s, sine, FloatVector.broadcast(FLOATS, PI_LOW))));
            FloatVector cosine =
                    Lanes.fma(s, FloatVector.broadcast(FLOATS, COSPI_8), FloatVector.broadcast(FLOATS, COSPI_6));
            cosine = Lanes.fma(s, cosine, FloatVector.broadcast(FLOATS, COSPI_4));
            cosine = Lanes.fma(s, cosine, FloatVector.broadcast(FLOATS, COSPI_2));
            cosine = Lanes.fma(s, cosine, FloatVector.broadcast(FLOATS, 1f));
            IntVector quadrant = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
            IntVector both = sine.reinterpretAsInts().lanewise(VectorOperators.XOR, cosine.reinterpretAsInts());
            IntVector swapped = both.and(IntVector.zero(Lanes.INTS).sub(quadrant.and(1)));
            IntVector sineSign = quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
            IntVector cosineSign = quadrant.add(1).and(2).lanewise(VectorOperators.LSHL, 30);
            FloatVector radius = FloatVector.fromArray(FLOATS, x, at);
            cosine.reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, swapped)
                    .lanewise(VectorOperators.XOR, cosineSign)
                    .reinterpretAsFloats()
                    .add(0f)
                    .mul(radius)
                    .intoArray(x, at);
            sine.reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, swapped)
                    .lanewise(VectorOperators.XOR, sineSign)
                    .reinterpretAsFloats()
                    .add(0f)
                    .mul(radius)
                    .intoArray(x, at + Lanes.COUNT);
        }
    }
}
