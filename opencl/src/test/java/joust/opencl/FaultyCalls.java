package joust.opencl;

import java.util.EnumSet;
import java.util.Set;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jspecify.annotations.Nullable;

/** Calls of which some fail, as those of a device whose memory is full, or that is gone. What fails is not carried out. */
final class FaultyCalls extends DeviceCalls {
    /** What is called. */
    enum Call {
        CREATE,
        ARGUMENT,
        LAUNCH,
        FILL,
        COPY,
        WRITE,
        READ,
        MARK,
        AWAIT,
        FINISH
    }

    private final Set<Call> chosen = EnumSet.noneOf(Call.class);
    private int status;
    private int left;
    private boolean lasting;

    /** The n-th call of a kind from now on fails, from 1; no other does. */
    void failOnce(Call call, int n, int status) {
        chosen.clear();
        chosen.add(call);
        left = n;
        lasting = false;
        this.status = status;
    }

    /** The n-th call of a kind from now on fails, from 1, and after it every call of any kind. */
    void failFrom(Call call, int n, int status) {
        failOnce(call, n, status);
        lasting = true;
    }

    /** Whether the failure that was asked for has happened. */
    boolean hasFailed() {
        return left <= 0;
    }

    private int fault(Call call) {
        if (!chosen.contains(call)) {
            return CL.CL_SUCCESS;
        }
        left--;
        if (left == 0 && lasting) {
            chosen.addAll(EnumSet.allOf(Call.class));
        }
        return left == 0 || (left < 0 && lasting) ? status : CL.CL_SUCCESS;
    }

    @Override
    @Nullable
    cl_mem createBuffer(cl_context context, long bytes, int[] result) {
        result[0] = fault(Call.CREATE);
        return result[0] == 0 ? super.createBuffer(context, bytes, result) : null;
    }

    @Override
    int setArgument(cl_kernel kernel, int index, long bytes, Pointer argument) {
        int fault = fault(Call.ARGUMENT);
        return fault == 0 ? super.setArgument(kernel, index, bytes, argument) : fault;
    }

    @Override
    int launch(cl_command_queue queue, cl_kernel kernel, int dimensions, long[] global, long[] local) {
        int fault = fault(Call.LAUNCH);
        return fault == 0 ? super.launch(queue, kernel, dimensions, global, local) : fault;
    }

    @Override
    int fill(cl_command_queue queue, cl_mem memory, Pointer pattern, long patternBytes, long offset, long bytes) {
        int fault = fault(Call.FILL);
        return fault == 0 ? super.fill(queue, memory, pattern, patternBytes, offset, bytes) : fault;
    }

    @Override
    int copy(cl_command_queue queue, cl_mem from, cl_mem to, long fromOffset, long toOffset, long bytes) {
        int fault = fault(Call.COPY);
        return fault == 0 ? super.copy(queue, from, to, fromOffset, toOffset, bytes) : fault;
    }

    @Override
    int write(cl_command_queue queue, cl_mem to, long offset, long bytes, long source) {
        int fault = fault(Call.WRITE);
        return fault == 0 ? super.write(queue, to, offset, bytes, source) : fault;
    }

    @Override
    int read(cl_command_queue queue, cl_mem from, long offset, long bytes, Pointer to) {
        int fault = fault(Call.READ);
        return fault == 0 ? super.read(queue, from, offset, bytes, to) : fault;
    }

    @Override
    int mark(cl_command_queue queue, cl_event event) {
        int fault = fault(Call.MARK);
        return fault == 0 ? super.mark(queue, event) : fault;
    }

    @Override
    int await(cl_event[] events) {
        int fault = fault(Call.AWAIT);
        return fault == 0 ? super.await(events) : fault;
    }

    /** Waits in any case: the device behind is alive, and reads memory that is freed afterwards. */
    @Override
    int finish(cl_command_queue queue) {
        int real = super.finish(queue);
        int fault = fault(Call.FINISH);
        return fault == 0 ? real : fault;
    }
}
