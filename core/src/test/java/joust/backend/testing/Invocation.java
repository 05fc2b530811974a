package joust.backend.testing;

import joust.backend.Backend;
import joust.backend.Tensor;

/** The call under test; the tensors come in the order of the case's operands. */
@FunctionalInterface
interface Invocation {
    void call(Backend backend, Tensor[] tensors);
}
