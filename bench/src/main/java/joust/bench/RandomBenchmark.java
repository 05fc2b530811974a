package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.RandomFill;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Random numbers into a tensor; each call draws the next part of the stream. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class RandomBenchmark extends BackendBenchmark {
    private static final long SEED = 1;
    private static final int STREAM = 4;

    /** Elements: 128 x 100 is the noise of a batch of the {@code mnist} networks. */
    @Param("12800")
    public int size = 12800;

    private Backend device;
    private Tensor out;
    private long position;

    @Override
    void prepare(Backend device) {
        this.device = device;
        out = device.allocate(1, size);
        float[] expected = new float[size];
        RandomFill.uniform(SEED, STREAM, 0, -1, 2, expected, 0, size);
        uniform();
        ElementCheck.verify(backend + " uniform", download(device, out), i -> expected[i]);
        position = 0;
        RandomFill.normal(SEED, STREAM, 0, 0, 1, expected, 0, size);
        normal();
        ElementCheck.verify(backend + " normal", download(device, out), i -> expected[i]);
    }

    /** Uniform in [-1, 1). */
    @Benchmark
    public void uniform() {
        device.uniform(SEED, STREAM, advance(), -1, 1, out);
        device.synchronize();
    }

    /** Standard normal. */
    @Benchmark
    public void normal() {
        device.normal(SEED, STREAM, advance(), 0, 1, out);
        device.synchronize();
    }

    /** Four numbers to a block. */
    private long advance() {
        long start = position;
        position += (size + 3) / 4;
        return start;
    }
}
