package joust.backend.testing;

/** How far one element may be from {@code result}, the reference's, given the operands' contents before the call. */
@FunctionalInterface
interface ErrorElement {
    double at(double[][] values, int index, double result);
}
