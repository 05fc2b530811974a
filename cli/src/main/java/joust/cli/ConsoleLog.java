package joust.cli;

import java.io.PrintStream;
import java.util.Locale;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;

/** Prints the log's rows to standard output and the progress to standard error. */
final class ConsoleLog implements TrainingListener {
    private final PrintStream out;
    private final ProgressLine progress;
    private final boolean judgement;

    /**
     * @param judgement whether a row also says what the discriminator makes of real and generated rows; the published log of
     *     toy2d has the losses alone
     */
    ConsoleLog(PrintStream out, ProgressLine progress, boolean judgement) {
        this.out = out;
        this.progress = progress;
        this.judgement = judgement;
    }

    @Override
    public void onPreTraining(int update, double loss) {
        progress.clear();
        out.printf(Locale.ROOT, "pre-training loss at update %d: %.4f%n", update, loss);
    }

    @Override
    public void onStep(GanTrainer trainer, long step) {
        progress.step(step, System.nanoTime());
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        progress.clear();
        out.println(text(row));
        out.flush();
    }

    /** The line of a row. */
    String text(LogRow row) {
        String losses = String.format(
                Locale.ROOT,
                "loss at step %d: discriminative: %.4f, generative: %.4f",
                row.step(),
                row.discriminatorLoss(),
                row.generatorLoss());
        return judgement ? losses + judgement(row) : losses;
    }

    private static String judgement(LogRow row) {
        return "  " + judgement("D(x)", row.meanReal(), row.accuracyReal()) + ", "
                + judgement("D(G(z))", row.meanFake(), row.accuracyFake());
    }

    /** Where outputs are NaN none is right, and a share of 0 would look like a judgement. */
    private static String judgement(String name, double mean, double right) {
        String share = Double.isNaN(mean) ? "" : String.format(Locale.ROOT, " (right %.0f %%)", 100 * right);
        return String.format(Locale.ROOT, "%s %.3f%s", name, mean, share);
    }
}
