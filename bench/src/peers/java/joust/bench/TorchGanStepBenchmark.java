package joust.bench;

import java.util.concurrent.TimeUnit;
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

    /** {@code PYTORCH} is by autograd. */
    @Param({"PYTORCH", "PYTORCH_BY_HAND"})
    public String peer = "PYTORCH";

    /** Threads of the library. */
    @Param("1")
    public int threads = 1;

    /** The preset that the code follows. */
    @Param("mnist")
    public String preset = "mnist";

    private TorchGan gan;

    /** Takes one step in both ways from the same start and verifies that they agree. */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        TorchRuntime.load(threads);
        torch.manual_seed(1);
        TorchGanByHand byHand = new TorchGanByHand();
        TorchGanByAutograd byAutograd = new TorchGanByAutograd(byHand);
        float[] start = byHand.parameters();
        verify(start, step(byHand), step(byAutograd));
        gan = peer.equals("PYTORCH") ? byAutograd : byHand;
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
