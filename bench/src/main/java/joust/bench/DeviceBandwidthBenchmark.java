package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** The most bytes that a backend's own device moves: what its elementwise operations are to be compared with. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class DeviceBandwidthBenchmark extends BackendBenchmark {
    private static final float FACTOR = 0.5f;

    /** Elements of both tensors: as {@link BandwidthBenchmark}, one layer's output and more than caches hold. */
    @Param({"100352", "25000000"})
    public int size = 100352;

    private Backend device;
    private Tensor x;
    private Tensor y;

    @Override
    void prepare(Backend device) {
        this.device = device;
        float[] added = MatmulCase.random(1, size);
        float[] start = MatmulCase.random(2, size);
        x = upload(device, added, 1, size);
        y = upload(device, start, 1, size);
        triad();
        ElementCheck.verify(backend + " triad", download(device, y), i -> start[i] + (double) FACTOR * added[i]);
        device.fill(y, 0);
    }

    /** {@code y = y + factor x}: three floats an element. */
    @Benchmark
    public void triad() {
        device.addScaled(FACTOR, x, y);
        device.synchronize();
    }
}
