package joust.opencl;

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
    private final DeviceHealth health;
    private final DeviceCalls calls;
    private final cl_context context;
    private final cl_command_queue queue;
    private final Staging staging;
    private final Fence[] places;
    private long commands;
    private long launches;
    private long waits;
    private boolean closed;

    private OpenClContext(FoundDevice device, DeviceMemory memory, DeviceCalls calls) {
        this.device = device;
        this.memory = memory;
        this.health = new DeviceHealth(device.facts(), memory);
        this.calls = calls;
        this.context = createContext();
        this.queue = createQueue();
        SignalHandlers.keepFrom(context, device.id());
        this.staging = new Staging(this);
        this.places = new Fence[] {new Fence(this), new Fence(this)};
    }

    /** Opens a device with all of its memory. */
    static OpenClContext open(FoundDevice device) {
        return open(device, DeviceMemory.of(device.facts()));
    }

    /** Opens a device with a budget of memory. */
    static OpenClContext open(FoundDevice device, DeviceMemory memory) {
        return open(device, memory, new DeviceCalls());
    }

    /** Opens a device with a budget of memory and functions that may fail on purpose. */
    static OpenClContext open(FoundDevice device, DeviceMemory memory, DeviceCalls calls) {
        return new OpenClContext(device, memory, calls);
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

    DeviceCalls calls() {
        return calls;
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

    /**
     * Demands that a call was taken.
     *
     * @throws BackendException if not; from then on everything throws it, if the device is lost
     */
    void checkTaken(int status, String action) {
        if (status != 0) {
            throw refused(action, status);
        }
    }

    /** What {@link #checkTaken} throws. */
    BackendException refused(String action, int status) {
        return health.refused(action, status);
    }

    /** As {@link #checkTaken} for a wait: where it failed, nobody knows which commands were carried out. */
    void checkWaited(int status, String action) {
        if (status != 0) {
            throw health.lost(action, status);
        }
    }

    /** Waits until all commands have been carried out. */
    void finish() {
        demandOpen();
        checkWaited(calls.finish(queue), "waiting for all commands");
        waited();
    }

    /**
     * Demands that the device is in use.
     *
     * @throws IllegalStateException if it was closed
     * @throws BackendException if it was lost
     */
    void demandOpen() {
        demandNotClosed();
        health.demand();
    }

    private void demandNotClosed() {
        if (closed) {
            throw new IllegalStateException("backend " + facts().name() + " is closed");
        }
    }

    /**
     * Waits for the device and releases everything that was made on it. That a device is lost is said here only if nobody has said
     * it before.
     *
     * @throws IllegalStateException if it was closed before
     * @throws BackendException if commands failed; everything has been released
     */
    @Override
    public void close() {
        demandNotClosed();
        closed = true;
        boolean known = health.isLost();
        // Of a lost device too: what still runs may read memory that is about to be freed.
        int status = calls.finish(queue);
        for (Fence place : places) {
            place.forget();
        }
        staging.close();
        objects.closeAll();
        if (!known) {
            checkWaited(status, "waiting for all commands before closing");
        }
    }
}
