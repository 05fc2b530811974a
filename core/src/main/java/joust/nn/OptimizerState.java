package joust.nn;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * What an optimizer remembers about one network: arenas and the number of steps done. Both together, with the parameters, are
 * what a checkpoint needs to go on as if never stopped.
 */
public final class OptimizerState implements AutoCloseable {
    private final Optimizer optimizer;
    private final Parameters parameters;
    private final List<Arena> arenas = new ArrayList<>();
    private long stepCount;

    OptimizerState(Optimizer optimizer, Parameters parameters) {
        this.optimizer = optimizer;
        this.parameters = parameters;
        try {
            for (int i = 0; i < optimizer.stateNames().size(); i++) {
                arenas.add(parameters.allocateState());
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** The rule that the state belongs to. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** The arenas, in the order of {@link Optimizer#stateNames()}. */
    public List<Arena> arenas() {
        return List.copyOf(arenas);
    }

    /** The steps done so far. */
    public long stepCount() {
        return stepCount;
    }

    /**
     * Sets the number of steps done, when a checkpoint is read.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void restoreStepCount(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("optimizer: the step count is " + steps + ", expected at least 0");
        }
        stepCount = steps;
    }

    /**
     * Updates the parameters from {@link Parameters#gradients()}, which stay as they are.
     *
     * @param learningRate finite and at least 0
     * @throws IllegalArgumentException if it is not
     */
    public void step(double learningRate) {
        Ranges.checkNotNegative("learningRate", learningRate);
        optimizer.update(this, learningRate, stepCount + 1);
        stepCount++;
    }

    /**
     * As {@link #step(double)}, with another momentum than that of the rule.
     *
     * @param momentum in [0, 1)
     * @throws IllegalStateException if the rule is not {@link Momentum}
     */
    public void step(double learningRate, double momentum) {
        Ranges.checkNotNegative("learningRate", learningRate);
        Ranges.checkFraction("momentum", momentum);
        if (!(optimizer instanceof Momentum rule)) {
            throw new IllegalStateException("optimizer: " + optimizer + " has no momentum");
        }
        rule.update(this, learningRate, momentum);
        stepCount++;
    }

    /** Gives the arenas back, not the parameters. */
    @Override
    public void close() {
        arenas.forEach(Arena::close);
    }

    Backend backend() {
        return parameters.backend();
    }

    Tensor gradients() {
        return parameters.gradients().tensor();
    }

    Tensor values() {
        return parameters.values().tensor();
    }

    Tensor tensor(int index) {
        return arenas.get(index).tensor();
    }
}
