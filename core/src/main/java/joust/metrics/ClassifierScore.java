package joust.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * What a classifier makes of images.
 *
 * @param samples how many images it was shown
 * @param confidentShare the share of images, from 0 to 1, to whose likeliest class it gives a probability of at least
 *     {@link #CONFIDENT}
 * @param classShares for each class the share of all images whose likeliest class it is
 */
public record ClassifierScore(int samples, double confidentShare, List<Double> classShares) {
    /** The probability from which on a judgement counts as confident. */
    public static final double CONFIDENT = 0.9;

    /** Throws {@link IllegalArgumentException} if there is no sample or no class. */
    public ClassifierScore {
        classShares = List.copyOf(classShares);
        if (samples < 1 || classShares.isEmpty()) {
            throw new IllegalArgumentException("classifier score: " + samples + " samples in " + classShares.size()
                    + " classes, expected at least 1 of both");
        }
    }

    /** The share of the rarest class. */
    public double smallestClassShare() {
        return classShares.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * Counts.
     *
     * @param probabilities one row per image, one column per class
     */
    static ClassifierScore of(double[][] probabilities) {
        int classes = probabilities[0].length;
        int confident = 0;
        int[] counts = new int[classes];
        for (double[] row : probabilities) {
            int likeliest = likeliest(row);
            counts[likeliest]++;
            confident += row[likeliest] >= CONFIDENT ? 1 : 0;
        }
        double n = probabilities.length;
        List<Double> shares = Arrays.stream(counts).mapToObj(count -> count / n).toList();
        return new ClassifierScore(probabilities.length, confident / n, shares);
    }

    /** The class of the greatest probability, the first of several. */
    static int likeliest(double[] probabilities) {
        int likeliest = 0;
        for (int j = 1; j < probabilities.length; j++) {
            likeliest = probabilities[j] > probabilities[likeliest] ? j : likeliest;
        }
        return likeliest;
    }
}
