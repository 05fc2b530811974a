package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BestSoFarTest {
    private static final double NAN = Double.NaN;

    @Test
    void theBetterValueIsTheSmallerOrTheGreaterAsTheMetricSays() {
        assertThat(told("ks", 0, 9, 3, 5).step()).hasValue(20);
        BestSoFar modes = told("modes", 0, 3, 8, 8, 5);
        assertThat(modes.step()).hasValue(20);
        assertThat(modes.value()).isEqualTo(8);
        assertThat(modes.isBest(20)).isTrue();
        assertThat(modes.isBest(30)).isFalse();
    }

    @Test
    void neitherTheUntrainedNorWhatIsNoNumberIsACandidate() {
        BestSoFar none = told("ks", 0, NAN, NAN, NAN);
        assertThat(none.step()).isEmpty();
        assertThat(none.kept()).isEmpty();
        assertThat(none.isExhausted()).isTrue();
        assertThat(told("ks", 3, NAN, 7, NAN).step()).hasValue(20);
    }

    @Test
    void soManyInARowThatImproveNothingAreTheEnd() {
        assertThat(told("ks", 0, 5, 6, 6).isExhausted()).isFalse();
        assertThat(told("ks", 0, 5, 6, 6, 5).isExhausted()).isTrue();
        assertThat(told("ks", 0, 5, 6, 6, 4, 6, 6).isExhausted()).isFalse();
        assertThat(told("ks", 0, 5, NAN, 6, NAN).isExhausted()).isTrue();
    }

    @Test
    void withoutPatienceThereIsNoSuchEnd() {
        BestSoFar best = new BestSoFar(new EvaluationConfig(10, 100, "ks", 0), 0);
        for (int step = 0; step <= 1000; step += 10) {
            best.add(step, 1);
        }
        assertThat(best.isExhausted()).isFalse();
    }

    @Test
    void anEndOutOfTurnCountsForThatEndAlone() {
        BestSoFar best = told("ks", 0, 5, 6, 6);
        best.add(37, 7);
        assertThat(best.isExhausted()).isFalse();
        assertThat(best.step()).hasValue(10);
        best.add(38, 4);
        assertThat(best.step()).hasValue(38);
        assertThat(best.value()).isEqualTo(4);
        assertThat(best.kept()).containsExactly(10L, 38L);
    }

    @Test
    void aMetricIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BestSoFar(EvaluationConfig.AT_THE_END, 0))
                .withMessage("metric: none, expected one to compare by");
    }

    /** Patience 3, evaluations at the steps 0, 10, 20, …. */
    private static BestSoFar told(String metric, double... values) {
        BestSoFar best = new BestSoFar(new EvaluationConfig(10, 100, metric, 3), 0);
        for (int i = 0; i < values.length; i++) {
            best.add(10L * i, values[i]);
        }
        return best;
    }
}
