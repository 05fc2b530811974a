package joust.opencl;

import joust.backend.Backend;
import joust.backend.Tensor;

/** A tensor whose numbers lie in device memory: a root owns it, a view names a place in its root's. */
final class DeviceTensor extends Tensor {
    private final DeviceBuffer buffer;

    /** A root that owns the buffer. */
    DeviceTensor(Backend owner, DeviceBuffer buffer, int rows, int cols) {
        super(owner, rows, cols);
        this.buffer = buffer;
    }

    /** A view that starts {@code offset} floats after the start of {@code source}. */
    DeviceTensor(Tensor source, int offset, int rows, int cols) {
        super(source, offset, rows, cols);
        this.buffer = bufferOf(source);
    }

    /** The memory of a tensor of this backend; its first element is at {@link #offset()}. */
    static DeviceBuffer bufferOf(Tensor tensor) {
        return ((DeviceTensor) tensor).buffer;
    }

    @Override
    protected void release() {
        buffer.close();
    }
}
