package joust.backend.testing;

/** One element of a result in float32, from the operands' contents before the call. */
@FunctionalInterface
interface OrderedElement {
    float at(float[][] values, int index);
}
