package joust.backend.testing;

/**
 * The operation as float32 loops in the documented order. Gets the operands' contents before the call and leaves in the
 * results' arrays the exact bits that the call must leave.
 */
@FunctionalInterface
interface OrderedOracle {
    void compute(float[][] values);
}
