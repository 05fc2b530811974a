package joust.cli;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/** How fast a backend multiplies matrices, as far as a second tells. */
final class ProductSpeed {
    /** Large enough to show what a backend can do, small enough for the scalar one. */
    static final int SIZE = 384;

    private static final long WARM_UP = 700_000_000L;
    private static final long MEASURE = 300_000_000L;

    private ProductSpeed() {}

    /** Billions of floating-point operations a second in products of {@link #SIZE}³; the best of several, after a warm-up. */
    static double gigaflops(Backend backend) {
        try (Tensor a = backend.allocate(SIZE, SIZE);
                Tensor b = backend.allocate(SIZE, SIZE);
                Tensor c = backend.allocate(SIZE, SIZE)) {
            backend.uniform(1, 0, 0, -1, 2, a);
            backend.uniform(1, 1, 0, -1, 2, b);
            best(backend, a, b, c, WARM_UP);
            return 2.0 * SIZE * SIZE * SIZE / best(backend, a, b, c, MEASURE);
        }
    }

    /** Nanoseconds of the fastest product in a time. */
    private static long best(Backend backend, Tensor a, Tensor b, Tensor c, long duration) {
        long start = System.nanoTime();
        long best = Long.MAX_VALUE;
        long now = start;
        while (now - start < duration) {
            backend.matmul(false, a, false, b, Store.OVERWRITE, c);
            backend.synchronize();
            long end = System.nanoTime();
            best = Math.min(best, end - now);
            now = end;
        }
        return best;
    }
}
