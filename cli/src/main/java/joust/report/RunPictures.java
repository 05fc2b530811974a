package joust.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.data.Samples;
import joust.gan.GanTrainer;
import joust.gan.LogRow;

/** The pictures of a run: a grid of samples for images, densities in one dimension, the plane in two, and the curves of the log. */
public final class RunPictures {
    /** The folder with the moments of runs that have no images. */
    static final String HISTORY = "history";

    private final Path folder;
    private final Pictures pictures;
    private final StepGrid grid;

    /**
     * Draws into {@code folder/samples} and {@code folder/plots}.
     *
     * @param pictures says what is left out
     * @param grid the grids of images
     */
    public RunPictures(Path folder, Pictures pictures, StepGrid grid) {
        this.folder = folder;
        this.pictures = pictures;
        this.grid = grid;
    }

    /** A frame of the run's film, which needs neither java.desktop nor fonts: {@code samples/step-N.png} of images, else numbers. */
    public void frame(GanTrainer trainer) {
        Samples samples = trainer.samples();
        if (samples instanceof FiniteSamples images && images.shape().isPresent()) {
            String name = "samples/" + step(trainer);
            ImageShape shape = images.shape().get();
            pictures.file(name, () -> Png.write(grid.png(trainer, images, shape), folder.resolve(name)));
        } else if (samples.columns() <= 2 && trainer.config().batch().classes() == 0) {
            pictures.file(
                    HISTORY + "/" + step(trainer), () -> Moment.of(trainer).write(folder.resolve(HISTORY)));
        }
    }

    /** Both networks as they are now, where the data have one or two columns and are no images: {@code plots/…-step-N.png}. */
    public void plot(GanTrainer trainer) {
        Samples samples = trainer.samples();
        boolean images =
                samples instanceof FiniteSamples finite && finite.shape().isPresent();
        if (samples.columns() == 1 && !images) {
            String name = "density-" + step(trainer);
            pictures.plot("plots/" + name, () -> StatePlots.density(trainer, plot(name)));
        } else if (samples.columns() == 2 && !images) {
            String name = "plane-" + step(trainer);
            pictures.plot("plots/" + name, () -> StatePlots.plane(trainer, plot(name)));
        }
    }

    private static String step(GanTrainer trainer) {
        return String.format(Locale.ROOT, "step-%08d.png", trainer.step());
    }

    /** The curves of the log. */
    public void curves(List<LogRow> rows) {
        if (rows.size() < 2) {
            return;
        }
        pictures.plot(
                "plots/losses.png",
                () -> LinePlot.write(
                        plot("losses.png"),
                        "Losses",
                        "step",
                        "loss",
                        List.of(
                                curve("discriminator", rows, LogRow::discriminatorLoss),
                                curve("generator", rows, LogRow::generatorLoss))));
        pictures.plot(
                "plots/judgement.png",
                () -> LinePlot.write(
                        plot("judgement.png"),
                        "What the discriminator makes of the batches",
                        "step",
                        "D and share judged right",
                        List.of(
                                curve("mean D(x)", rows, LogRow::meanReal),
                                curve("mean D(G(z))", rows, LogRow::meanFake),
                                curve("real rows judged right", rows, row -> ofFinite(row, row.accuracyReal())),
                                curve("generated rows judged right", rows, row -> ofFinite(row, row.accuracyFake())))));
    }

    private Path plot(String name) {
        return folder.resolve("plots").resolve(name);
    }

    /** A row that is not finite is judged right nowhere, which is no judgement. */
    private static double ofFinite(LogRow row, double accuracy) {
        return row.isFinite() ? accuracy : Double.NaN;
    }

    private static LinePlot.Curve curve(String name, List<LogRow> rows, ToDoubleFunction<LogRow> value) {
        double[] steps = rows.stream().mapToDouble(LogRow::step).toArray();
        return new LinePlot.Curve(name, steps, rows.stream().mapToDouble(value).toArray());
    }
}
