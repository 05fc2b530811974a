package joust.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The few calls of OpenCL that memory on a device and a queue take, for peers that leave those to their callers. */
@SuppressWarnings("restricted") // Calling C is its purpose.
final class OpenClCalls {
    private static final ValueLayout ADDRESS = ValueLayout.ADDRESS;
    private static final ValueLayout INT = ValueLayout.JAVA_INT;
    private static final ValueLayout LONG = ValueLayout.JAVA_LONG;

    private static final long GPU = 1 << 2;
    private static final long ANY = 0xFFFFFFFFL;
    private static final long READ_WRITE = 1;
    private static final int NAME = 0x102B;
    private static final long LONGEST_NAME = 1024;

    private final SymbolLookup library = SymbolLookup.libraryLookup("libOpenCL.so.1", Arena.global());
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment status = arena.allocate(INT);
    private final MethodHandle finish = handle("clFinish", INT, ADDRESS);
    private final MemorySegment device;
    private final MemorySegment context;
    private final MemorySegment queue;

    /** The first GPU, or the first device where there is none. */
    OpenClCalls() throws Throwable {
        device = device();
        context = (MemorySegment) handle("clCreateContext", ADDRESS, ADDRESS, INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
                .invokeExact(
                        MemorySegment.NULL, 1, pointerTo(device), MemorySegment.NULL, MemorySegment.NULL, status);
        check("clCreateContext");
        queue = (MemorySegment) handle("clCreateCommandQueue", ADDRESS, ADDRESS, ADDRESS, LONG, ADDRESS)
                .invokeExact(context, device, 0L, status);
        check("clCreateCommandQueue");
    }

    private MemorySegment device() throws Throwable {
        MemorySegment count = arena.allocate(INT);
        MethodHandle platformIds = handle("clGetPlatformIDs", INT, INT, ADDRESS, ADDRESS);
        int _ = (int) platformIds.invokeExact(0, MemorySegment.NULL, count);
        int platforms = count.get(ValueLayout.JAVA_INT, 0);
        MemorySegment ids = arena.allocate(ValueLayout.ADDRESS, Math.max(1, platforms));
        int _ = (int) platformIds.invokeExact(platforms, ids, MemorySegment.NULL);
        MethodHandle deviceIds = handle("clGetDeviceIDs", INT, ADDRESS, LONG, INT, ADDRESS, ADDRESS);
        MemorySegment found = arena.allocate(ValueLayout.ADDRESS);
        for (long kind : new long[] {GPU, ANY}) {
            for (int i = 0; i < platforms; i++) {
                MemorySegment platform = ids.getAtIndex(ValueLayout.ADDRESS, i);
                if ((int) deviceIds.invokeExact(platform, kind, 1, found, MemorySegment.NULL) == 0) {
                    return found.get(ValueLayout.ADDRESS, 0);
                }
            }
        }
        throw new IllegalStateException("no OpenCL device here ('apt install pocl-opencl-icd' brings one on the CPU)");
    }

    /** The device's name. */
    String deviceName() throws Throwable {
        MemorySegment text = arena.allocate(LONGEST_NAME);
        int _ = (int) handle("clGetDeviceInfo", INT, ADDRESS, INT, LONG, ADDRESS, ADDRESS)
                .invokeExact(device, NAME, LONGEST_NAME, text, MemorySegment.NULL);
        return text.getString(0).strip();
    }

    /** A pointer to the queue, as libraries take it. */
    MemorySegment queue() {
        return pointerTo(queue);
    }

    /** Memory on the device with a copy of an array. */
    MemorySegment buffer(float[] values) throws Throwable {
        long bytes = (long) values.length * Float.BYTES;
        MemorySegment memory = (MemorySegment) handle("clCreateBuffer", ADDRESS, ADDRESS, LONG, LONG, ADDRESS, ADDRESS)
                .invokeExact(context, READ_WRITE, bytes, MemorySegment.NULL, status);
        check("clCreateBuffer");
        try (Arena once = Arena.ofConfined()) {
            move("clEnqueueWriteBuffer", memory, once.allocate(bytes).copyFrom(MemorySegment.ofArray(values)));
        }
        return memory;
    }

    /** The numbers in the device's memory. */
    void read(MemorySegment memory, float[] values) throws Throwable {
        try (Arena once = Arena.ofConfined()) {
            MemorySegment host = once.allocate((long) values.length * Float.BYTES);
            move("clEnqueueReadBuffer", memory, host);
            MemorySegment.copy(host, ValueLayout.JAVA_FLOAT, 0, values, 0, values.length);
        }
    }

    private void move(String function, MemorySegment memory, MemorySegment host) throws Throwable {
        int answer = (int) handle(function, INT, ADDRESS, ADDRESS, INT, LONG, LONG, ADDRESS, INT, ADDRESS, ADDRESS)
                .invokeExact(
                        queue, memory, 1, 0L, host.byteSize(), host, 0, MemorySegment.NULL, MemorySegment.NULL);
        demand(function, answer);
    }

    /** Waits for everything in the queue. */
    void finish() throws Throwable {
        demand("clFinish", (int) finish.invokeExact(queue));
    }

    private MemorySegment pointerTo(MemorySegment handle) {
        return arena.allocateFrom(ValueLayout.ADDRESS, handle);
    }

    private void check(String function) {
        demand(function, status.get(ValueLayout.JAVA_INT, 0));
    }

    private static void demand(String function, int answer) {
        if (answer != 0) {
            throw new IllegalStateException(function + " failed with " + answer);
        }
    }

    private MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }
}
