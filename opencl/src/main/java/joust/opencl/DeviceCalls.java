package joust.opencl;

import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import joust.backend.BackendException;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jspecify.annotations.Nullable;

/**
 * The functions of OpenCL that may fail at any moment while a device is in use. Each gives OpenCL's status; offsets and sizes are in
 * bytes. Tests override them to see what becomes of a failure.
 */
class DeviceCalls {
    private final NativeFunctions.WriteBuffer writeBuffer;

    /**
     * Looks the loader's functions up.
     *
     * @throws BackendException if it lacks one
     */
    DeviceCalls() {
        SymbolLookup functions = OpenClLibrary.get().functions();
        this.writeBuffer = (functions == null
                        ? Optional.<NativeFunctions.WriteBuffer>empty()
                        : NativeFunctions.writeBuffer(functions))
                .orElseThrow(() -> new BackendException("the OpenCL loader has no clEnqueueWriteBuffer"));
    }

    /** Makes a buffer; null where the status, which goes to the array, is not 0. */
    @Nullable
    cl_mem createBuffer(cl_context context, long bytes, int[] status) {
        return CL.clCreateBuffer(context, CL.CL_MEM_READ_WRITE, bytes, null, status);
    }

    int setArgument(cl_kernel kernel, int index, long bytes, Pointer argument) {
        return CL.clSetKernelArg(kernel, index, bytes, argument);
    }

    int launch(cl_command_queue queue, cl_kernel kernel, int dimensions, long[] global, long[] local) {
        return CL.clEnqueueNDRangeKernel(queue, kernel, dimensions, null, global, local, 0, null, null);
    }

    int fill(cl_command_queue queue, cl_mem memory, Pointer pattern, long patternBytes, long offset, long bytes) {
        return CL.clEnqueueFillBuffer(queue, memory, pattern, patternBytes, offset, bytes, 0, null, null);
    }

    int copy(cl_command_queue queue, cl_mem from, cl_mem to, long fromOffset, long toOffset, long bytes) {
        return CL.clEnqueueCopyBuffer(queue, from, to, fromOffset, toOffset, bytes, 0, null, null);
    }

    /** Waits for nothing. JOCL would start a thread for each such call, to hold on to the source until it has been read. */
    int write(cl_command_queue queue, cl_mem to, long offset, long bytes, long source) {
        return writeBuffer.call(queue.getNativePointer(), to.getNativePointer(), 0, offset, bytes, source, 0, 0, 0);
    }

    /** Waits for everything in the queue. */
    int read(cl_command_queue queue, cl_mem from, long offset, long bytes, Pointer to) {
        return CL.clEnqueueReadBuffer(queue, from, true, offset, bytes, to, 0, null, null);
    }

    int mark(cl_command_queue queue, cl_event event) {
        return CL.clEnqueueMarkerWithWaitList(queue, 0, null, event);
    }

    int await(cl_event[] events) {
        return CL.clWaitForEvents(events.length, events);
    }

    int finish(cl_command_queue queue) {
        return CL.clFinish(queue);
    }
}
