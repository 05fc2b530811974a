package joust.backend.testing;

/**
 * The operation as a naive loop in double precision, written from its mathematical definition. Gets the operands' contents
 * before the call and leaves in the results' arrays what is expected, and in {@code allowed} the derived bound of the
 * absolute error; where the bound is 0, the expected number rounded to float32 must be met bit for bit.
 */
@FunctionalInterface
interface ReferenceOracle {
    void compute(double[][] values, double[][] allowed);
}
