package joust.bench;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import joust.backend.Backend;
import joust.data.Samples;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One whole training step of a preset. Random pixels stand for image files, unless a folder of them is named; as the networks
 * become surer from step to step, and numbers smaller, a step may cost more or less after a thousand others.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
@Warmup(iterations = JmhOptions.FULL_STEP_WARMUP, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class GanStepBenchmark extends BackendBenchmark {
    /** Which preset; {@code wide} is {@code mnist} with four hidden layers of 1,024. */
    @Param({"digits", "mnist", "wide"})
    public String preset = "digits";

    /** A folder of IDX files for presets that train on such, or {@code random}. */
    @Param(StepRows.RANDOM)
    public String images = StepRows.RANDOM;

    /** Steps that come before the warm-up and those that are timed; one, which is verified, comes in any case. */
    @Param("0")
    public int after;

    private Backend device;
    private GanTrainer trainer;
    private long launchesBefore;

    @Override
    void prepare(Backend device) {
        this.device = device;
        GanConfig config = StepConfigs.get(preset);
        Samples samples = StepRows.of(config, images);
        trainer = new GanTrainer(device, config, samples);
        trainer.advance();
        StepCheck.verify(backend + " " + preset, trainer, samples, keepsTheBits());
        for (int step = 1; step < after; step++) {
            trainer.advance();
        }
        launchesBefore = LaunchCounts.of(device).orElse(0);
    }

    /** Whether a step has to give the scalar backend's bits; otherwise its losses have to be close. */
    boolean keepsTheBits() {
        return true;
    }

    /** The trainer's tensors go before the backend. */
    @TearDown(Level.Trial)
    public void closeTrainer() {
        trainer.close();
    }

    /** One step. */
    @Benchmark
    public void step(LaunchCounts counts) {
        trainer.advance();
        device.synchronize();
        OptionalLong now = LaunchCounts.of(device);
        if (now.isPresent()) {
            counts.counted++;
            counts.launches += now.getAsLong() - launchesBefore;
            launchesBefore = now.getAsLong();
        }
    }
}
