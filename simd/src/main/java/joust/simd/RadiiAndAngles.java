package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What Box and Muller's transform takes of random words. */
final class RadiiAndAngles {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;

    private RadiiAndAngles() {}

    /**
     * Makes ((w &gt;&gt;&gt; 8) + 1) · 2⁻²⁴ of the words 0 and 2 of {@link RandomLoops#words} and (w &gt;&gt;&gt; 8) · 2⁻²³ of its
     * words 1 and 3: the radii before the logarithm, and the angles in half turns.
     */
    static void make(float[] out, int offset, int count) {
        for (int i = 0; i < count; i += RandomLoops.STEP) {
            int at = offset + i;
            FloatVector.fromArray(FLOATS, out, at)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(0x1p-24f)
                    .add(0x1p-24f)
                    .intoArray(out, at);
            FloatVector.fromArray(FLOATS, out, at + Lanes.COUNT)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(0x1p-23f)
                    .intoArray(out, at + Lanes.COUNT);
        }
    }
}
