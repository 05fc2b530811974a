package joust.gan;

import joust.nn.Optimizer;

/** How a network's parameters follow their gradients; the formulas are those of {@link joust.backend.Optimizers}. */
public sealed interface OptimizerConfig {
    /** The rate that the schedule starts from, positive. */
    double learningRate();

    /** The momentum that its schedule starts from; 0 for rules without one. */
    default double momentum() {
        return 0;
    }

    /** The rule, without its rate. */
    default Optimizer rule() {
        return switch (this) {
            case Sgd _ -> new joust.nn.Sgd();
            case Momentum config -> new joust.nn.Momentum(config.momentum(), false);
            case Nesterov config -> new joust.nn.Momentum(config.momentum(), true);
            case RmsProp config -> new joust.nn.RmsProp(config.rho(), config.epsilon());
            case Adam config -> new joust.nn.Adam(config.beta1(), config.beta2(), config.epsilon());
            case AdamW config ->
                new joust.nn.AdamW(config.beta1(), config.beta2(), config.epsilon(), config.weightDecay());
        };
    }

    /** Plain gradient descent. */
    record Sgd(double learningRate) implements OptimizerConfig {
        public Sgd {
            Check.positive("learningRate", learningRate);
        }
    }

    /** Gradient descent with momentum in [0, 1). */
    record Momentum(double learningRate, @Default("0.9") double momentum) implements OptimizerConfig {
        public Momentum {
            Check.positive("learningRate", learningRate);
            Check.fraction("momentum", momentum);
        }
    }

    /** Nesterov's momentum in [0, 1). */
    record Nesterov(double learningRate, @Default("0.9") double momentum) implements OptimizerConfig {
        public Nesterov {
            Check.positive("learningRate", learningRate);
            Check.fraction("momentum", momentum);
        }
    }

    /** RMSProp; rho, in [0, 1), is the decay of the mean square. */
    record RmsProp(
            double learningRate,
            @Default("0.9") double rho,
            @Default("1e-7") double epsilon) implements OptimizerConfig {
        public RmsProp {
            Check.positive("learningRate", learningRate);
            Check.fraction("rho", rho);
            Check.positive("epsilon", epsilon);
        }
    }

    /** Adam; beta1 and beta2, in [0, 1), are the decays of the two moments. */
    record Adam(
            double learningRate,
            @Default("0.9") double beta1,
            @Default("0.999") double beta2,
            @Default("1e-7") double epsilon)
            implements OptimizerConfig {
        public Adam {
            Check.positive("learningRate", learningRate);
            Check.fraction("beta1", beta1);
            Check.fraction("beta2", beta2);
            Check.positive("epsilon", epsilon);
        }
    }

    /** Adam with decoupled weight decay; each step takes learningRate times weightDecay of the parameters away. */
    record AdamW(
            double learningRate,
            @Default("0.9") double beta1,
            @Default("0.999") double beta2,
            @Default("1e-7") double epsilon,
            @Default("0.01") double weightDecay)
            implements OptimizerConfig {
        public AdamW {
            Check.positive("learningRate", learningRate);
            Check.fraction("beta1", beta1);
            Check.fraction("beta2", beta2);
            Check.positive("epsilon", epsilon);
            Check.notNegative("weightDecay", weightDecay);
        }
    }
}
