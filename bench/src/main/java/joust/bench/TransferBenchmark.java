package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** What every other suite leaves out: moving numbers between the Java heap and a tensor. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class TransferBenchmark extends BackendBenchmark {
    /** Elements: a batch of 128 images of 28 x 28. */
    @Param("100352")
    public int size = 100352;

    private Backend device;
    private Tensor tensor;
    private float[] source;
    private float[] destination;

    @Override
    void prepare(Backend device) {
        this.device = device;
        tensor = device.allocate(1, size);
        source = MatmulCase.random(1, size);
        destination = new float[size];
        upload();
        download();
        ElementCheck.verify(backend + " transfer", destination, i -> source[i]);
    }

    /** From the heap into a tensor. */
    @Benchmark
    public void upload() {
        device.upload(source, 0, tensor);
        device.synchronize();
    }

    /** From a tensor into the heap. */
    @Benchmark
    public void download() {
        device.download(tensor, destination, 0);
    }
}
