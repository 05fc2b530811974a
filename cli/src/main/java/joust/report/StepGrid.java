package joust.report;

import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.gan.GanTrainer;
import joust.gan.Generator;
import joust.gan.Streams;

/** The grid of a run's samples at a step, made once for all that show it. */
public final class StepGrid {
    private static final int COUNT = 100;
    private static final int ACROSS = 10;

    private long step = -1;
    private byte[] png = {};

    /** A grid that has not been made yet. */
    public StepGrid() {}

    /** A PNG of a hundred samples of the networks as they are now. */
    byte[] png(GanTrainer trainer, FiniteSamples images, ImageShape shape) {
        if (step != trainer.step()) {
            try (Generator generator = Generator.of(trainer.networks(), trainer.config(), COUNT)) {
                float[] samples = generator.generate(trainer.config().seed(), Streams.EVALUATION_NOISE, COUNT);
                png = SampleGrid.encode(samples, COUNT, shape, images.low(), images.high(), ACROSS);
                step = trainer.step();
            }
        }
        return png;
    }

    /** The width of the picture in pixels. */
    static int width(ImageShape shape) {
        return SampleGrid.width(shape, ACROSS);
    }

    /** The height of the picture in pixels. */
    static int height(ImageShape shape) {
        return SampleGrid.height(shape, COUNT / ACROSS);
    }
}
