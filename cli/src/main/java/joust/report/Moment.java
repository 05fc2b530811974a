package joust.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import joust.data.FiniteSamples;
import joust.data.GeneratedSamples;
import joust.gan.Discriminator;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Generator;
import joust.gan.Streams;
import joust.io.FileFormatException;
import joust.io.NamedTensor;
import joust.io.SafeTensors;

/**
 * Both networks at one moment of a run whose data have one or two columns, as numbers that a film is drawn from:
 * {@code history/step-N.safetensors}.
 */
final class Moment {
    /** Points per column of the grid. */
    static final int LINE = 241;

    /** Points per side of the grid over a plane. */
    static final int SIDE = 48;

    private static final int ROWS = 500;
    private static final double MARGIN = 0.3;

    private final long step;
    private final float[] axes;
    private final float[] real;
    private final float[] generated;
    private final float[] judgement;

    Moment(long step, float[] axes, float[] real, float[] generated, float[] judgement) {
        this.step = step;
        this.axes = axes;
        this.real = real;
        this.generated = generated;
        this.judgement = judgement;
    }

    /** Steps done. */
    long step() {
        return step;
    }

    /** Per column the low and the high end of the part that is shown, the same at every moment. */
    float[] axes() {
        return axes;
    }

    /** Real rows. */
    float[] real() {
        return real;
    }

    /** As many generated ones. */
    float[] generated() {
        return generated;
    }

    /** D on a grid over the axes, from their low ends on, the first column running fastest. */
    float[] judgement() {
        return judgement;
    }

    /** The columns of the data, 1 or 2. */
    int columns() {
        return axes.length / 2;
    }

    /** The networks as they are now. */
    static Moment of(GanTrainer trainer) {
        GanConfig config = trainer.config();
        int columns = trainer.samples().columns();
        float[] real = real(trainer);
        float[] axes = axes(real, columns);
        try (Generator generator = Generator.of(trainer.networks(), config);
                Discriminator discriminator = new Discriminator(trainer.networks(), config)) {
            float[] generated = generator.generate(config.seed(), Streams.EVALUATION_NOISE, ROWS);
            double[] judged = discriminator.judge(grid(axes));
            float[] judgement = new float[judged.length];
            for (int i = 0; i < judged.length; i++) {
                judgement[i] = (float) judged[i];
            }
            return new Moment(trainer.step(), axes, real, generated, judgement);
        }
    }

    private static float[] real(GanTrainer trainer) {
        int columns = trainer.samples().columns();
        return switch (trainer.samples()) {
            case FiniteSamples finite -> Arrays.copyOf(finite.values(), Math.min(ROWS, finite.rows()) * columns);
            case GeneratedSamples drawn -> {
                float[] rows = new float[ROWS * columns];
                drawn.draw(trainer.config().seed(), Streams.EVALUATION_DATA, 0, rows, 0, ROWS);
                yield rows;
            }
        };
    }

    private static float[] axes(float[] real, int columns) {
        float[] axes = new float[2 * columns];
        for (int column = 0; column < columns; column++) {
            double low = real[column];
            double high = low;
            for (int i = column; i < real.length; i += columns) {
                low = Math.min(low, real[i]);
                high = Math.max(high, real[i]);
            }
            double margin = high > low ? MARGIN * (high - low) : 1;
            axes[2 * column] = (float) (low - margin);
            axes[2 * column + 1] = (float) (high + margin);
        }
        return axes;
    }

    /** The points of the grid, row by row. */
    static float[] grid(float[] axes) {
        if (axes.length == 2) {
            return line(axes, 0, LINE);
        }
        float[] x = line(axes, 0, SIDE);
        float[] y = line(axes, 1, SIDE);
        float[] grid = new float[SIDE * SIDE * 2];
        for (int i = 0; i < SIDE * SIDE; i++) {
            grid[2 * i] = x[i % SIDE];
            grid[2 * i + 1] = y[i / SIDE];
        }
        return grid;
    }

    private static float[] line(float[] axes, int column, int count) {
        float low = axes[2 * column];
        float high = axes[2 * column + 1];
        float[] line = new float[count];
        for (int i = 0; i < count; i++) {
            line[i] = low + (high - low) * i / (count - 1);
        }
        return line;
    }

    /** Writes the file of this moment into a folder, which is made where it is not there. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<NamedTensor> tensors = List.of(
                tensor("axes", axes),
                tensor("real", real),
                tensor("generated", generated),
                tensor("judgement", judgement));
        Path file = folder.resolve(String.format(Locale.ROOT, "step-%08d.safetensors", step));
        new SafeTensors(file.toString(), tensors, Map.of("step", Long.toString(step))).write(file);
    }

    private static NamedTensor tensor(String name, float[] values) {
        return new NamedTensor(name, List.of(values.length), values);
    }

    /**
     * Reads a file.
     *
     * @throws FileFormatException if it does not hold a moment
     */
    static Moment read(Path file) throws IOException {
        SafeTensors content = SafeTensors.read(file);
        String step = content.metadata().getOrDefault("step", "");
        if (!step.matches("\\d{1,18}")) {
            throw new FileFormatException(file.toString(), "metadata step", "a number of steps", step);
        }
        float[] axes = values(content, "axes", size -> size == 2 || size == 4);
        int columns = axes.length / 2;
        int points = columns == 1 ? LINE : SIDE * SIDE;
        return new Moment(
                Long.parseLong(step),
                axes,
                values(content, "real", size -> size > 0 && size % columns == 0),
                values(content, "generated", size -> size > 0 && size % columns == 0),
                values(content, "judgement", size -> size == points));
    }

    private static float[] values(SafeTensors content, String name, IntPredicate size) throws FileFormatException {
        NamedTensor tensor = content.tensor(name);
        if (tensor == null || !size.test(tensor.values().length)) {
            String found = tensor == null ? "none" : tensor.values().length + " numbers";
            throw new FileFormatException(content.source(), "tensor " + name, "a tensor of a moment's size", found);
        }
        return tensor.values();
    }
}
