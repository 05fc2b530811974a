package joust.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import joust.backend.Activation;
import joust.backend.Loss;
import joust.backend.Side;

/**
 * A loss that networks are trained with, for tests over every one of them.
 *
 * @param name for messages
 * @param outputs the columns of the network's output
 * @param firstHalf the loss of the first half of the rows of a batch
 * @param secondHalf the loss of the second half
 */
record LossScenario(String name, int outputs, ReferenceLoss firstHalf, ReferenceLoss secondHalf) {
    private static final int MOST_ROWS = 8;

    /** Every loss of the contract, for every side, with and without smoothed labels. */
    static List<LossScenario> all() {
        List<LossScenario> scenarios = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            scenarios.add(discriminator(loss, 1));
            if (loss.acceptsLabel()) {
                scenarios.add(discriminator(loss, 0.9f));
            }
            var generator = new ReferenceLoss.Adversarial(loss, Side.GENERATOR, 1);
            scenarios.add(new LossScenario(loss + " generator", 1, generator, generator));
        }
        scenarios.add(new LossScenario("two classes", 2, classes(1), classes(0)));
        scenarios.add(new LossScenario("four classes", 4, classes(3, 1), classes(0, 2)));
        scenarios.add(new LossScenario("squared error", 3, squared(5), squared(6)));
        return scenarios;
    }

    /** The loss of a batch of which {@code rows} rows go through a network. */
    LossOfBatch ofBatch(double scale) {
        return new LossOfBatch(firstHalf, secondHalf, scale);
    }

    /** A network for this loss: of another seed, another last activation and head. */
    RandomNet net(int seed, double scale) {
        boolean probabilities = firstHalf instanceof ReferenceLoss.Adversarial(Loss loss, Side side, double t)
                && loss.onProbabilities();
        Activation last = probabilities ? probability(seed) : RandomNet.activation(seed);
        Head head = probabilities ? clamped(seed) : head(seed);
        return RandomNet.draw(seed, outputs, last, head, ofBatch(scale));
    }

    private static Activation probability(int seed) {
        return List.of(Activation.SIGMOID, Activation.TANH, Activation.IDENTITY).get(seed % 3);
    }

    private static Head clamped(int seed) {
        boolean isBounded = seed % 3 == 0 && seed % 2 == 0;
        return isBounded ? Head.NONE : Head.clamped(0.01f, 0.99f);
    }

    private static Head head(int seed) {
        return List.of(Head.NONE, Head.scaled(-2.5f), Head.clamped(-0.6f, 0.7f), new Head(5, -0.9f, 2.1f))
                .get(seed % 4);
    }

    private static LossScenario discriminator(Loss loss, float label) {
        return new LossScenario(
                loss + " discriminator, label " + label,
                1,
                new ReferenceLoss.Adversarial(loss, Side.REAL, label),
                new ReferenceLoss.Adversarial(loss, Side.FAKE, 1));
    }

    private static ReferenceLoss classes(int... inTurn) {
        List<Integer> labels = new ArrayList<>();
        for (int r = 0; r < MOST_ROWS; r++) {
            labels.add(inTurn[r % inTurn.length]);
        }
        return new ReferenceLoss.Softmax(labels);
    }

    private static ReferenceLoss squared(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> targets = new ArrayList<>();
        for (int r = 0; r < MOST_ROWS; r++) {
            targets.add(new double[] {target(random), target(random), target(random)});
        }
        return new ReferenceLoss.Squared(targets);
    }

    private static double target(SplittableRandom random) {
        return (float) random.nextDouble(-1, 1);
    }
}
