package joust.gan;

import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.nn.Arena;
import joust.nn.Mlp;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** One step after the other: the updates of both networks in their order, and the positions of the random streams. */
final class TrainingStep {
    private final GanConfig config;
    private final GanNetworks networks;
    private final NetworkUpdate generator;
    private final NetworkUpdate discriminator;
    private final GeneratorUpdate generatorLoss;
    private final DiscriminatorUpdate discriminatorLoss;
    private final LogEvaluator logEvaluator;
    private final @Nullable Arena average;
    private final double averageDecay;
    private final long noiseBlocks;
    private final long dataBlocks;
    private final boolean sharesNoise;

    private long step;
    private long discriminatorNoise;
    private long generatorNoise;
    private long data;

    /** Prepares steps, with all that they need in a workspace, which closes it. */
    TrainingStep(Workspace workspace, Backend backend, GanConfig config, GanNetworks networks, Samples samples) {
        this.config = config;
        this.networks = networks;
        int size = config.batch().size();
        Mlp generatorNetwork = workspace.add(networks.generatorNetwork(), Mlp::close);
        Mlp discriminatorNetwork = workspace.add(networks.discriminatorNetwork(), Mlp::close);
        NoiseSource noise = workspace.add(new NoiseSource(backend, config.noise()), NoiseSource::close);
        RealBatches real = workspace.add(
                RealBatches.of(backend, samples, size, config.batch().sortedReal()), RealBatches::close);
        this.generator =
                workspace.add(new NetworkUpdate(networks.generator(), config.generator()), NetworkUpdate::close);
        this.discriminator = workspace.add(
                new NetworkUpdate(
                        networks.discriminator(),
                        config.discriminator(),
                        networks.spectralNorm().orElse(null)),
                NetworkUpdate::close);
        int classes = config.batch().classes();
        LabelRows labels = classes == 0 ? null : new LabelRows(workspace, backend, classes, (FiniteSamples) samples);
        InstanceNoise instanceNoise = new InstanceNoise(workspace, backend, config);
        this.generatorLoss = new GeneratorUpdate(
                workspace, config, generatorNetwork, discriminatorNetwork, noise, labels, instanceNoise);
        this.discriminatorLoss = new DiscriminatorUpdate(
                workspace, config, generatorNetwork, discriminatorNetwork, noise, real, labels, instanceNoise);
        this.logEvaluator =
                new LogEvaluator(backend, config, discriminatorLoss, generatorLoss, discriminator, generator);
        Double decay = config.movingAverageDecay();
        this.averageDecay = decay == null ? 0 : decay;
        this.average = networks.generatorAverage().orElse(null);
        this.noiseBlocks = noise.blocks(size);
        this.dataBlocks = real.blocks(size);
        this.sharesNoise = config.updates().noise() == UpdateConfig.NoiseUse.SHARED;
    }

    long step() {
        return step;
    }

    /** Registers what a step leaves to the next. */
    void register(RunState state) {
        state.add("step", () -> step, value -> step = value);
        state.add("discriminatorNoise", () -> discriminatorNoise, value -> discriminatorNoise = value);
        state.add("generatorNoise", () -> generatorNoise, value -> generatorNoise = value);
        state.add("data", () -> data, value -> data = value);
        discriminator.register("discriminator", state);
        generator.register("generator", state);
    }

    LogRow logRow() {
        return logEvaluator.evaluate(step, discriminatorNoise, generatorNoise, data);
    }

    void advance() {
        if (config.updates().mode() == UpdateConfig.Mode.SIMULTANEOUS) {
            updateBoth();
        } else if (config.updates().order() == UpdateConfig.Order.DISCRIMINATOR_FIRST) {
            updateDiscriminator();
            updateGenerator();
        } else {
            updateGenerator();
            updateDiscriminator();
        }
        if (sharesNoise) {
            discriminatorNoise += noiseBlocks;
        }
        step++;
    }

    private void updateDiscriminator() {
        for (int i = 0; i < config.updates().discriminatorSteps(); i++) {
            computeDiscriminatorGradients();
            discriminator.apply(step, config.steps());
        }
    }

    private void updateGenerator() {
        for (int i = 0; i < config.updates().generatorSteps(); i++) {
            computeGeneratorGradients();
            applyGenerator();
        }
    }

    private void updateBoth() {
        computeDiscriminatorGradients();
        computeGeneratorGradients();
        discriminator.apply(step, config.steps());
        applyGenerator();
    }

    private void computeDiscriminatorGradients() {
        discriminatorLoss.computeGradients(step, discriminator.optimizer().stepCount(), discriminatorNoise, data);
        discriminator.finishGradients();
        data += dataBlocks;
        if (!sharesNoise) {
            discriminatorNoise += noiseBlocks;
        }
    }

    private void computeGeneratorGradients() {
        long update = generator.optimizer().stepCount();
        if (sharesNoise) {
            generatorLoss.computeGradients(step, update, Streams.DISCRIMINATOR_NOISE, discriminatorNoise);
        } else {
            generatorLoss.computeGradients(step, update, Streams.GENERATOR_NOISE, generatorNoise);
            generatorNoise += noiseBlocks;
        }
        generator.finishGradients();
    }

    private void applyGenerator() {
        generator.apply(step, config.steps());
        if (average != null) {
            networks.generator().updateAverage(averageDecay, average);
        }
    }
}
