package joust.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import joust.backend.HostPages;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch's C++ library, put on oneMKL: on the OpenBLAS that its build brings, two threads are slower than one. oneMKL runs
 * on the OpenMP of PyTorch, or the threads of the two would wait for each other in loops.
 */
final class TorchRuntime {
    /** Numbers that the library divides among many threads. */
    private static final int MANY = 1 << 20;

    private static final float DENORMAL = 1e-40f;

    private TorchRuntime() {}

    /**
     * Loads the library and fixes its threads; before any tensor is made.
     *
     * @throws IllegalStateException if its products are not computed by oneMKL
     */
    static void load(int threads) throws Throwable {
        NativeFunctions.clearEnvironment();
        NativeFunctions.setEnvironment("MKL_THREADING_LAYER", "GNU");
        NativeFunctions.setEnvironment("MKL_DYNAMIC", "FALSE");
        NativeFunctions.setEnvironment("THP_MEM_ALLOC_ENABLE", HostPages.flags().isEmpty() ? "0" : "1");
        NativeLibraries.unpackInto("pytorch");
        System.setProperty("org.bytedeco.openblas.load", "mkl");
        Loader.load(torch.class);
        torch.set_num_threads(threads);
        List<String> blas = loaded(".*/libopenblas[^/]*");
        if (blas.isEmpty() || !blas.stream().allMatch(path -> path.contains("/org/bytedeco/mkl/"))) {
            throw new IllegalStateException("pytorch: its BLAS is " + blas + ", expected oneMKL under that name");
        }
        System.out.println("# pytorch: products by oneMKL on GNU's OpenMP, " + torch.get_num_threads() + " threads");
    }

    /**
     * Has denormal numbers flushed to zero; before the library starts threads, which take the setting over.
     *
     * @throws IllegalStateException if some thread keeps them
     */
    static void flushDenormals() {
        float[] values = new float[MANY];
        Arrays.fill(values, DENORMAL);
        boolean flushes = Context.setFlushDenormal(true);
        float[] products = values(tensor(values, 1, MANY).mul(new Scalar(1f)));
        if (!flushes || !Arrays.equals(products, new float[MANY])) {
            throw new IllegalStateException("pytorch: set_flush_denormal has no effect here; not timed");
        }
    }

    private static List<String> loaded(String pattern) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.matches(pattern))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .toList();
        }
    }

    /** A tensor of the given numbers. */
    static Tensor tensor(float[] values, long rows, long cols) {
        Tensor tensor = torch.empty(rows, cols);
        tensor.data_ptr_float().put(values);
        return tensor;
    }

    /** A contiguous tensor's numbers. */
    static float[] values(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        new FloatPointer(tensor.contiguous().data_ptr_float()).get(values);
        return values;
    }

    /** One tensor for each of the numbers from 0. */
    static Tensor[] each(int count, IntFunction<Tensor> make) {
        return IntStream.range(0, count).mapToObj(make).toArray(Tensor[]::new);
    }
}
