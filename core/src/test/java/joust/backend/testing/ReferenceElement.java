package joust.backend.testing;

/** One element of a result in double precision, from the operands' contents before the call. */
@FunctionalInterface
interface ReferenceElement {
    double at(double[][] values, int index);
}
