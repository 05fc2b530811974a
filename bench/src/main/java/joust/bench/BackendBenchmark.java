package joust.bench;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A suite that runs over backends: opens one, lets the suite prepare and verify, and closes it. */
public abstract class BackendBenchmark extends TimingSettings {
    /** The backend's name; without {@code -p backend=…} the jar's main puts in what it discovers. */
    @Param("scalar")
    public String backend = "scalar";

    /** Threads of the backend; {@code -p threads=1,2} runs both. */
    @Param("1")
    public int threads = 1;

    /** Whether every kind of call has been made on several kinds of backends before, as in a process that uses them all. */
    @Param("false")
    public boolean pollute;

    private @Nullable Backend opened;

    /** For the suites. */
    protected BackendBenchmark() {}

    /**
     * Opens the backend and prepares the case.
     *
     * @throws joust.backend.BackendUnavailableException if the backend is not available here, with the reason
     * @throws IllegalStateException if the backend computes something wrong: then nothing is timed
     */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        if (pollute) {
            CallSitePollution.run();
        }
        opened = open();
        prepare(opened);
    }

    /** Releases the device. */
    @TearDown(Level.Trial)
    public void tearDown() {
        if (opened != null) {
            opened.close();
        }
    }

    /** Opens the backend that is timed. */
    Backend open() throws Throwable {
        return Backends.open(backend, BackendOptions.threads(threads));
    }

    /** Uploads random operands, computes once and verifies the result. */
    abstract void prepare(Backend device);

    static Tensor upload(Backend device, float[] values, int rows, int cols) {
        Tensor tensor = device.allocate(rows, cols);
        device.upload(values, 0, tensor);
        return tensor;
    }

    static float[] download(Backend device, Tensor tensor) {
        float[] values = new float[tensor.size()];
        device.download(tensor, values, 0);
        return values;
    }
}
