package joust.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jocl.Pointer;

/**
 * Host memory that numbers pass on their way to the device and back, so that an upload has copied the caller's array when it
 * returns and waits for nothing. Two halves take turns: before one is used again, the device has to have read it.
 */
final class Staging {
    private static final int HALF = 1 << 20;

    /** Where pieces start, in bytes: a cache line. */
    private static final int ALIGNMENT = 64;

    private final OpenClContext context;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory = arena.allocate(2L * HALF, ALIGNMENT);
    private final Pointer start = Pointer.to(memory.asByteBuffer());
    private final Fence[] read;
    private int half;
    private int used;

    Staging(OpenClContext context) {
        this.context = context;
        this.read = new Fence[] {new Fence(context), new Fence(context)};
    }

    /** Copies floats from an array; the device gets them in its own time. */
    void upload(float[] source, int from, DeviceBuffer destination, long to, int count) {
        int done = 0;
        while (done < count) {
            if (used == HALF) {
                turn();
            }
            int floats = Math.min(count - done, (HALF - used) / Float.BYTES);
            int at = half * HALF + used;
            MemorySegment.copy(source, from + done, memory, ValueLayout.JAVA_FLOAT, at, floats);
            enqueueWrite(destination, to + done, at, floats);
            done += floats;
            used += Math.ceilDiv(floats * Float.BYTES, ALIGNMENT) * ALIGNMENT;
        }
    }

    /** Goes on with the other half as soon as the device has read it. */
    private void turn() {
        read[half].mark();
        half = 1 - half;
        used = 0;
        read[half].await();
    }

    private void enqueueWrite(DeviceBuffer destination, long to, long at, int floats) {
        int status = context.calls()
                .write(
                        context.queue(),
                        destination.memory(),
                        to * Float.BYTES,
                        (long) floats * Float.BYTES,
                        memory.address() + at);
        context.checkTaken(status, "upload");
        context.enqueued();
    }

    /** Waits for all commands so far and copies floats into an array. */
    void download(DeviceBuffer source, long from, float[] destination, int to, int count) {
        int done = 0;
        while (done < count) {
            int floats = Math.min(count - done, HALF / Float.BYTES);
            // In order: whatever is still to be read from here has been read before this is written.
            int status = context.calls()
                    .read(
                            context.queue(),
                            source.memory(),
                            (from + done) * Float.BYTES,
                            (long) floats * Float.BYTES,
                            start);
            context.checkWaited(status, "download");
            context.waited();
            MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, 0, destination, to + done, floats);
            done += floats;
        }
    }

    /** Gives the memory back; the device has to have finished. */
    void close() {
        for (Fence fence : read) {
            fence.forget();
        }
        arena.close();
    }
}
