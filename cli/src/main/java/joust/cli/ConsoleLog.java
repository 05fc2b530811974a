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
        String losses = String.format(
                Locale.ROOT,
                "loss at step %d: discriminative: %.4f, generative: %.4f",
                row.step(),
                row.discriminatorLoss(),
                row.generatorLoss());
        out.println(judgement ? losses + judgement(row) : losses);
        out.flush();
    }

    private static String judgement(LogRow row) {
        return String.format(
                Locale.ROOT,
                "  D(x) %.3f (right %.0f %%), D(G(z)) %.3f (right %.0f %%)",
                row.meanReal(),
                100 * row.accuracyReal(),
                row.meanFake(),
                100 * row.accuracyFake());
    }
}
