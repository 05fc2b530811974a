package joust.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import joust.backend.HostPages;

/** Calls of C functions that are not timed: settings, versions, the environment. */
@SuppressWarnings("restricted") // Calling C is its purpose.
final class NativeFunctions {
    private static final long LONGEST_TEXT = 1024;
    /** Linux: {@code asm-generic/mman-common.h}. */
    private static final int MADV_HUGEPAGE = 14;

    /**
     * What a machine's owner may have set for other programs: it would force a library's kernels or threads. Libraries that
     * are loaded afterwards choose their own, which is fair to them.
     */
    private static final List<String> IN_THE_WAY = List.of(
            "OPENBLAS_CORETYPE",
            "OPENBLAS_L2_SIZE",
            "OPENBLAS_NUM_THREADS",
            "GOTO_NUM_THREADS",
            "OMP_NUM_THREADS",
            "MKL_NUM_THREADS",
            "MKL_ENABLE_INSTRUCTIONS");

    private NativeFunctions() {}

    /** Clears the environment that native libraries read at their start; Java's own copy stays as it is. */
    static void clearEnvironment() throws Throwable {
        MethodHandle unset = handle(
                Linker.nativeLinker().defaultLookup(),
                "unsetenv",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            for (String name : IN_THE_WAY) {
                int _ = (int) unset.invokeExact(arena.allocateFrom(name));
            }
        }
    }

    /** Sets a variable of the environment that native libraries read at their start. */
    static void setEnvironment(String name, String value) throws Throwable {
        MethodHandle set = handle(
                Linker.nativeLinker().defaultLookup(),
                "setenv",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) set.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        }
    }

    /** Asks for huge pages under untouched memory, where Joust gets them too. */
    static MemorySegment onHugePages(MemorySegment memory) throws Throwable {
        if (!HostPages.flags().isEmpty()) {
            MethodHandle advise = handle(
                    Linker.nativeLinker().defaultLookup(),
                    "madvise",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
            int error = (int) advise.invokeExact(memory, memory.byteSize(), MADV_HUGEPAGE);
            if (error != 0) {
                throw new IllegalStateException("madvise(MADV_HUGEPAGE) of " + memory + " failed");
            }
        }
        return memory;
    }

    /** Calls {@code void name(int)}. */
    static void call(SymbolLookup library, String name, int argument) throws Throwable {
        handle(library, name, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)).invokeExact(argument);
    }

    /** Calls {@code char *name(void)}. */
    static String text(SymbolLookup library, String name) throws Throwable {
        MethodHandle function = handle(library, name, FunctionDescriptor.of(ValueLayout.ADDRESS));
        return ((MemorySegment) function.invokeExact())
                .reinterpret(LONGEST_TEXT)
                .getString(0)
                .strip();
    }

    /** Calls {@code void name(char *buffer, int length)}. */
    static String filledText(SymbolLookup library, String name) throws Throwable {
        MethodHandle function =
                handle(library, name, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(LONGEST_TEXT);
            function.invokeExact(buffer, (int) LONGEST_TEXT - 1);
            return buffer.getString(0).strip();
        }
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
    }
}
