package joust.bench;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.gan.DataConfig;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.math.RandomFill;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One whole training step of a preset; IDX data are replaced by random pixels of the same shape, which cost the same. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
@Warmup(iterations = JmhOptions.FULL_STEP_WARMUP, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class GanStepBenchmark extends BackendBenchmark {
    private static final int IMAGES = 10_000;

    /** Which preset; {@code wide} is {@code mnist} with four hidden layers of 1,024. */
    @Param({"digits", "mnist", "wide"})
    public String preset = "digits";

    private Backend device;
    private GanTrainer trainer;
    private long launchesBefore;

    @Override
    void prepare(Backend device) {
        this.device = device;
        GanConfig config = StepConfigs.get(preset);
        Samples samples = samples(config);
        trainer = new GanTrainer(device, config, samples);
        trainer.advance();
        StepCheck.verify(backend + " " + preset, trainer, samples, keepsTheBits());
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

    private static Samples samples(GanConfig config) {
        if (!(config.data() instanceof DataConfig.Idx)) {
            return DataSources.open(config.data()).training();
        }
        int columns = config.generator().output().width();
        float[] pixels = new float[IMAGES * columns];
        RandomFill.uniform(1, 4, 0, 0, 1, pixels, 0, pixels.length);
        return FiniteSamples.of("random pixels", columns, pixels);
    }
}
