package joust.bench;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** PyTorch's fused Adam over one tensor of all parameters. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class TorchOptimizerBenchmark extends PeerSettings {
    private static final double RATE = 1e-3;
    private static final double EPSILON = 1e-7;

    /** The library. */
    @Param("PYTORCH")
    public String peer = "PYTORCH";

    /** Threads of the library. */
    @Param("1")
    public int threads = 1;

    /** Which optimizer. */
    @Param("ADAM")
    public OptimizerKind optimizer = OptimizerKind.ADAM;

    /** Parameters: 559,632 is the generator of the {@code mnist} preset. */
    @Param("559632")
    public int size = 559632;

    private TorchAdam adam;
    private IValue gradients;

    /** Loads the library, updates once and verifies. */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        TorchRuntime.load(threads);
        float[] start = MatmulCase.random(1, size);
        float[] gradient = MatmulCase.random(2, size);
        Tensor parameters = TorchRuntime.tensor(start, 1, size);
        adam = new TorchAdam(RATE, 0.9, 0.999, EPSILON, parameters);
        gradients = adam.list(TorchRuntime.tensor(gradient, 1, size));
        step();
        ElementCheck.verify(
                peer + " " + optimizer,
                TorchRuntime.values(parameters),
                i -> start[i] - RATE * gradient[i] / (Math.abs(gradient[i]) + EPSILON));
    }

    /** One update. */
    @Benchmark
    public void step() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            adam.step(gradients);
        }
    }
}
