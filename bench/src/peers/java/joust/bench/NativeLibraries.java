package joust.bench;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;

/** Shared libraries out of the jar, unpacked once into the folder for temporary files. */
@SuppressWarnings("restricted") // Calling C is its purpose.
final class NativeLibraries {
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    private NativeLibraries() {}

    /**
     * Chooses the folder; before JavaCPP is used. Each purpose has its own: where PyTorch has been put on oneMKL, JavaCPP's
     * cache holds oneMKL under the name of OpenBLAS, and a later run would time the wrong one.
     */
    static void unpackInto(String purpose) {
        System.setProperty(
                CACHE,
                Path.of(System.getProperty("java.io.tmpdir"), "joust-peers", purpose)
                        .toString());
    }

    /**
     * Loads libraries of one folder of the jar, each after those that it needs.
     *
     * @return the last one's symbols
     */
    static SymbolLookup load(String folder, String... names) throws IOException {
        SymbolLookup last = SymbolLookup.loaderLookup();
        for (String name : names) {
            File file = Loader.cacheResource("/" + folder + "/" + name);
            if (file == null) {
                throw new IOException(folder + "/" + name + ": not in the jar; there are builds for linux-x86_64 only");
            }
            last = SymbolLookup.libraryLookup(file.toPath(), Arena.global());
        }
        return last;
    }

    /** Unpacks libraries that the loaded ones open by themselves. */
    static void unpack(String folder, String... names) throws IOException {
        for (String name : names) {
            Loader.cacheResource("/" + folder + "/" + name);
        }
    }
}
