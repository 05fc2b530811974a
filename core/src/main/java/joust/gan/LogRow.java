package joust.gan;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run looks like after some steps: losses, gradients and the discriminator's judgement at the parameters of that moment, on the
 * batches of the next step. A pure function of the trainer's state. D(x) is the probability of being real where the loss makes it
 * one, else the discriminator's output.
 *
 * @param step steps done
 * @param discriminatorLoss what the discriminator minimises, penalty and decay included
 * @param generatorLoss what the generator minimises, decay included
 * @param value V = mean log D(x) + mean log(1 - D(G(z))); NaN where D(x) is no probability
 * @param accuracyReal the share of real rows that D takes for real; a row whose output is NaN is taken for neither
 * @param accuracyFake the share of generated rows that D takes for generated
 * @param meanReal mean D(x)
 * @param meanFake mean D(G(z))
 * @param discriminatorGradientNorm Euclidean norm of the gradient of the discriminator's loss
 * @param generatorGradientNorm Euclidean norm of the gradient of the generator's loss
 * @param discriminatorAdversarialLoss the discriminator's loss without penalty and decay
 * @param discriminatorDecayLoss λ/2 times the sum of the discriminator's squared weights
 * @param generatorAdversarialLoss the generator's loss without its decay
 * @param generatorDecayLoss λ/2 times the sum of the generator's squared weights
 * @param certainty how sure D is of the rows, whether right or wrong: the mean |logit| where the loss takes logits, the share of
 *     rows at a bound of D's clamp where it takes probabilities, else NaN
 */
public record LogRow(
        long step,
        double discriminatorLoss,
        double generatorLoss,
        double value,
        double accuracyReal,
        double accuracyFake,
        double meanReal,
        double meanFake,
        double discriminatorGradientNorm,
        double generatorGradientNorm,
        double discriminatorAdversarialLoss,
        double discriminatorDecayLoss,
        double generatorAdversarialLoss,
        double generatorDecayLoss,
        double certainty) {
    private static final List<String> COLUMNS = List.of(
            "discriminatorLoss",
            "generatorLoss",
            "value",
            "accuracyReal",
            "accuracyFake",
            "meanReal",
            "meanFake",
            "discriminatorGradientNorm",
            "generatorGradientNorm");
    private static final List<String> PARTS = List.of(
            "discriminatorAdversarialLoss", "discriminatorDecayLoss", "generatorAdversarialLoss", "generatorDecayLoss");

    /**
     * The names of {@link #values} in order.
     *
     * @param parts whether losses are also given in their parts, which says something new only where there is decay
     */
    public static List<String> columns(boolean parts) {
        return parts ? Stream.concat(COLUMNS.stream(), PARTS.stream()).toList() : COLUMNS;
    }

    /** All numbers but the step, in the order of {@link #columns}. */
    public List<Double> values(boolean parts) {
        Stream<Double> values = Stream.of(
                discriminatorLoss,
                generatorLoss,
                value,
                accuracyReal,
                accuracyFake,
                meanReal,
                meanFake,
                discriminatorGradientNorm,
                generatorGradientNorm);
        Stream<Double> inParts = Stream.of(
                discriminatorAdversarialLoss, discriminatorDecayLoss, generatorAdversarialLoss, generatorDecayLoss);
        return parts ? Stream.concat(values, inParts).toList() : values.toList();
    }

    /** Whether losses and gradients are finite, so that training can go on. */
    public boolean isFinite() {
        return Double.isFinite(discriminatorLoss)
                && Double.isFinite(generatorLoss)
                && Double.isFinite(discriminatorGradientNorm)
                && Double.isFinite(generatorGradientNorm);
    }

    /** Throws {@link TrainingDivergedException} if a loss or a gradient's norm is not finite. */
    void requireFinite() {
        requireFinite("discriminatorLoss", discriminatorLoss);
        requireFinite("generatorLoss", generatorLoss);
        requireFinite("discriminatorGradientNorm", discriminatorGradientNorm);
        requireFinite("generatorGradientNorm", generatorGradientNorm);
    }

    private void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new TrainingDivergedException(step, what, number);
        }
    }
}
