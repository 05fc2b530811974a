package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;

/** A tensor of a {@link ForwardingBackend}: a handle on one of the backend behind it. */
final class ForwardedTensor extends Tensor {
    private final Tensor behind;

    ForwardedTensor(Backend owner, Tensor behind) {
        super(owner, behind.rows(), behind.cols());
        this.behind = behind;
    }

    /** A view, {@code offset} floats after the start of {@code source}. */
    ForwardedTensor(Tensor source, int offset, Tensor behind) {
        super(source, offset, behind.rows(), behind.cols());
        this.behind = behind;
    }

    Tensor behind() {
        return behind;
    }

    @Override
    protected void release() {
        behind.close();
    }
}
