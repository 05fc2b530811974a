package joust.study;

import java.util.Optional;
import joust.gan.DataConfig;
import joust.gan.GanConfig;
import joust.gan.LossFunction;

/**
 * What was published for a cell, as it was published. Networks, batches and the length of training differ from Joust's: a generator of
 * 400x4 with batch normalisation, a maxout discriminator of 200x3, 400,000 iterations of 100 rows.
 *
 * @param modes modes with a sample of high quality
 * @param highQuality the share of such samples, in percent
 * @param reverseKl in nats
 * @param source where
 */
public record PublishedFigures(Figure modes, Figure highQuality, Figure reverseKl, String source) {
    private static final String PACGAN = "Lin et al. 2018 (PacGAN), table 1";

    /**
     * A figure.
     *
     * @param text as published
     * @param middle as a number, in the unit of the metric of that name
     */
    public record Figure(String text, double middle) {}

    /** The figure of one of the study's metrics. */
    public Optional<Figure> of(String metric) {
        return switch (metric) {
            case "modes" -> Optional.of(modes);
            case "highQuality" -> Optional.of(highQuality);
            case "reverseKl" -> Optional.of(reverseKl);
            default -> Optional.empty();
        };
    }

    /** What was published for a configuration's data, loss and packing; nothing for those with a penalty. */
    static Optional<PublishedFigures> of(GanConfig config) {
        boolean plain = config.loss().penalty() == null && config.loss().function() == LossFunction.NON_SATURATING;
        int packing = config.batch().packing();
        if (plain && config.data().equals(new DataConfig.Ring(8, 2, 0.01))) {
            return ring(packing);
        }
        if (plain && config.data().equals(new DataConfig.Grid(5, 2, 0.05))) {
            return grid(packing);
        }
        return Optional.empty();
    }

    private static Optional<PublishedFigures> ring(int packing) {
        return switch (packing) {
            case 1 -> figures(new Figure("6.3 ± 0.5", 6.3), new Figure("98.2", 0.982), new Figure("0.45", 0.45));
            case 2, 3, 4 ->
                figures(new Figure("7.8 to 7.9", 7.85), new Figure("96 to 98", 0.97), new Figure("0.07", 0.07));
            default -> Optional.empty();
        };
    }

    private static Optional<PublishedFigures> grid(int packing) {
        return switch (packing) {
            case 1 -> figures(new Figure("17.3", 17.3), new Figure("94.8", 0.948), new Figure("0.70", 0.7));
            case 4 -> figures(new Figure("24.8", 24.8), new Figure("93.6", 0.936), new Figure("0.04", 0.04));
            default -> Optional.empty();
        };
    }

    private static Optional<PublishedFigures> figures(Figure modes, Figure highQuality, Figure reverseKl) {
        return Optional.of(new PublishedFigures(modes, highQuality, reverseKl, PACGAN));
    }
}
