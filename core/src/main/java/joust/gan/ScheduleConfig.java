package joust.gan;

import joust.math.IntegerPower;

/** How the learning rate moves over a run. Step t counts from 0; after the run's configured steps the last rate is kept. */
public sealed interface ScheduleConfig {
    /** The rate of step t in a run of {@code steps}, as a factor of the optimizer's learning rate. */
    default double factor(long step, int steps) {
        int t = (int) Math.min(step, steps - 1L);
        double share = (double) t / steps;
        return switch (this) {
            case Constant _ -> 1;
            case Staircase staircase -> {
                long stair = (long) staircase.stairs() * t / steps;
                yield IntegerPower.of(staircase.decay(), stair);
            }
            case Exponential exponential -> StrictMath.exp(share * StrictMath.log(exponential.decay()));
            case Linear linear -> 1 + (linear.end() - 1) * share;
        };
    }

    /** No factor is greater than this one. */
    default double greatestFactor() {
        return switch (this) {
            case Constant _ -> 1;
            case Staircase staircase -> Math.max(1, IntegerPower.of(staircase.decay(), (long) staircase.stairs() - 1));
            case Exponential exponential -> Math.max(1, exponential.decay());
            case Linear linear -> Math.max(1, linear.end());
        };
    }

    /** Always the optimizer's learning rate. */
    record Constant() implements ScheduleConfig {}

    /** {@code decay^⌊stairs t/steps⌋}: constant over each of {@code stairs} equal parts of the run. */
    record Staircase(double decay, int stairs) implements ScheduleConfig {
        public Staircase {
            Check.positive("decay", decay);
            Check.atLeast(1, "stairs", stairs);
        }
    }

    /** {@code decay^(t/steps)}, as {@code exp((t/steps) log(decay))}. */
    record Exponential(double decay) implements ScheduleConfig {
        public Exponential {
            Check.positive("decay", decay);
        }
    }

    /** {@code 1 + (end - 1) t/steps}. */
    record Linear(@Default("0") double end) implements ScheduleConfig {
        public Linear {
            Check.notNegative("end", end);
        }
    }
}
