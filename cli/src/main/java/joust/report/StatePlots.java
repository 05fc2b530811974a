package joust.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import joust.data.FiniteSamples;
import joust.data.GeneratedSamples;
import joust.data.KnownDensity;
import joust.data.Samples;
import joust.gan.Discriminator;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Generator;
import joust.gan.Streams;

/** Both networks at one moment, where the data have one or two dimensions. */
final class StatePlots {
    private static final int POINTS = 2000;
    private static final int BINS = 60;
    private static final int CURVE = 301;
    private static final int SIDE = 160;

    private StatePlots() {}

    /** The density of the data, that of the generator, and D. */
    static void density(GanTrainer trainer, Path file) throws IOException {
        float[] real = real(trainer, POINTS * 5);
        float[] generated = generated(trainer, POINTS * 5);
        Range range = Range.of(real, generated, 0, 1);
        double[] x = range.points(CURVE);
        float[] at = new float[CURVE];
        for (int i = 0; i < CURVE; i++) {
            at[i] = (float) x[i];
        }
        double[] judged = judge(trainer, at);
        LinePlot.Curve data = trainer.samples() instanceof KnownDensity known
                ? new LinePlot.Curve(
                        "data", x, Arrays.stream(x).map(known::density).toArray())
                : histogram("data", real, range);
        LinePlot.write(
                file,
                "Step " + trainer.step() + ": data, generator and discriminator",
                "x",
                "density, D",
                List.of(data, histogram("generator", generated, range), new LinePlot.Curve("D(x)", x, judged)));
    }

    /** D as colours over the plane, real and generated points on it. */
    static void plane(GanTrainer trainer, Path file) throws IOException {
        float[] real = real(trainer, POINTS);
        float[] generated = generated(trainer, POINTS);
        Range horizontal = Range.of(real, generated, 0, 2);
        Range vertical = Range.of(real, generated, 1, 2);
        double[] x = horizontal.points(SIDE);
        double[] y = vertical.points(SIDE);
        float[] grid = new float[SIDE * SIDE * 2];
        for (int i = 0; i < SIDE * SIDE; i++) {
            grid[2 * i] = (float) x[i % SIDE];
            grid[2 * i + 1] = (float) y[i / SIDE];
        }
        DecisionBoundaryPlot.write(
                file,
                trainer.config().name() + ", step " + trainer.step(),
                new DecisionBoundaryPlot.Square(horizontal.low(), horizontal.high(), vertical.low(), vertical.high()),
                judge(trainer, grid),
                SIDE,
                real,
                generated);
    }

    private static double[] judge(GanTrainer trainer, float[] points) {
        try (Discriminator discriminator = new Discriminator(trainer.networks(), trainer.config())) {
            return discriminator.judge(points);
        }
    }

    private static float[] generated(GanTrainer trainer, int count) {
        GanConfig config = trainer.config();
        try (Generator generator = Generator.of(trainer.networks(), config)) {
            return generator.generate(config.seed(), Streams.EVALUATION_NOISE, count);
        }
    }

    private static float[] real(GanTrainer trainer, int count) {
        Samples samples = trainer.samples();
        return switch (samples) {
            case FiniteSamples finite ->
                Arrays.copyOf(finite.values(), Math.min(count, finite.rows()) * finite.columns());
            case GeneratedSamples drawn -> {
                float[] rows = new float[count * drawn.columns()];
                drawn.draw(trainer.config().seed(), Streams.EVALUATION_DATA, 0, rows, 0, count);
                yield rows;
            }
        };
    }

    private static LinePlot.Curve histogram(String name, float[] values, Range range) {
        double width = (range.high() - range.low()) / BINS;
        double[] centres = new double[BINS];
        double[] density = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            centres[i] = range.low() + (i + 0.5) * width;
        }
        for (float value : values) {
            int bin = (int) Math.floor((value - range.low()) / width);
            if (bin >= 0 && bin < BINS) {
                density[bin] += 1 / (width * values.length);
            }
        }
        return new LinePlot.Curve(name, centres, density);
    }
}
