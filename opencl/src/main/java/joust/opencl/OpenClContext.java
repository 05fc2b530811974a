package joust.opencl;

import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import joust.backend.BackendException;
import joust.opencl.LiveObjects.Releasable;
import org.jocl.CL;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;

/**
 * One device in use: an OpenCL context and one queue that runs commands in order. Everything made on it is released with it.
 * For one thread at a time.
 */
final class OpenClContext implements AutoCloseable {
    /** Commands between two places in the queue, the older of which is waited for: what bounds the queue's length. */
    private static final int COMMANDS_AHEAD = 1024;

    private final FoundDevice device;
    private final LiveObjects objects = new LiveObjects();
    private final DeviceMemory memory;
    private final cl_context context;
    private final cl_command_queue queue;
    private final Staging staging;
    private final Fence[] places;
    private long commands;
    private long launches;
    private long waits;
    private boolean closed;

    private OpenClContext(FoundDevice device, DeviceMemory memory, NativeFunctions.WriteBuffer writeBuffer) {
        this.device = device;
        this.memory = memory;
        this.context = createContext();
        this.queue = createQueue();
        this.staging = new Staging(this, writeBuffer);
        this.places = new Fence[] {new Fence(objects, queue), new Fence(objects, queue)};
    }

    /** Opens a device with all of its memory. */
    static OpenClContext open(FoundDevice device) {
        OpenClDevice facts = device.facts();
        return open(device, new DeviceMemory(facts.memory(), facts.largestAllocation()));
    }

    /** Opens a device with a budget of memory. */
    static OpenClContext open(FoundDevice device, DeviceMemory memory) {
        SymbolLookup functions = OpenClLibrary.get().functions();
        Optional<NativeFunctions.WriteBuffer> write =
                functions == null ? Optional.empty() : NativeFunctions.writeBuffer(functions);
        return new OpenClContext(
                device,
                memory,
                write.orElseThrow(() -> new BackendException("the OpenCL loader has no clEnqueueWriteBuffer")));
    }

    private cl_context createContext() {
        cl_context_properties properties = new cl_context_properties();
        properties.addProperty(CL.CL_CONTEXT_PLATFORM, device.platform());
        int[] status = new int[1];
        cl_context created = CL.clCreateContext(properties, 1, new cl_device_id[] {device.id()}, null, null, status);
        ClStatus.check(status[0], "opening " + device.facts().model());
        new Releasable(objects) {
            @Override
            void release() {
                CL.clReleaseContext(created);
            }
        };
        return created;
    }

    /** By the function of OpenCL 1.2, which its drivers have, and those of later versions too. */
    @SuppressWarnings("deprecation")
    private cl_command_queue createQueue() {
        int[] status = new int[1];
        cl_command_queue created = CL.clCreateCommandQueue(context, device.id(), 0, status);
        if (status[0] != 0) {
            objects.closeAll();
        }
        ClStatus.check(status[0], "making a queue on " + device.facts().model());
        new Releasable(objects) {
            @Override
            void release() {
                CL.clReleaseCommandQueue(created);
            }
        };
        return created;
    }

    /** What is known of the device. */
    OpenClDevice facts() {
        return device.facts();
    }

    cl_device_id deviceId() {
        return device.id();
    }

    cl_context context() {
        return context;
    }

    cl_command_queue queue() {
        return queue;
    }

    DeviceMemory memory() {
        return memory;
    }

    Staging staging() {
        return staging;
    }

    LiveObjects objects() {
        return objects;
    }

    /** How many OpenCL objects are alive; 0 after {@link #close}. */
    int liveObjects() {
        return objects.count();
    }

    /** How many kernels were launched so far. */
    long launches() {
        return launches;
    }

    /** How many times the host waited for everything in the queue: numbers that were read, and {@link #finish}. */
    long waits() {
        return waits;
    }

    /** Allocates memory for that many floats and fills it with +0. */
    DeviceBuffer allocate(long floats) {
        demandOpen();
        return DeviceBuffer.allocate(this, floats);
    }

    /**
     * Builds a program from resources of this package, {@code common.cl} before them.
     *
     * @param options such as {@code -D TILE=64}, or empty
     */
    ClProgram build(String options, String... resources) {
        demandOpen();
        return ClProgram.build(this, options, resources);
    }

    /** Counts a kernel's launch. */
    void launched() {
        launches++;
        enqueued();
    }

    /** Counts a wait for everything in the queue. */
    void waited() {
        waits++;
    }

    /** To be told of every command in the queue: where the device falls far behind, the host waits for it. */
    void enqueued() {
        commands++;
        if (commands % COMMANDS_AHEAD == 0) {
            Fence older = places[(int) (commands / COMMANDS_AHEAD % places.length)];
            older.await();
            older.mark();
        }
    }

    /** What to say of a command that failed: where memory is the reason, how much is in use. */
    BackendException failure(String action, int status) {
        return new BackendException(action + " failed: " + ClStatus.describe(status)
                + (ClStatus.outOfMemory(status) ? "; " + memory.usage() : ""));
    }

    /** Waits until all commands have been carried out. */
    void finish() {
        demandOpen();
        ClStatus.check(CL.clFinish(queue), "waiting for the device");
        waited();
    }

    /**
     * Demands that the device is in use.
     *
     * @throws IllegalStateException if it was closed
     */
    void demandOpen() {
        if (closed) {
            throw new IllegalStateException("backend " + facts().name() + " is closed");
        }
    }

    /**
     * Waits for the device and releases everything that was made on it.
     *
     * @throws IllegalStateException if it was closed before
     */
    @Override
    public void close() {
        demandOpen();
        closed = true;
        int status = CL.clFinish(queue);
        for (Fence place : places) {
            place.forget();
        }
        staging.close();
        objects.closeAll();
        ClStatus.check(status, "waiting for " + facts().model() + " before closing it");
    }
}
