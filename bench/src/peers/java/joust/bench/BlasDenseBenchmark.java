package joust.bench;

import joust.backend.Backend;
import org.openjdk.jmh.annotations.Param;

/** The layers of {@link DenseBenchmark} with a C library's products; {@code backend} computes bias and activation. */
public class BlasDenseBenchmark extends DenseBenchmark {
    /** Whose products. */
    @Param({"OPENBLAS", "MKL"})
    public BlasLibrary peer = BlasLibrary.OPENBLAS;

    @Override
    Backend open() throws Throwable {
        return BlasBackend.open(peer, backend, threads);
    }
}
