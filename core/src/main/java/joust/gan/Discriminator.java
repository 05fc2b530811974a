package joust.gan;

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

    /** The discriminator of a configuration's networks. */
    public Discriminator(GanNetworks networks, GanConfig config) {
        this.network = networks.discriminatorNetwork();
        this.rows = new HostInference(network, CHUNK);
        this.reading = new Reading(config.loss().function());
    }

    /**
     * D of each row: the probability of being real, or the plain output where the loss is not one on probabilities.
     *
     * @param points rows of data, row by row
     * @throws IllegalArgumentException if these are not one or more whole rows
     */
    public double[] judge(float[] points) {
        float[] outputs = rows.forward(points);
        double[] judgements = new double[points.length / network.shape().inputs()];
        for (int row = 0; row < judgements.length; row++) {
            judgements[row] = reading.judgement(outputs, row);
        }
        return judgements;
    }

    /** Means over rows of data. */
    Judgement summarize(float[] points) {
        return Judgement.of(
                reading, rows.forward(points), points.length / network.shape().inputs());
    }

    @Override
    public void close() {
        rows.close();
        network.close();
    }
}
