package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;

/** Makes the row of the log that belongs to a state: runs both losses on the batches of the next step and reads them back. */
final class LogEvaluator {
    private final Backend backend;
    private final GanConfig config;
    private final Reading reading;
    private final DiscriminatorUpdate discriminatorLoss;
    private final GeneratorUpdate generatorLoss;
    private final NetworkUpdate discriminator;
    private final NetworkUpdate generator;
    private final float[] losses;
    private final float[] realOutputs;
    private final float[] fakeOutputs;

    LogEvaluator(
            Backend backend,
            GanConfig config,
            DiscriminatorUpdate discriminatorLoss,
            GeneratorUpdate generatorLoss,
            NetworkUpdate discriminator,
            NetworkUpdate generator) {
        this.backend = backend;
        this.config = config;
        this.reading = new Reading(config.loss().function());
        this.discriminatorLoss = discriminatorLoss;
        this.generatorLoss = generatorLoss;
        this.discriminator = discriminator;
        this.generator = generator;
        int size = config.batch().packs();
        this.losses = new float[size];
        this.realOutputs = new float[size * config.loss().function().outputs()];
        this.fakeOutputs = new float[size * config.loss().function().outputs()];
    }

    LogRow evaluate(long step, long discriminatorNoise, long generatorNoise, long data) {
        discriminatorLoss.computeGradients(step, discriminator.optimizer().stepCount(), discriminatorNoise, data);
        discriminator.finishGradients();
        double rowWeight = DiscriminatorUpdate.rowWeight(config.batch());
        double realLoss = sum(discriminatorLoss.realLosses()) * rowWeight;
        double ofDiscriminator = realLoss + sum(discriminatorLoss.fakeLosses()) * rowWeight;
        backend.download(discriminatorLoss.realOutputs(), realOutputs, 0);
        backend.download(discriminatorLoss.fakeOutputs(), fakeOutputs, 0);
        boolean shared = config.updates().noise() == UpdateConfig.NoiseUse.SHARED;
        generatorLoss.computeGradients(
                step,
                generator.optimizer().stepCount(),
                shared ? Streams.DISCRIMINATOR_NOISE : Streams.GENERATOR_NOISE,
                shared ? discriminatorNoise : generatorNoise);
        generator.finishGradients();
        double ofGenerator = sum(generatorLoss.losses()) * GeneratorUpdate.rowWeight(config);
        if (config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY) {
            ofGenerator = -(realLoss + ofGenerator);
        }
        return row(step, ofDiscriminator, ofGenerator);
    }

    private LogRow row(long step, double ofDiscriminator, double ofGenerator) {
        double discriminatorDecay = discriminator.decayLoss();
        double penalty = discriminatorLoss.penaltyLoss();
        double generatorDecay = generator.decayLoss();
        Judgement real = Judgement.of(reading, realOutputs, losses.length);
        Judgement fake = Judgement.of(reading, fakeOutputs, losses.length);
        return new LogRow(
                step,
                ofDiscriminator + penalty + discriminatorDecay,
                ofGenerator + generatorDecay,
                real.logReal() + fake.logFake(),
                real.takenForReal(),
                fake.takenForFake(),
                real.mean(),
                fake.mean(),
                discriminator.parameters().gradientNorm(),
                generator.parameters().gradientNorm(),
                ofDiscriminator,
                discriminatorDecay,
                ofGenerator,
                generatorDecay,
                (certainty(realOutputs) + certainty(fakeOutputs)) / 2);
    }

    private double certainty(float[] outputs) {
        int rows = outputs.length / config.loss().function().outputs();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += reading.certainty(outputs, row, config.discriminator().clamp());
        }
        return sum / rows;
    }

    private double sum(Tensor tensor) {
        backend.download(tensor, losses, 0);
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum;
    }
}
