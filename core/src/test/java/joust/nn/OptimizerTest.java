package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import joust.backend.Activation;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimizers over several steps against the published formulas in double, one parameter at a time. */
class OptimizerTest {
    private static final NetworkShape SHAPE = NetworkShape.of(Activation.RELU, Activation.RELU, 7, 9, 3);
    private static final int STEPS = 6;
    private static final double RATE = 0.05;
    private static final double EPSILON = 1e-3;

    /**
     * Gradients are at most 1, so parameters stay below 2 and no update exceeds 6 rates. A step rounds the parameter once, and
     * the update, with its state of up to six steps, at most 24 times.
     */
    private static final double TOLERANCE = STEPS * 0x1p-24 * (2 + 24 * 6 * RATE);

    private final TestBackend test = new TestBackend();

    static List<Optimizer> optimizers() {
        return List.of(
                new Sgd(),
                new Momentum(0.6, false),
                new Momentum(0.9, true),
                new RmsProp(0.9, EPSILON),
                new Adam(0.9, 0.999, EPSILON),
                new Adam(0, 0.5, EPSILON),
                new AdamW(0.8, 0.99, EPSILON, 0.4));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void severalStepsGoWhereThePublishedFormulaGoes(Optimizer optimizer) {
        Parameters parameters = parameters();
        float[] before = test.read(parameters.values().tensor());
        OptimizerState state = optimizer.start(parameters);
        steps(parameters, state, 1, STEPS);
        assertThat(state.stepCount()).isEqualTo(STEPS);
        for (int layer = 0; layer < 2; layer++) {
            check(optimizer, before, parameters.weight(layer));
            check(optimizer, before, parameters.bias(layer));
        }
    }

    private void check(Optimizer optimizer, float[] before, Tensor after) {
        float[] values = test.read(after);
        for (int k = 0; k < values.length; k++) {
            int i = after.offset() + k;
            assertThat((double) values[k])
                    .as("parameter %s", i)
                    .isCloseTo(naive(optimizer, before[i], i), within(TOLERANCE));
        }
    }

    /** All steps of the parameter at index i, in double and straight from the papers. */
    private static double naive(Optimizer optimizer, double start, int i) {
        double p = start;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= STEPS; t++) {
            double g = gradient(i, t);
            double rate = rate(t);
            switch (optimizer) {
                case Sgd() -> p -= rate * g;
                case Momentum(double mu, boolean nesterov) -> {
                    m = mu * m + g;
                    p -= rate * (nesterov ? mu * m + g : m);
                }
                case RmsProp(double rho, double epsilon) -> {
                    v = rho * v + (1 - rho) * g * g;
                    p -= rate * g / (Math.sqrt(v) + epsilon);
                }
                case Adam(double beta1, double beta2, double epsilon) -> {
                    m = beta1 * m + (1 - beta1) * g;
                    v = beta2 * v + (1 - beta2) * g * g;
                    p -= adamStep(rate, beta1, beta2, epsilon, m, v, t);
                }
                case AdamW(double beta1, double beta2, double epsilon, double decay) -> {
                    p -= rate * decay * p;
                    m = beta1 * m + (1 - beta1) * g;
                    v = beta2 * v + (1 - beta2) * g * g;
                    p -= adamStep(rate, beta1, beta2, epsilon, m, v, t);
                }
            }
        }
        return p;
    }

    /** With the bias corrections on m and v, as algorithm 1 has them; epsilon grows by √(1−β2ᵗ) in the form used here. */
    private static double adamStep(double rate, double beta1, double beta2, double epsilon, double m, double v, int t) {
        double correction1 = 1;
        double correction2 = 1;
        for (int i = 0; i < t; i++) {
            correction1 *= beta1;
            correction2 *= beta2;
        }
        double unbiasedM = m / (1 - correction1);
        double unbiasedV = v / (1 - correction2);
        return rate * unbiasedM / (Math.sqrt(unbiasedV) + epsilon / Math.sqrt(1 - correction2));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void gapsStayPositiveZero(Optimizer optimizer) {
        Parameters parameters = parameters();
        OptimizerState state = optimizer.start(parameters);
        Arena average = parameters.allocateState();
        steps(parameters, state, 1, STEPS);
        parameters.addWeightDecay(0.5);
        parameters.clip(0.1);
        parameters.updateAverage(0.9, average);
        assertGapsAreZero(parameters.values());
        assertGapsAreZero(parameters.gradients());
        assertGapsAreZero(average);
        state.arenas().forEach(this::assertGapsAreZero);
    }

    private void assertGapsAreZero(Arena arena) {
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            test.backend().fill(arena.weight(i), 0);
            test.backend().fill(arena.bias(i), 0);
        }
        for (float value : test.read(arena.tensor())) {
            assertThat(Float.floatToRawIntBits(value)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aStateThatWasRestoredGoesOnWithTheSameBits(Optimizer optimizer) {
        Parameters whole = parameters();
        steps(whole, optimizer.start(whole), 1, STEPS);

        Parameters first = parameters();
        OptimizerState state = optimizer.start(first);
        steps(first, state, 1, 3);
        Parameters second = parameters();
        second.copyFrom(first);
        OptimizerState restored = optimizer.start(second);
        assertThat(restored.arenas()).hasSameSizeAs(optimizer.stateNames());
        for (int i = 0; i < state.arenas().size(); i++) {
            restored.arenas().get(i).copyFrom(state.arenas().get(i));
        }
        restored.restoreStepCount(state.stepCount());
        steps(second, restored, 4, STEPS);
        assertThat(second.sha256()).isEqualTo(whole.sha256());
    }

    @Test
    void adamCorrectsTheBiasOfItsStep() {
        assertThat(Adam.stepSize(0.001, 0.9, 0.999, 1)).isCloseTo(0.001 * 0.31622776601683794, within(1e-15));
        assertThat(Adam.stepSize(0.001, 0.9, 0.999, 2)).isCloseTo(0.001 * 0.2353167253274543, within(1e-15));
        assertThat(Adam.stepSize(2, 0.9, 0.999, 1_000_000)).isCloseTo(2, within(1e-15));
        assertThat(Adam.stepSize(0.5, 0, 0, 1)).isEqualTo(0.5);
    }

    @Test
    void namesTellWhatIsRemembered() {
        assertThat(new Sgd().stateNames()).isEmpty();
        assertThat(new Momentum(0.5, true).stateNames()).containsExactly("momentum");
        assertThat(new RmsProp(0.5, 1).stateNames()).containsExactly("meanSquare");
        assertThat(new Adam(0.5, 0.5, 1).stateNames()).containsExactly("firstMoment", "secondMoment");
        assertThat(new AdamW(0.5, 0.5, 1, 0).stateNames()).containsExactly("firstMoment", "secondMoment");
    }

    @Test
    void aRefusedStepIsNoStep() {
        Parameters parameters = parameters();
        OptimizerState state = new Adam(0.9, 0.999, EPSILON).start(parameters);
        String hash = parameters.sha256();
        for (double rate : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> state.step(rate))
                    .hasMessage("optimizer: learningRate is " + rate + ", expected a finite number of at least 0");
        }
        assertThat(state.stepCount()).isZero();
        assertThat(parameters.sha256()).isEqualTo(hash);
        state.step(0);
        assertThat(state.stepCount()).isEqualTo(1);
        assertThatThrownBy(() -> state.restoreStepCount(-1))
                .hasMessage("optimizer: the step count is -1, expected at least 0");
        state.restoreStepCount(0);
        assertThat(state.stepCount()).isZero();
    }

    @Test
    void closingGivesTheStateBackAndKeepsTheParameters() {
        Parameters parameters = parameters();
        Optimizer adam = new Adam(0.9, 0.999, EPSILON);
        OptimizerState state = adam.start(parameters);
        state.close();
        assertThat(state.arenas())
                .allSatisfy(arena -> assertThat(arena.tensor().isClosed()).isTrue());
        assertThat(parameters.values().tensor().isClosed()).isFalse();
        assertThat(state.optimizer()).isSameAs(adam);
    }

    @Test
    void badConstantsAreErrors() {
        String fraction = ", expected a number in [0, 1)";
        assertThatThrownBy(() -> new Momentum(1, false)).hasMessage("optimizer: momentum is 1.0" + fraction);
        assertThatThrownBy(() -> new RmsProp(-0.1, 1)).hasMessage("optimizer: rho is -0.1" + fraction);
        assertThatThrownBy(() -> new Adam(Double.NaN, 0, 1)).hasMessage("optimizer: beta1 is NaN" + fraction);
        assertThatThrownBy(() -> new Adam(0, 1, 1)).hasMessage("optimizer: beta2 is 1.0" + fraction);
        assertThatThrownBy(() -> new AdamW(1, 0, 1, 0)).hasMessage("optimizer: beta1 is 1.0" + fraction);
        assertThatThrownBy(() -> new AdamW(0, 1, 1, 0)).hasMessage("optimizer: beta2 is 1.0" + fraction);
        String decay = ", expected a finite number of at least 0";
        assertThatThrownBy(() -> new AdamW(0, 0, 1, -1)).hasMessage("optimizer: weightDecay is -1.0" + decay);
        String epsilon = ", expected a float32 number above 0";
        assertThatThrownBy(() -> new Adam(0, 0, 0)).hasMessage("optimizer: epsilon is 0.0" + epsilon);
        assertThatThrownBy(() -> new RmsProp(0, 1e-50)).hasMessage("optimizer: epsilon is 1.0E-50" + epsilon);
        assertThatThrownBy(() -> new AdamW(0, 0, 1e39, 0)).hasMessage("optimizer: epsilon is 1.0E39" + epsilon);
        assertThat(new Momentum(0, false).momentum()).isZero();
    }

    private void steps(Parameters parameters, OptimizerState state, int from, int to) {
        for (int t = from; t <= to; t++) {
            float[] gradients = test.read(parameters.values().tensor());
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = (float) gradient(i, t);
            }
            writeWithoutGaps(parameters.gradients(), gradients);
            state.step(rate(t));
        }
    }

    private void writeWithoutGaps(Arena arena, float[] values) {
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            test.backend().upload(values, arena.weight(i).offset(), arena.weight(i));
            test.backend().upload(values, arena.bias(i).offset(), arena.bias(i));
        }
    }

    /** A float32 number in (-1, 1) that depends on parameter and step alone; every fifth is 0. */
    private static double gradient(int i, int t) {
        double g = new SplittableRandom(1000L * i + t).nextDouble(-1, 1);
        return (i + t) % 5 == 0 ? 0 : (float) g;
    }

    private static double rate(int t) {
        return RATE / t;
    }

    private Parameters parameters() {
        Parameters parameters = Parameters.allocate(test.backend(), SHAPE);
        new Initializer.Uniform(-1, 1).initialize(parameters, 9, 0);
        parameters.values().writeBias(1, new float[] {0.1f, -0.2f, 0});
        return parameters;
    }
}
