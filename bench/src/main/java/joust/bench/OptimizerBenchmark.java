package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** One update of a whole network's parameters from one random gradient. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class OptimizerBenchmark extends BackendBenchmark {
    /** Which optimizer. */
    @Param({"SGD", "MOMENTUM", "NESTEROV", "RMS_PROP", "ADAM"})
    public OptimizerKind optimizer = OptimizerKind.SGD;

    /** Parameters: 559,632 is the generator of the {@code mnist} preset. */
    @Param("559632")
    public int size = 559632;

    private Backend device;
    private Tensor gradients;
    private Tensor firstMoment;
    private Tensor secondMoment;
    private Tensor parameters;

    @Override
    void prepare(Backend device) {
        this.device = device;
        float[] start = MatmulCase.random(1, size);
        float[] gradient = MatmulCase.random(2, size);
        parameters = upload(device, start, 1, size);
        gradients = upload(device, gradient, 1, size);
        firstMoment = device.allocate(1, size);
        secondMoment = device.allocate(1, size);
        step();
        ElementCheck.verify(
                backend + " " + optimizer, download(device, parameters), i -> start[i] + optimizer.update(gradient[i]));
    }

    /** One update. */
    @Benchmark
    public void step() {
        optimizer.step(device, gradients, firstMoment, secondMoment, parameters);
        device.synchronize();
    }
}
