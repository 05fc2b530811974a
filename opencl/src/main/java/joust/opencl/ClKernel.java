package joust.opencl;

import joust.backend.BackendException;
import joust.backend.Tensor;
import joust.opencl.LiveObjects.Releasable;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;
import org.jspecify.annotations.Nullable;

/**
 * A kernel. Arguments are given in order, all of them before each launch; only those that changed are set. Launching
 * allocates nothing on the Java heap.
 */
final class ClKernel extends Releasable {
    /** The work-items of a group where the kernel does not name a size. */
    static final int PREFERRED_GROUP = 128;

    private static final int DIMENSIONS = 3;

    private final OpenClContext context;
    private final cl_kernel kernel;
    private final String name;
    private final @Nullable DeviceBuffer[] buffers;
    private final int[] scalars;
    private final boolean[] known;
    private final int[] value = new int[1];
    private final Pointer valuePointer = Pointer.to(value);
    private final long[] global = new long[2];
    private final long[] local = new long[2];
    private int next;

    ClKernel(OpenClContext context, cl_kernel kernel, String name) {
        super(context.objects());
        this.context = context;
        this.kernel = kernel;
        this.name = name;
        int[] count = new int[1];
        ClStatus.check(
                CL.clGetKernelInfo(kernel, CL.CL_KERNEL_NUM_ARGS, Sizeof.cl_uint, Pointer.to(count), null),
                "asking kernel " + name);
        this.buffers = new DeviceBuffer[count[0]];
        this.scalars = new int[count[0]];
        this.known = new boolean[count[0]];
        chooseGroup();
    }

    /** The size that the kernel names, or one that the device allows it. */
    private void chooseGroup() {
        long[] most = new long[1];
        ask(CL.CL_KERNEL_WORK_GROUP_SIZE, most);
        long[] named = new long[DIMENSIONS];
        ask(CL.CL_KERNEL_COMPILE_WORK_GROUP_SIZE, named);
        local[0] = named[0] == 0 ? Math.min(PREFERRED_GROUP, most[0]) : named[0];
        local[1] = named[0] == 0 ? 1 : named[1];
        if (local[0] * local[1] > most[0]) {
            throw new BackendException("kernel " + name + " needs groups of " + local[0] * local[1]
                    + " work-items, and " + context.facts().model() + " allows it " + most[0]);
        }
    }

    private void ask(int what, long[] answer) {
        ClStatus.check(
                CL.clGetKernelWorkGroupInfo(
                        kernel,
                        context.deviceId(),
                        what,
                        (long) answer.length * Sizeof.size_t,
                        Pointer.to(answer),
                        null),
                "asking kernel " + name);
    }

    /** The work-items of a group in one dimension, 0 or 1. */
    int groupSize(int dimension) {
        return (int) local[dimension];
    }

    /** Starts over with the first argument. */
    ClKernel arguments() {
        context.demandOpen();
        next = 0;
        return this;
    }

    /** Two arguments: a tensor's memory and the place of its first element in it, in floats. */
    ClKernel tensor(Tensor tensor) {
        return buffer(DeviceTensor.bufferOf(tensor)).integer(tensor.offset());
    }

    /** Memory as an argument, without a place. */
    ClKernel buffer(DeviceBuffer buffer) {
        int index = next++;
        Pointer argument = buffer.argument();
        if (buffers[index] != buffer) {
            set(index, Sizeof.cl_mem, argument);
            buffers[index] = buffer;
        }
        return this;
    }

    /** An int or uint. */
    ClKernel integer(int number) {
        int index = next++;
        if (!known[index] || scalars[index] != number) {
            value[0] = number;
            set(index, Sizeof.cl_int, valuePointer);
            scalars[index] = number;
            known[index] = true;
        }
        return this;
    }

    /** Two uints: the low and the high word of a long. */
    ClKernel words(long number) {
        return integer((int) number).integer((int) (number >>> Integer.SIZE));
    }

    /** A float, to the bit. */
    ClKernel real(float number) {
        return integer(Float.floatToRawIntBits(number));
    }

    private void set(int index, long size, Pointer argument) {
        int status = context.calls().setArgument(kernel, index, size, argument);
        if (status != 0) {
            context.checkTaken(status, "setting argument " + index + " of kernel " + name);
        }
    }

    /** Launches at least {@code count} work-items, in whole groups. */
    void launch(long count) {
        launch(1, count, 1);
    }

    /** Launches at least {@code x} by {@code y} work-items, in whole groups. */
    void launch(long x, long y) {
        launch(2, x, y);
    }

    private void launch(int dimensions, long x, long y) {
        if (next != known.length) {
            throw new IllegalStateException(
                    "kernel " + name + " takes " + known.length + " arguments and was given " + next);
        }
        global[0] = Math.ceilDiv(x, local[0]) * local[0];
        global[1] = Math.ceilDiv(y, local[1]) * local[1];
        int status = context.calls().launch(context.queue(), kernel, dimensions, global, local);
        if (status != 0) {
            context.checkTaken(status, "launching kernel " + name);
        }
        context.launched();
    }

    @Override
    void release() {
        CL.clReleaseKernel(kernel);
    }
}
