package joust.nn;

import java.util.List;

/**
 * A rule that turns gradients into new parameters. A record of this type holds the rule's constants; what it remembers from
 * step to step is an {@link OptimizerState}, one per network. The learning rate comes with each step, from a schedule.
 */
public sealed interface Optimizer permits Sgd, Momentum, RmsProp, Adam, AdamW {
    /** The names of what the rule remembers per parameter, such as {@code firstMoment}: one arena each, from +0. */
    List<String> stateNames();

    /** Begins with the first step: state of +0 for each parameter. */
    default OptimizerState start(Parameters parameters) {
        return new OptimizerState(this, parameters);
    }

    /**
     * Updates the parameters of a state from their gradients.
     *
     * @param step the number of this step, from 1
     */
    void update(OptimizerState state, double learningRate, long step);
}
