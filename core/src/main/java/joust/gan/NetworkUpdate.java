package joust.gan;

import java.util.List;
import joust.nn.OptimizerState;
import joust.nn.Parameters;
import org.jspecify.annotations.Nullable;

/** What turns the gradients of one network's loss into its next parameters. */
final class NetworkUpdate implements AutoCloseable {
    private final Parameters parameters;
    private final OptimizerState optimizer;
    private final OptimizerConfig config;
    private final ScheduleConfig schedule;
    private final double l2Decay;
    private final @Nullable Double weightClip;

    NetworkUpdate(Parameters parameters, NetworkConfig config) {
        this(parameters, config.optimizer(), config.schedule(), config.l2Decay(), config.weightClip());
    }

    NetworkUpdate(
            Parameters parameters,
            OptimizerConfig config,
            ScheduleConfig schedule,
            double l2Decay,
            @Nullable Double weightClip) {
        this.parameters = parameters;
        this.optimizer = config.rule().start(parameters);
        this.config = config;
        this.schedule = schedule;
        this.l2Decay = l2Decay;
        this.weightClip = weightClip;
    }

    Parameters parameters() {
        return parameters;
    }

    OptimizerState optimizer() {
        return optimizer;
    }

    /** Registers what the optimizer of a network remembers. */
    void register(String network, RunState state) {
        List<String> names = optimizer.optimizer().stateNames();
        for (int i = 0; i < names.size(); i++) {
            state.add(network + "Optimizer." + names.get(i), optimizer.arenas().get(i));
        }
        state.add(network + "Updates", optimizer::stepCount, optimizer::restoreStepCount);
    }

    /** Adds the gradient of the decay to that of the rest of the loss. */
    void addDecayGradient() {
        if (l2Decay != 0) {
            parameters.addWeightDecay(l2Decay);
        }
    }

    /** Waits, then gives the decay's term of the loss. */
    double decayLoss() {
        return l2Decay == 0 ? 0 : l2Decay / 2 * parameters.sumOfSquaredWeights();
    }

    /** Moves the parameters along the gradients, with the rate of step {@code step} of {@code steps}. */
    void apply(long step, int steps) {
        optimizer.step(config.learningRate() * schedule.factor(step, steps));
        if (weightClip != null) {
            parameters.clip(weightClip);
        }
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
