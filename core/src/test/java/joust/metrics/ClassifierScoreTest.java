package joust.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierScoreTest {
    @Test
    void sharesAreCountedOverAllSamples() {
        ClassifierScore score = ClassifierScore.of(new double[][] {
            {0.95, 0.05, 0}, {0.9, 0.1, 0}, {0.2, 0.8, 0}, {0.05, 0.05, 0.9},
        });

        assertThat(score.samples()).isEqualTo(4);
        assertThat(score.confidentShare()).isEqualTo(0.75);
        assertThat(score.classShares()).containsExactly(0.5, 0.25, 0.25);
        assertThat(score.smallestClassShare()).isEqualTo(0.25);
    }

    @Test
    void ofEquallyLikelyClassesTheFirstCounts() {
        assertThat(ClassifierScore.of(new double[][] {{0.25, 0.375, 0.375}}).classShares())
                .containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void aScoreOfNothingIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassifierScore(0, 0, List.of(1.0)))
                .withMessage("classifier score: 0 samples in 1 classes, expected at least 1 of both");
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassifierScore(1, 0, List.of()));
    }
}
