package joust.report;

import java.util.Map;

/** What the keys of {@code metrics.json} and the columns of {@code log.csv} mean, in one sentence each. */
final class MetricMeanings {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("discriminatorLoss", "What the discriminator minimises, decay included."),
            Map.entry("generatorLoss", "What the generator minimises, decay included."),
            Map.entry(
                    "value",
                    "V = mean log D(x) + mean log(1 - D(G(z))), the value of the game; -1.386 = -log 4 where D can no longer tell."),
            Map.entry("accuracyReal", "The share of real rows that D takes for real; 0.5 where it can only guess."),
            Map.entry(
                    "accuracyFake",
                    "The share of generated rows that D takes for generated; 0.5 where it can only guess."),
            Map.entry("meanReal", "Mean D(x): what D says of real rows, 1 being certainly real."),
            Map.entry("meanFake", "Mean D(G(z)): what D says of generated rows, 1 being certainly real."),
            Map.entry("discriminatorGradientNorm", "The Euclidean norm of the gradient of the discriminator's loss."),
            Map.entry("generatorGradientNorm", "The Euclidean norm of the gradient of the generator's loss."),
            Map.entry("discriminatorAdversarialLoss", "The discriminator's loss without its decay."),
            Map.entry(
                    "discriminatorDecayLoss",
                    "The decay in the discriminator's loss: half of λ times the sum of squared weights."),
            Map.entry("generatorAdversarialLoss", "The generator's loss without its decay."),
            Map.entry(
                    "generatorDecayLoss",
                    "The decay in the generator's loss: half of λ times the sum of squared weights."),
            Map.entry("ks", "Kolmogorov-Smirnov: the largest distance of the cumulative distributions; 0 is best."),
            Map.entry(
                    "wasserstein1",
                    "Wasserstein-1: how far, in the mean, samples would have to move to be distributed like the data."),
            Map.entry("meanError", "The mean of the samples minus that of the data."),
            Map.entry(
                    "maxDiscriminatorDeviation",
                    "The largest |D - ½| within three standard deviations of the mean; 0 at the optimum."),
            Map.entry(
                    "maxDiscriminatorDeviation2",
                    "The largest |D - ½| within two standard deviations of the mean; 0 at the optimum."),
            Map.entry(
                    "rmsDiscriminatorError",
                    "The root mean squared distance of D from its optimum p/(p+q), p and q being the densities of data and generator."),
            Map.entry("modes", "How many modes have at least one sample within three standard deviations."),
            Map.entry("modesStrict", "How many modes have at least a fifth of their fair share of samples."),
            Map.entry(
                    "highQuality",
                    "The share of samples within three standard deviations of a mode; true samples in the plane reach 0.989."),
            Map.entry("reverseKl", "The Kullback-Leibler divergence of the modes' shares from equal ones; 0 is best."),
            Map.entry(
                    "mmd",
                    "Maximum mean discrepancy: the distance of samples from data in the space of a kernel; 0 is best."),
            Map.entry("precision", "The share of samples that lie among the data, by nearest neighbours."),
            Map.entry("recall", "The share of the data that lie among the samples, by nearest neighbours."),
            Map.entry(
                    "density",
                    "How many real neighbourhoods a sample lies in, relative to what is expected; about 1 for true samples."),
            Map.entry("coverage", "The share of real rows with a sample in their neighbourhood."),
            Map.entry(
                    "frechet",
                    "The Fréchet distance of samples and data in the features of Joust's own frozen classifier; 0 is best."),
            Map.entry(
                    "parzen",
                    "The mean log-likelihood of held-out real rows under Gaussians around the samples, in nats; more is better."),
            Map.entry("parzenError", "The standard error of that log-likelihood."),
            Map.entry("ksCritical", "What ks stays below for 95 % of as many true samples."),
            Map.entry(
                    "parzenReal",
                    "The same score with real rows in the samples' place: what a perfect generator would reach."),
            Map.entry(
                    "nearestTraining",
                    "The median distance of samples from the nearest row trained on, over that of held-out rows; far below 1 where rows are memorised."),
            Map.entry(
                    "labelAgreement",
                    "The share of samples that a classifier takes for the class they were asked to be."),
            Map.entry(
                    "classifierAccuracy",
                    "The share of held-out images that the classifier, which judges the samples, gets right."),
            Map.entry("confidentShare", "The share of samples of which the classifier is confident."),
            Map.entry(
                    "smallestClassShare",
                    "The share of samples in the rarest class; a tenth where ten classes are equally likely."));

    private MetricMeanings() {}

    /** The meaning of a key; empty if there is none. */
    static String of(String key) {
        return MEANINGS.getOrDefault(key, "");
    }
}
