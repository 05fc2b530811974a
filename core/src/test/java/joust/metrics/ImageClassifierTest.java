package joust.metrics;

import static joust.backend.testing.FailingBackend.assertLeavesNothingWithoutMemory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Digits;
import joust.data.FiniteSamples;
import joust.data.SplitSamples;
import org.junit.jupiter.api.Test;

class ImageClassifierTest {
    private final Backend backend = Backends.open("scalar");

    @Test
    void itTellsDigitsApartThatItHasNotSeenAndDoesSoAgain() {
        FiniteSamples digits = Digits.load();
        SplitSamples split = ImageClassifier.split(digits);
        try (ImageClassifier classifier = ImageClassifier.train(backend, split);
                ImageClassifier again = ImageClassifier.train(backend, ImageClassifier.split(Digits.load()))) {
            assertThat(classifier.heldOutAccuracy()).isGreaterThanOrEqualTo(0.95);
            assertThat(again.heldOutAccuracy()).isEqualTo(classifier.heldOutAccuracy());
            assertThat(again.probabilities(digits.values())).isDeepEqualTo(classifier.probabilities(digits.values()));
            ClassifierScore score = classifier.score(digits.values());
            assertThat(score.confidentShare()).isGreaterThan(0.85);
            assertThat(score.smallestClassShare()).isGreaterThan(0.08);
            for (double[] row : classifier.probabilities(Arrays.copyOf(digits.values(), 64))) {
                assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
                assertThat(row[digits.label(0)]).isGreaterThan(0.9);
            }
            assertThat(accuracy(classifier, split.heldOut())).isEqualTo(classifier.heldOutAccuracy());
        }
    }

    /** Adam's step is the rate √(1 − β₂ᵗ) / (1 − β₁ᵗ) times; 1,500 powers and quotients in double lose less than 1e-11. */
    @Test
    void itsRateFallsByEqualPartsTowardsZero() {
        FiniteSamples rows = FiniteSamples.of("rows", 1, new float[] {0, 1, 2}).withLabels(new int[] {0, 1, 0}, 2);
        List<Double> steps = new ArrayList<>();

        ImageClassifier.train(recordingSteps(steps), new SplitSamples(rows, rows))
                .close();

        assertThat(steps).hasSize(1_500);
        for (int t = 1; t <= 1_500; t++) {
            double rate = 0.002 * (1_501 - t) / 1_500;
            double expected = rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
            assertThat(steps.get(t - 1)).isCloseTo(expected, within(1e-11 * expected));
        }
    }

    /** The scalar backend, noting the first argument of Adam. */
    private Backend recordingSteps(List<Double> steps) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("adam")) {
                        steps.add((Double) arguments[0]);
                    }
                    return method.invoke(backend, arguments);
                });
    }

    @Test
    void aClassifierThatRunsOutOfMemoryLeavesNothing() {
        FiniteSamples rows = FiniteSamples.of("rows", 1, new float[] {0, 1, 2}).withLabels(new int[] {0, 1, 0}, 2);

        int allocations = assertLeavesNothingWithoutMemory(
                () -> Backends.open("scalar"), scalar -> ImageClassifier.train(scalar, new SplitSamples(rows, rows)));

        int parametersAndChunk = 5;
        assertThat(allocations).isGreaterThan(parametersAndChunk);
    }

    private static double accuracy(ImageClassifier classifier, FiniteSamples samples) {
        double right = 0;
        for (int row = 0; row < samples.rows(); row++) {
            double[] p = classifier.probabilities(samples.subset(row, row + 1).values())[0];
            right += p[samples.label(row)] == Arrays.stream(p).max().orElseThrow() ? 1 : 0;
        }
        return right / samples.rows();
    }

    @Test
    void aFifthOfTheRowsIsKeptApartAndNoRowIsInBoth() {
        float[] values = new float[11];
        int[] labels = new int[11];
        for (int i = 0; i < 11; i++) {
            values[i] = i;
            labels[i] = i % 2;
        }
        SplitSamples split =
                ImageClassifier.split(FiniteSamples.of("rows", 1, values).withLabels(labels, 2));

        assertThat(split.heldOut().rows()).isEqualTo(2);
        assertThat(split.training().rows()).isEqualTo(9);
        float[] both = new float[11];
        System.arraycopy(split.heldOut().values(), 0, both, 0, 2);
        System.arraycopy(split.training().values(), 0, both, 2, 9);
        assertThat(both).isNotEqualTo(values).containsExactlyInAnyOrder(values);
        for (int row = 0; row < 9; row++) {
            assertThat(split.training().label(row))
                    .isEqualTo((int) split.training().values()[row] % 2);
        }
    }

    @Test
    void atLeastOneRowIsKeptApart() {
        FiniteSamples two = FiniteSamples.of("two", 1, new float[] {0, 1});
        FiniteSamples one = FiniteSamples.of("one", 1, new float[] {0});

        assertThat(ImageClassifier.split(two).heldOut().rows()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageClassifier.split(one))
                .withMessage("classifier: one has 1 rows, expected at least 2");
    }

    @Test
    void rowsWithoutClassesCannotBeToldApart() {
        FiniteSamples rows = FiniteSamples.of("rows", 1, new float[] {0, 1});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageClassifier.train(backend, new SplitSamples(rows, rows)))
                .withMessage("classifier: rows has 0 classes, expected at least 2");
    }
}
