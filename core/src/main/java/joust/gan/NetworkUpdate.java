package joust.gan;

import java.util.List;
import joust.nn.OptimizerState;
import joust.nn.Parameters;
import joust.nn.SpectralNorm;
import org.jspecify.annotations.Nullable;

/** What turns the gradients of one network's loss into its next parameters. */
final class NetworkUpdate implements AutoCloseable {
    private final Parameters parameters;
    private final OptimizerState optimizer;
    private final OptimizerConfig config;
    private final ScheduleConfig schedule;
    private final @Nullable ScheduleConfig momentumSchedule;
    private final @Nullable SpectralNorm spectralNorm;
    private final double l2Decay;
    private final @Nullable Double weightClip;

    NetworkUpdate(Parameters parameters, NetworkConfig config) {
        this(parameters, config, null);
    }

    /**
     * Prepares updates.
     *
     * @param spectralNorm through which the network computes; null if it computes with its parameters themselves
     */
    NetworkUpdate(Parameters parameters, NetworkConfig config, @Nullable SpectralNorm spectralNorm) {
        this.parameters = parameters;
        this.optimizer = config.optimizer().rule().start(parameters);
        this.config = config.optimizer();
        this.schedule = config.schedule();
        this.momentumSchedule = config.momentumSchedule();
        this.spectralNorm = spectralNorm;
        this.l2Decay = config.l2Decay();
        this.weightClip = config.weightClip();
    }

    /** Updates without decay, clipping or normalisation. */
    NetworkUpdate(Parameters parameters, OptimizerConfig config, ScheduleConfig schedule) {
        this.parameters = parameters;
        this.optimizer = config.rule().start(parameters);
        this.config = config;
        this.schedule = schedule;
        this.momentumSchedule = null;
        this.spectralNorm = null;
        this.l2Decay = 0;
        this.weightClip = null;
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

    /** Takes the gradient of the rest of the loss to the parameters themselves, and adds that of the decay. */
    void finishGradients() {
        if (spectralNorm != null) {
            spectralNorm.backward();
        }
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
        double rate = config.learningRate() * schedule.factor(step, steps);
        if (momentumSchedule == null) {
            optimizer.step(rate);
        } else {
            optimizer.step(rate, config.momentum() * momentumSchedule.factor(step, steps));
        }
        if (weightClip != null) {
            parameters.clip(weightClip);
        }
        if (spectralNorm != null) {
            spectralNorm.advance();
        }
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
