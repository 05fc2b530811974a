package joust.bench;

import java.util.concurrent.TimeUnit;
import joust.data.FiniteSamples;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.annotations.Setup;

/** The {@code mnist} preset's step in PyTorch, written in the two ways that an expert would try. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
@Warmup(iterations = JmhOptions.FULL_STEP_WARMUP, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class TorchGanStepBenchmark extends PeerSettings {
    /** A fiftieth of the first step of Adam, whose length is the learning rate whatever the gradient. */
    private static final double TOLERANCE = 2e-5;

    /** {@code PYTORCH} is by autograd, {@code PYTORCH_FLUSHED} by hand with denormal numbers flushed to zero. */
    @Param({"PYTORCH", "PYTORCH_BY_HAND", "PYTORCH_FLUSHED"})
    public String peer = "PYTORCH";

    /** Threads of the library. */
    @Param("1")
    public int threads = 1;

    /** The preset that the code follows. */
    @Param("mnist")
    public String preset = "mnist";

    /** A folder of IDX files, or {@code random}. */
    @Param(StepRows.RANDOM)
    public String images = StepRows.RANDOM;

    /** Steps that come before the warm-up and those that are timed; one, which is verified, comes in any case. */
    @Param("0")
    public int after;

    private TorchGan gan;

    /** Takes one step in both ways from the same start and verifies that they agree. */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        TorchRuntime.load(threads);
        // Before the library starts threads, which take the setting over.
        if (peer.equals("PYTORCH_FLUSHED")) {
            TorchRuntime.flushDenormals();
        }
        torch.manual_seed(1);
        FiniteSamples rows = StepRows.images(TorchBatches.PIXELS, images);
        TorchGanByHand byHand = new TorchGanByHand(rows);
        TorchGanByAutograd byAutograd = new TorchGanByAutograd(byHand, rows);
        float[] start = byHand.parameters();
        verify(start, step(byHand), step(byAutograd));
        gan = peer.equals("PYTORCH") ? byAutograd : byHand;
        for (int step = 1; step < after; step++) {
            gan.step();
        }
    }

    private static float[] step(TorchGan gan) {
        torch.manual_seed(2);
        gan.step();
        return gan.parameters();
    }

    private static void verify(float[] start, float[] byHand, float[] byAutograd) {
        int moved = 0;
        for (int i = 0; i < start.length; i++) {
            if (!(Math.abs(byHand[i] - byAutograd[i]) <= TOLERANCE)) {
                throw new IllegalStateException("pytorch: parameter " + i + " after a step is " + byHand[i]
                        + " by hand, " + byAutograd[i] + " by autograd; not timed");
            }
            moved += byHand[i] == start[i] ? 0 : 1;
        }
        if (moved < start.length / 2) {
            throw new IllegalStateException("pytorch: a step moved " + moved + " of " + start.length
                    + " parameters, expected at least half; not timed");
        }
    }

    /** One step. */
    @Benchmark
    public void step() {
        gan.step();
    }
}
