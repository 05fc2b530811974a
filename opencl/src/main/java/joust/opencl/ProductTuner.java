package joust.opencl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.Tensor;

/**
 * Finds the fastest of several kernels for a product on random numbers of its own. Whatever does not compute the documented
 * bits is out before anything is timed.
 */
final class ProductTuner {
    /** Elements that are computed on the host too, besides the corners. */
    private static final int SAMPLES = 64;

    /** Each kernel runs for about as long, and at least as often. */
    private static final long NANOSECONDS = 20_000_000;

    private static final int LEAST_RUNS = 3;
    private static final int MOST_RUNS = 1000;

    private final Backend device;
    private final LongSupplier clock;

    /** With the device's backend, for memory, and a clock in nanoseconds. */
    ProductTuner(Backend device, LongSupplier clock) {
        this.device = device;
        this.clock = clock;
    }

    /**
     * The fastest of some kernels.
     *
     * @throws BackendException if none computes the product correctly
     */
    ProductKernels fastest(ProductForm form, int m, int n, int k, List<ProductKernels> candidates) {
        try (Tensor a = device.allocate(form.transposeA() ? k : m, form.transposeA() ? m : k);
                Tensor b = device.allocate(form.transposeB() ? n : k, form.transposeB() ? k : n);
                Tensor out = device.allocate(m, n);
                Tensor beside = device.allocate(form.epilogue() == ProductForm.Epilogue.BIAS ? 1 : m, n);
                Tensor sums = device.allocate(1, n)) {
            device.uniform(1, 0, 0, -1, 1, a);
            device.uniform(1, 1, 0, -1, 1, b);
            device.uniform(1, 2, 0, -1, 1, beside);
            Run run = (kernels) ->
                    kernels.compute(form, false, a, b, out, Activation.IDENTITY, form.ofWeights() ? beside : out, sums);
            List<ProductKernels> correct = correct(form, candidates, run, a, b, beside, out);
            return fastest(correct, run);
        }
    }

    /** Computes the product. */
    private interface Run {
        void with(ProductKernels kernels);
    }

    private List<ProductKernels> correct(
            ProductForm form, List<ProductKernels> candidates, Run run, Tensor a, Tensor b, Tensor beside, Tensor out) {
        ProductSample sample = new ProductSample(form, download(a), download(b), download(beside), out);
        int[] positions = positions(out.size());
        List<ProductKernels> correct = new ArrayList<>();
        float[] agreed = {};
        for (ProductKernels kernels : candidates) {
            device.fill(out, Float.NaN);
            run.with(kernels);
            float[] found = download(out);
            if (correct.isEmpty() ? sample.agrees(found, positions) : Arrays.equals(found, agreed)) {
                agreed = found;
                correct.add(kernels);
            }
        }
        if (correct.isEmpty()) {
            throw new BackendException("no kernel computes " + form + " " + out.shape() + " correctly on "
                    + device.device() + "; report it, and use scalar");
        }
        return correct;
    }

    private float[] download(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        device.download(tensor, numbers, 0);
        return numbers;
    }

    private static int[] positions(int size) {
        int[] positions = new Random(size).ints(SAMPLES + 2, 0, size).toArray();
        positions[0] = 0;
        positions[1] = size - 1;
        return positions;
    }

    private ProductKernels fastest(List<ProductKernels> candidates, Run run) {
        ProductKernels fastest = candidates.getFirst();
        long least = Long.MAX_VALUE;
        for (ProductKernels kernels : candidates) {
            long time = time(kernels, run);
            if (time < least) {
                least = time;
                fastest = kernels;
            }
        }
        return fastest;
    }

    /** The shortest time of one run, in nanoseconds. */
    private long time(ProductKernels kernels, Run run) {
        long shortest = Long.MAX_VALUE;
        long sum = 0;
        for (int runs = 0; runs < MOST_RUNS && (runs < LEAST_RUNS || sum < NANOSECONDS); runs++) {
            long start = clock.getAsLong();
            run.with(kernels);
            device.synchronize();
            long time = clock.getAsLong() - start;
            shortest = Math.min(shortest, time);
            sum += time;
        }
        return shortest;
    }
}
