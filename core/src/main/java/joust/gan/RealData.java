package joust.gan;

import java.util.Optional;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.data.SplitSamples;
import joust.metrics.ImageClassifier;
import org.jspecify.annotations.Nullable;

/** The real rows of a run: those to train on and, where their source has some, those kept apart. */
public final class RealData {
    private final Samples training;
    private final @Nullable FiniteSamples heldOut;

    private RealData(Samples training, @Nullable FiniteSamples heldOut) {
        this.training = training;
        this.heldOut = heldOut;
    }

    /** Rows of which none are kept apart. */
    public static RealData of(Samples training) {
        return new RealData(training, null);
    }

    /** Rows that their source has divided. */
    public static RealData of(SplitSamples split) {
        return new RealData(split.training(), split.heldOut());
    }

    /** The rows to train on. */
    public Samples training() {
        return training;
    }

    /** The rows that their source keeps apart. */
    public Optional<FiniteSamples> heldOut() {
        return Optional.ofNullable(heldOut);
    }

    /** The rows for a classifier, where they are images with labels: divided by their source, else by {@link ImageClassifier#split}. */
    public Optional<SplitSamples> labelled() {
        if (!(training instanceof FiniteSamples table)
                || table.classes() < 2
                || table.shape().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(heldOut == null ? ImageClassifier.split(table) : new SplitSamples(table, heldOut));
    }
}
