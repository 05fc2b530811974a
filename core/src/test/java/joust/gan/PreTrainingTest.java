package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.data.Gaussian;
import joust.math.RandomFill;
import joust.nn.Head;
import joust.nn.Mlp;
import joust.nn.Parameters;
import joust.nn.ReferenceLoss;
import joust.nn.ReferenceMlp;
import org.junit.jupiter.api.Test;

class PreTrainingTest {
    private static final int POINTS = 10;
    private static final Gaussian DATA = new Gaussian(1, 2);

    private final Backend backend = TestBackend.open();

    @Test
    void theDiscriminatorTakesOverWhatItsUnclampedCopyHasLearned() {
        GanConfig config = config(new OptimizerConfig.Momentum(0.1, 0.6), 2);
        try (GanTrainer trainer = new GanTrainer(backend, config, DATA);
                Mlp unclamped = new Mlp(trainer.networks().discriminator(), Head.NONE)) {
            ReferenceMlp expected = ReferenceMlp.of(unclamped);
            ReferenceOptimizer optimizer = new ReferenceOptimizer(new OptimizerConfig.Momentum(0.1, 0.6), expected);
            List<Double> losses = new ArrayList<>();
            losses.add(update(expected, optimizer, 0, 1));
            // Of two steps the second has half of the linear schedule's rate.
            losses.add(update(expected, optimizer, 1, 0.5));
            losses.add(loss(expected, 2));
            List<Double> reported = new ArrayList<>();

            trainer.train(0, recording(reported));

            assertParameters(trainer.networks().discriminator(), expected);
            assertThat(trainer.state().numbers().get("preTrained")).isEqualTo(1);
            assertThat(trainer.state().numbers().get("step")).isZero();
            assertThat(reported).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(reported.get(i)).isCloseTo(losses.get(i), within(1e-5 * losses.get(i)));
            }
        }
    }

    @Test
    void itIsDoneOnceAndTellsItsListener() {
        List<String> events = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onStart(GanTrainer trainer) {
                events.add("start, " + trainer.state().numbers().get("preTrained"));
            }

            @Override
            public void onPreTraining(int update, double loss) {
                events.add("update " + update);
            }

            @Override
            public void onPreTrained(GanTrainer trainer) {
                events.add("done, " + trainer.state().numbers().get("preTrained"));
            }
        };
        try (GanTrainer trainer = new GanTrainer(backend, config(SmallRun.ADAM, 25), DATA)) {
            trainer.train(0, listener);
            trainer.train(1, listener);
        }

        assertThat(events)
                .containsExactly("start, 0", "update 0", "update 10", "update 20", "update 25", "done, 1", "start, 1");
    }

    @Test
    void aRequestToStopGivesItUp() {
        List<String> events = new ArrayList<>();
        try (GanTrainer trainer = new GanTrainer(backend, config(SmallRun.ADAM, Integer.MAX_VALUE), DATA)) {
            String initial = trainer.networks().discriminator().sha256();
            trainer.train(5, new TrainingListener() {
                @Override
                public void onPreTraining(int update, double loss) {
                    events.add("update " + update);
                    if (update == 10) {
                        trainer.requestStop();
                    }
                }

                @Override
                public void onPreTrained(GanTrainer trainer) {
                    events.add("done");
                }

                @Override
                public void onLog(GanTrainer trainer, LogRow row) {
                    events.add("log");
                }

                @Override
                public void onFinish(GanTrainer trainer) {
                    events.add("finish");
                }
            });
            assertThat(events).containsExactly("update 0", "update 10", "finish");
            assertThat(trainer.state().numbers()).isEqualTo(SmallRun.numbers(0, 0, 0, 0, 0, 0, 0));
            assertThat(trainer.networks().discriminator().sha256()).isEqualTo(initial);
        }
    }

    @Test
    void aDiscriminatorThatHasLearnedTheDensityIsCloseToIt() {
        try (GanTrainer trainer = new GanTrainer(backend, config(SmallRun.ADAM, 2_000), DATA)) {
            List<Double> losses = new ArrayList<>();
            trainer.train(0, recording(losses));

            assertThat(losses.getLast()).isLessThan(1e-3).isLessThan(losses.getFirst() / 10);
        }
    }

    private static GanConfig config(OptimizerConfig optimizer, int steps) {
        return SmallRun.gaussian()
                .loss(LossFunction.CLAMPED_NON_SATURATING)
                .discriminator(d -> d.withClamp(0.01, 0.99))
                .preTraining(new PreTrainingConfig(steps, 3, optimizer, new ScheduleConfig.Linear(0)))
                .logEvery(steps == 2 ? 1 : 10)
                .config();
    }

    private static TrainingListener recording(List<Double> losses) {
        return new TrainingListener() {
            @Override
            public void onPreTraining(int update, double loss) {
                losses.add(loss);
            }
        };
    }

    private static double update(ReferenceMlp network, ReferenceOptimizer optimizer, int step, double rateFactor) {
        double[][] points = points(step);
        ReferenceMlp.Trace trace = network.forward(points);
        double[][] gradient = squared(points).gradient(trace.output());
        for (double[] row : gradient) {
            row[0] /= POINTS;
        }
        double loss = loss(network, step);
        optimizer.update(network.backward(trace, gradient), rateFactor);
        return loss;
    }

    private static double loss(ReferenceMlp network, int step) {
        double[][] points = points(step);
        double sum = 0;
        for (double loss : squared(points).values(network.forward(points).output())) {
            sum += loss;
        }
        return sum / POINTS;
    }

    private static ReferenceLoss.Squared squared(double[][] points) {
        List<double[]> targets = new ArrayList<>();
        for (double[] point : points) {
            double z = (point[0] - 1) / 2;
            targets.add(new double[] {StrictMath.exp(-z * z / 2) / (2 * StrictMath.sqrt(2 * StrictMath.PI))});
        }
        return new ReferenceLoss.Squared(targets);
    }

    private static double[][] points(int step) {
        float[] points = new float[POINTS];
        RandomFill.uniform(1, Streams.PRE_TRAINING, 3L * step, -5, 12, points, 0, POINTS);
        return ReferenceMlp.rows(points, 1);
    }

    private static void assertParameters(Parameters actual, ReferenceMlp expected) {
        for (int layer = 0; layer < expected.weights().size(); layer++) {
            double[][] weight = ReferenceMlp.rows(
                    actual.values().readWeight(layer), actual.weight(layer).cols());
            for (int k = 0; k < weight.length; k++) {
                assertThat(weight[k]).containsExactly(expected.weights().get(layer)[k], within(1e-6));
            }
        }
    }
}
