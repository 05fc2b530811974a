package joust.bench;

import joust.backend.Backend;
import org.openjdk.jmh.annotations.Param;

/** The steps of {@link GanStepBenchmark} with a C library's products; {@code backend} computes all else. */
public class BlasGanStepBenchmark extends GanStepBenchmark {
    /** Whose products. */
    @Param({"OPENBLAS", "MKL"})
    public BlasLibrary peer = BlasLibrary.OPENBLAS;

    @Override
    Backend open() throws Throwable {
        return BlasBackend.open(peer, backend, threads);
    }

    /** The library sums in an order of its own. */
    @Override
    boolean keepsTheBits() {
        return false;
    }
}
