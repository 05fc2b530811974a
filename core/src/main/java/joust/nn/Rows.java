package joust.nn;

import joust.backend.Backend;
import joust.backend.Tensor;

/** A range of rows, to be viewed in several tensors. */
record Rows(Backend backend, int first, int count) {
    Tensor of(Tensor tensor) {
        return backend.view(tensor, first * tensor.cols(), count, tensor.cols());
    }
}
