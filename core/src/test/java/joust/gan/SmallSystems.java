package joust.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import joust.data.FiniteSamples;
import joust.data.Samples;

/** The presets with the widths of their hidden layers and their batches cut down, all else as it is. */
final class SmallSystems {
    private static final int IMAGE_COLUMNS = 9;
    private static final int BATCH = 7;

    private SmallSystems() {}

    static List<GanConfig> all() {
        return Presets.names().stream().map(name -> small(Presets.get(name))).toList();
    }

    static GanConfig small(String preset) {
        return small(Presets.get(preset));
    }

    private static GanConfig small(GanConfig config) {
        boolean images = config.data() instanceof DataConfig.Digits
                || config.data() instanceof DataConfig.Idx
                || config.data() instanceof DataConfig.FashionMnist;
        int columns = images ? IMAGE_COLUMNS : config.generator().output().width();
        return new GanConfig(
                config.name(),
                "",
                images ? new DataConfig.Csv("rows", null) : config.data(),
                images ? new NoiseConfig.Normal(4, 0, 1) : config.noise(),
                small(config.generator(), columns),
                small(config.discriminator(), config.discriminator().output().width()),
                config.loss(),
                small(config.batch()),
                config.updates(),
                null,
                config.movingAverageDecay(),
                config.steps(),
                config.seed(),
                config.logEvery());
    }

    private static BatchConfig small(BatchConfig batch) {
        return new BatchConfig(
                BATCH * batch.packing(),
                batch.layout(),
                batch.sortedReal(),
                batch.classes(),
                batch.packing(),
                batch.instanceNoise());
    }

    private static NetworkConfig small(NetworkConfig network, int outputs) {
        List<LayerConfig> layers = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            LayerConfig layer = network.layers().get(i);
            int width = i == network.layers().size() - 1 ? outputs : 5 + i;
            layers.add(new LayerConfig(width, layer.activation(), layer.slope()));
        }
        return new NetworkConfig(
                layers,
                network.initializer(),
                network.biasDeviation(),
                network.outputScale(),
                network.clamp(),
                network.l2Decay(),
                network.weightClip(),
                network.optimizer(),
                network.schedule(),
                network.momentumSchedule(),
                network.spectralNorm());
    }

    /** The data of a small system; images are rows of random pixels. */
    static Samples samples(GanConfig config) {
        if (!(config.data() instanceof DataConfig.Csv)) {
            return DataSources.open(config.data()).training();
        }
        if (config.generator().output().width() != IMAGE_COLUMNS) {
            return CuredSystems.samples();
        }
        SplittableRandom random = new SplittableRandom(1);
        float[] pixels = new float[20 * IMAGE_COLUMNS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        FiniteSamples rows = FiniteSamples.of("rows", IMAGE_COLUMNS, pixels);
        int classes = config.batch().classes();
        if (classes == 0) {
            return rows;
        }
        int[] labels = new int[rows.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % classes;
        }
        return rows.withLabels(labels, classes);
    }
}
