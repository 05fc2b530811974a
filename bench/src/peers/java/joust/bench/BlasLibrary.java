package joust.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/** The C libraries with {@code cblas_sgemm} that people call from the JVM. */
@SuppressWarnings("restricted") // Calling C is its purpose.
public enum BlasLibrary {
    /** The operating system's OpenBLAS. */
    OPENBLAS_SYSTEM("openblas-system") {
        @Override
        SymbolLookup load() {
            try {
                return SymbolLookup.libraryLookup("libopenblas.so.0", Arena.global());
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "openblas-system: no libopenblas.so.0 here ('apt install libopenblas0-pthread' brings it)", e);
            }
        }

        @Override
        String prepare(SymbolLookup library, int threads) throws Throwable {
            return openBlas(library, threads);
        }
    },
    /** OpenBLAS as Bytedeco builds it. */
    OPENBLAS("openblas") {
        @Override
        SymbolLookup load() throws Throwable {
            return NativeLibraries.load(
                    "org/bytedeco/openblas/linux-x86_64", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");
        }

        @Override
        String prepare(SymbolLookup library, int threads) throws Throwable {
            return openBlas(library, threads);
        }
    },
    /** Intel's oneMKL as Bytedeco redistributes it, on its own OpenMP. */
    MKL("mkl") {
        @Override
        SymbolLookup load() throws Throwable {
            String folder = "org/bytedeco/mkl/linux-x86_64";
            NativeLibraries.unpack(
                    folder,
                    "libmkl_core.so.2",
                    "libmkl_intel_lp64.so.2",
                    "libmkl_intel_thread.so.2",
                    "libmkl_def.so.2",
                    "libmkl_mc3.so.2",
                    "libmkl_avx2.so.2",
                    "libmkl_avx512.so.2");
            return NativeLibraries.load(folder, "libiomp5.so", "libmkl_rt.so.2");
        }

        @Override
        String prepare(SymbolLookup library, int threads) throws Throwable {
            // It would otherwise use fewer threads than asked for where it takes two virtual cores for one.
            NativeFunctions.call(library, "MKL_Set_Dynamic", 0);
            NativeFunctions.call(library, "MKL_Set_Num_Threads", threads);
            return NativeFunctions.filledText(library, "MKL_Get_Version_String");
        }
    };

    private final String word;

    BlasLibrary(String word) {
        this.word = word;
    }

    /** The word in results. */
    public String word() {
        return word;
    }

    /**
     * Loads the library into this process with an environment of its own and fixes its threads.
     *
     * @throws IllegalStateException if it is not here, with the reason
     */
    Sgemm open(int threads) throws Throwable {
        NativeFunctions.clearEnvironment();
        NativeLibraries.unpackInto("blas");
        SymbolLookup library = load();
        String version = prepare(library, threads);
        System.out.println("# " + word + ": " + version);
        return new Sgemm(library.findOrThrow("cblas_sgemm"));
    }

    abstract SymbolLookup load() throws Throwable;

    /** Sets the threads; returns the version and the kernels chosen. */
    abstract String prepare(SymbolLookup library, int threads) throws Throwable;

    private static String openBlas(SymbolLookup library, int threads) throws Throwable {
        NativeFunctions.call(library, "openblas_set_num_threads", threads);
        return NativeFunctions.text(library, "openblas_get_config") + ", kernels "
                + NativeFunctions.text(library, "openblas_get_corename");
    }
}
