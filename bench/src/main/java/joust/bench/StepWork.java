package joust.bench;

import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.nn.Layer;
import joust.nn.NetworkShape;

/** The matrix products of one training step, counted from the configuration: a share of the peak needs no profiler. */
final class StepWork {
    private StepWork() {}

    /**
     * Floating-point operations of all products: k_D times (the generator forward, the discriminator forward and its weights'
     * and inner inputs' gradients on real and generated rows) and k_G times (both forward, the discriminator's inputs'
     * gradients down to the generator, the generator's gradients).
     */
    static double flops(GanConfig config) {
        double rows = config.batch().size();
        NetworkShape generator = GanNetworks.generatorShape(config);
        NetworkShape discriminator = GanNetworks.discriminatorShape(config);
        double discriminatorUpdate =
                rows * (forward(generator) + 2 * (2 * forward(discriminator) + inner(discriminator)));
        double generatorUpdate =
                rows * (forward(generator) + 2 * forward(discriminator) + forward(generator) + inner(generator));
        return config.updates().discriminatorSteps() * discriminatorUpdate
                + config.updates().generatorSteps() * generatorUpdate;
    }

    /** One row through all layers; the gradient of all weights costs as much again. */
    private static double forward(NetworkShape shape) {
        return shape.layers().stream().mapToDouble(StepWork::product).sum();
    }

    /** The gradients of the inputs of all layers but the first. */
    private static double inner(NetworkShape shape) {
        return shape.layers().stream().skip(1).mapToDouble(StepWork::product).sum();
    }

    private static double product(Layer layer) {
        return 2.0 * layer.inputs() * layer.outputs();
    }
}
