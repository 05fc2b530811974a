package joust.bench;

import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Samples;
import joust.gan.GanTrainer;
import joust.gan.LogRow;

/** Checks a training step against the scalar backend's before steps are timed. */
final class StepCheck {
    /** Sums of a thousand products in another order, through six layers. */
    private static final double TOLERANCE = 1e-3;

    private StepCheck() {}

    /**
     * Compares the networks after the first step.
     *
     * @param trainer after its first step
     * @param bits whether equal arithmetic has to mean equal bits
     * @throws IllegalStateException if they differ, or no parameter has moved
     */
    static void verify(String who, GanTrainer trainer, Samples samples, boolean bits) {
        try (Backend scalar = Backends.open("scalar");
                GanTrainer reference = new GanTrainer(scalar, trainer.config(), samples)) {
            String start = hash(reference);
            reference.advance();
            if (hash(trainer).equals(start)) {
                throw new IllegalStateException(who + ": a step moved no parameter; not timed");
            }
            boolean comparable = bits && trainer.backend().arithmetic() == scalar.arithmetic();
            if (comparable && !hash(trainer).equals(hash(reference))) {
                throw new IllegalStateException(
                        who + ": the networks differ from the scalar backend's after one step; not timed");
            }
            requireClose(who, trainer.logRow(), reference.logRow());
        }
    }

    private static String hash(GanTrainer trainer) {
        return trainer.networks().generator().sha256()
                + trainer.networks().discriminator().sha256();
    }

    private static void requireClose(String who, LogRow found, LogRow expected) {
        requireClose(who, found.discriminatorLoss(), expected.discriminatorLoss());
        requireClose(who, found.generatorLoss(), expected.generatorLoss());
    }

    private static void requireClose(String who, double found, double expected) {
        if (!(Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
            throw new IllegalStateException(who + ": a loss after one step is " + found + ", expected " + expected
                    + " within " + TOLERANCE + "; not timed");
        }
    }
}
