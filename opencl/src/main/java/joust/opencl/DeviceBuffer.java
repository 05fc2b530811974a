package joust.opencl;

import joust.backend.BackendException;
import joust.opencl.LiveObjects.Releasable;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_mem;

/** Memory on the device for float32 numbers. */
final class DeviceBuffer extends Releasable {
    private static final long PATTERN_BYTES = Float.BYTES;

    private final OpenClContext context;
    private final cl_mem memory;
    private final Pointer argument;
    private final long bytes;
    private final float[] pattern = new float[1];
    private final Pointer patternPointer = Pointer.to(pattern);
    private boolean released;

    private DeviceBuffer(OpenClContext context, cl_mem memory, long bytes) {
        super(context.objects());
        this.context = context;
        this.memory = memory;
        this.argument = Pointer.to(memory);
        this.bytes = bytes;
    }

    /** As {@link OpenClContext#allocate}. */
    static DeviceBuffer allocate(OpenClContext context, long floats) {
        long bytes = floats * Float.BYTES;
        context.memory().take(bytes);
        int[] status = new int[1];
        cl_mem memory = context.calls().createBuffer(context.context(), bytes, status);
        if (memory == null || status[0] != 0) {
            context.memory().give(bytes);
            throw failure(context, bytes, status[0]);
        }
        DeviceBuffer buffer = new DeviceBuffer(context, memory, bytes);
        // Drivers reserve memory when it is first used, so that is when it may turn out to be missing.
        int filled = buffer.enqueueFill(0f, 0, floats);
        if (filled != 0) {
            buffer.close();
            throw failure(context, bytes, filled);
        }
        return buffer;
    }

    private static BackendException failure(OpenClContext context, long bytes, int status) {
        return ClStatus.outOfMemory(status)
                ? new BackendException(context.memory().shortage(bytes, ClStatus.describe(status)))
                : context.refused("allocate: making a buffer of " + bytes + " bytes", status);
    }

    /** The handle, while the memory is there. */
    cl_mem memory() {
        demandAlive();
        return memory;
    }

    /** A pointer to the handle, as a kernel's argument. */
    Pointer argument() {
        demandAlive();
        return argument;
    }

    /** Sets a range of floats. */
    void fill(float value, long offset, long floats) {
        context.checkTaken(enqueueFill(value, offset, floats), "filling memory");
    }

    private int enqueueFill(float value, long offset, long floats) {
        pattern[0] = value;
        int status = context.calls()
                .fill(
                        context.queue(),
                        memory(),
                        patternPointer,
                        PATTERN_BYTES,
                        offset * Float.BYTES,
                        floats * Float.BYTES);
        if (status == 0) {
            context.enqueued();
        }
        return status;
    }

    /** Copies a range of floats from another buffer, or from this one if the ranges do not overlap. */
    void copyFrom(DeviceBuffer source, long sourceOffset, long offset, long floats) {
        int status = context.calls()
                .copy(
                        context.queue(),
                        source.memory(),
                        memory(),
                        sourceOffset * Float.BYTES,
                        offset * Float.BYTES,
                        floats * Float.BYTES);
        context.checkTaken(status, "copying memory");
        context.enqueued();
    }

    private void demandAlive() {
        context.demandOpen();
        if (released) {
            throw new IllegalStateException("device memory of " + bytes + " bytes has been released");
        }
    }

    @Override
    void release() {
        released = true;
        context.memory().give(bytes);
        CL.clReleaseMemObject(memory);
    }
}
