package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import joust.math.FusedArithmetic;

/**
 * The vector width of every kernel: the machine's preferred one, or {@code joust.simd.bits}. The species are constants of
 * this class alone, which is loaded after the probe: C2 compiles vectors of a species that is no constant into boxes.
 */
final class Lanes {
    /** The system property that chooses the width: {@code preferred}, 128, 256 or 512. */
    static final String PROPERTY = "joust.simd.bits";

    /** Vectors of float32. */
    static final VectorSpecies<Float> FLOATS =
            FloatVector.SPECIES_PREFERRED.withShape(shape(System.getProperty(PROPERTY, "preferred")));
    /** Vectors of int32, as many to a vector. */
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED.withShape(FLOATS.vectorShape());
    /** Numbers in a vector. */
    static final int COUNT = FLOATS.length();

    private Lanes() {}

    private static VectorShape shape(String bits) {
        return switch (bits) {
            case "preferred" -> FloatVector.SPECIES_PREFERRED.vectorShape();
            case "128" -> VectorShape.S_128_BIT;
            case "256" -> VectorShape.S_256_BIT;
            case "512" -> VectorShape.S_512_BIT;
            default ->
                throw new IllegalArgumentException(PROPERTY + ": '" + bits + "', expected preferred, 128, 256 or 512");
        };
    }

    /** {@code a * b + c}, rounded as {@link FusedArithmetic#fma} does. */
    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return FusedArithmetic.FUSED ? a.fma(b, c) : a.mul(b).add(c);
    }

    /** {@link joust.math.Denormals#toZero(float)}. */
    static FloatVector toZero(FloatVector x) {
        return toZero(x, Float.MIN_NORMAL);
    }

    /** {@link joust.math.Denormals#toZero(float, float)}. */
    static FloatVector toZero(FloatVector x, float floor) {
        return x.blend(0f, x.abs().lt(floor));
    }
}
