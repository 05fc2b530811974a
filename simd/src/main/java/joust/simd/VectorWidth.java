package joust.simd;

import jdk.incubator.vector.FloatVector;

/** How wide vectors are, in bits. Loaded only where the module of the Vector API is. */
final class VectorWidth {
    private VectorWidth() {}

    /** The width that this machine prefers. */
    static int preferred() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    /** The widest that this machine has. */
    static int widest() {
        return FloatVector.SPECIES_MAX.vectorBitSize();
    }

    /** The width of the kernels. */
    static int chosen() {
        return Lanes.FLOATS.vectorBitSize();
    }
}
