package joust.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.util.Optional;

/** C functions as Java interfaces. Pointers are addresses in a long, so that a call makes no objects. */
@SuppressWarnings("restricted") // Calling C is its purpose.
final class NativeFunctions {
    private static final MemoryLayout POINTER = ValueLayout.JAVA_LONG;
    private static final MemoryLayout SIZE = ValueLayout.JAVA_LONG;
    private static final MemoryLayout INT = ValueLayout.JAVA_INT;

    private NativeFunctions() {}

    /** {@code int setenv(const char *, const char *, int)}. */
    public interface SetVariable {
        int call(long name, long value, int overwrite);
    }

    /** {@code int sigaction(int, const struct sigaction *, struct sigaction *)}. */
    public interface SignalAction {
        int call(int signal, long replacement, long current);
    }

    /** {@code cl_int clGetPlatformIDs(cl_uint, cl_platform_id *, cl_uint *)}. */
    public interface GetPlatforms {
        int call(int entries, long platforms, long count);
    }

    /** {@code clEnqueueWriteBuffer}, of which the last three arguments are the events to wait for and the one to make. */
    public interface WriteBuffer {
        int call(
                long queue,
                long buffer,
                int blocking,
                long offset,
                long bytes,
                long source,
                int waits,
                long waitList,
                long event);
    }

    /** The loader or library of this name, if the system finds it. */
    static Optional<SymbolLookup> library(String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException notFound) {
            return Optional.empty();
        }
    }

    static Optional<SetVariable> setVariable() {
        return function(Linker.nativeLinker().defaultLookup(), "setenv", SetVariable.class, INT, POINTER, POINTER, INT);
    }

    /** Empty on Windows. */
    static Optional<SignalAction> signalAction() {
        return function(
                Linker.nativeLinker().defaultLookup(), "sigaction", SignalAction.class, INT, INT, POINTER, POINTER);
    }

    static Optional<GetPlatforms> getPlatforms(SymbolLookup library) {
        return function(library, "clGetPlatformIDs", GetPlatforms.class, INT, INT, POINTER, POINTER);
    }

    static Optional<WriteBuffer> writeBuffer(SymbolLookup library) {
        return function(
                library,
                "clEnqueueWriteBuffer",
                WriteBuffer.class,
                INT,
                POINTER,
                POINTER,
                INT,
                SIZE,
                SIZE,
                POINTER,
                INT,
                POINTER,
                POINTER);
    }

    private static <F> Optional<F> function(
            SymbolLookup library, String name, Class<F> type, MemoryLayout result, MemoryLayout... arguments) {
        Optional<MemorySegment> address = library.find(name);
        return address.map(found -> MethodHandleProxies.asInterfaceInstance(
                type, Linker.nativeLinker().downcallHandle(found, FunctionDescriptor.of(result, arguments))));
    }
}
