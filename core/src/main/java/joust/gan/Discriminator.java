package joust.gan;

import java.util.Arrays;
import joust.nn.HostInference;
import joust.nn.Mlp;

/**
 * Judges rows with a trained discriminator. It sees parameters as they are at each call, and has no part in training. For the thread
 * that uses the backend.
 */
public final class Discriminator implements AutoCloseable {
    private static final int CHUNK = 512;

    private final Mlp network;
    private final HostInference rows;
    private final Reading reading;
    private final int packing;
    private final int columns;

    /** The discriminator of a configuration's networks. */
    public Discriminator(GanNetworks networks, GanConfig config) {
        this.network = networks.discriminatorNetwork();
        this.rows = new HostInference(network, CHUNK);
        this.reading = new Reading(config.loss().function());
        this.packing = config.batch().packing();
        this.columns = network.shape().inputs() / packing;
    }

    /**
     * D of each row: the probability of being real, or the plain output where the loss is not one on probabilities. A discriminator of
     * packs is shown packs of equal rows.
     *
     * @param points rows of data, row by row, each followed by the numbers of its class where it is told
     * @throws IllegalArgumentException if these are not one or more whole rows
     */
    public double[] judge(float[] points) {
        boolean whole = points.length % columns == 0;
        float[] outputs = rows.forward(packing == 1 || !whole ? points : repeated(points));
        double[] judgements = new double[points.length / columns];
        for (int row = 0; row < judgements.length; row++) {
            judgements[row] = reading.judgement(outputs, row);
        }
        return judgements;
    }

    private float[] repeated(float[] points) {
        float[] packs = new float[Math.multiplyExact(points.length, packing)];
        for (int i = 0; i < packs.length; i++) {
            int row = i / (columns * packing);
            packs[i] = points[row * columns + i % columns];
        }
        return packs;
    }

    /** Means over rows of data, each with its class where it is told; rows that follow each other make a pack, as in training. */
    Judgement summarize(float[] points) {
        int inputs = network.shape().inputs();
        int packs = points.length / inputs;
        return Judgement.of(reading, rows.forward(Arrays.copyOf(points, packs * inputs)), packs);
    }

    @Override
    public void close() {
        rows.close();
        network.close();
    }
}
