package joust.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import joust.opencl.NativeFunctions.SignalAction;
import org.jocl.CL;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_program;

/**
 * Keeps a driver's compiler from taking signals away from the Java machine, which uses SIGSEGV for null checks and to stop
 * threads. LLVM, which PoCL compiles with, handles the fatal signals from the first build on, each by a handler for one signal
 * only: the first of Java's deletes the compiler's temporary files, so that a build fails, and a second one at the same moment
 * on another thread ends the process without a word. LLVM does that once in a process; so an empty program is built when a
 * device is opened, and what handled signals before is put back.
 */
final class SignalHandlers {
    /** The signals that have names in POSIX, on Linux and macOS: 1 to 31. */
    private static final int SIGNALS = 31;

    private static final int SIGSEGV = 11;

    /** At least the size of C's {@code struct sigaction}, of which the first field is the handler's address. */
    private static final long BYTES = 256;

    private static final String EMPTY = "__kernel void nothing(void) {}";

    /** A build that Java's signal has met leaves LLVM as it was before it. */
    private static final int BUILDS = 2;

    private final SignalAction signalAction;
    private final MemorySegment before;
    private final MemorySegment now;

    private SignalHandlers(SignalAction signalAction, Arena arena) {
        this.signalAction = signalAction;
        this.before = arena.allocate(SIGNALS * BYTES, Long.BYTES);
        this.now = arena.allocate(SIGNALS * BYTES, Long.BYTES);
        read(before);
    }

    /** Lets the compiler of a device take the signals and takes them back; one thread after the other. */
    static synchronized void keepFrom(cl_context context, cl_device_id device) {
        Optional<SignalAction> signalAction = NativeFunctions.signalAction();
        if (signalAction.isPresent()) {
            try (Arena arena = Arena.ofConfined()) {
                SignalHandlers handlers = new SignalHandlers(signalAction.get(), arena);
                buildNothing(context, device);
                handlers.putBack();
            }
        }
    }

    /** What handles SIGSEGV: an address, or 0 where nothing tells it. */
    static long ofSegmentationFault() {
        return NativeFunctions.signalAction()
                .map(function -> {
                    try (Arena arena = Arena.ofConfined()) {
                        SignalHandlers handlers = new SignalHandlers(function, arena);
                        return handlers.address(handlers.before, SIGSEGV);
                    }
                })
                .orElse(0L);
    }

    /** Whether it can be built is found, and said, where a program is that somebody needs. */
    private static void buildNothing(cl_context context, cl_device_id device) {
        for (int build = 0; build < BUILDS; build++) {
            int[] status = new int[1];
            cl_program program = CL.clCreateProgramWithSource(context, 1, new String[] {EMPTY}, null, status);
            if (status[0] == 0) {
                CL.clBuildProgram(program, 1, new cl_device_id[] {device}, "", null, null);
                CL.clReleaseProgram(program);
            }
        }
    }

    private void read(MemorySegment handlers) {
        for (int signal = 1; signal <= SIGNALS; signal++) {
            signalAction.call(signal, 0, of(handlers, signal).address());
        }
    }

    /** Only what took SIGSEGV is removed, from every signal that it has: others may have been set by a program's own threads. */
    private void putBack() {
        read(now);
        long taken = address(now, SIGSEGV);
        if (taken == address(before, SIGSEGV)) {
            return;
        }
        for (int signal = 1; signal <= SIGNALS; signal++) {
            if (address(now, signal) == taken) {
                signalAction.call(signal, of(before, signal).address(), 0);
            }
        }
    }

    private static MemorySegment of(MemorySegment handlers, int signal) {
        return handlers.asSlice((signal - 1) * BYTES, BYTES);
    }

    private long address(MemorySegment handlers, int signal) {
        return of(handlers, signal).get(ValueLayout.JAVA_LONG, 0);
    }
}
