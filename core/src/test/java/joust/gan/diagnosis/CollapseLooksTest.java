package joust.gan.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import joust.gan.GanConfig;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollapseLooksTest {
    private static final GanConfig CONFIG = Presets.get("ring8");

    @Test
    void threeInARowAreACollapse() {
        CollapseLooks looks = CollapseLooks.NONE;
        for (int i = 1; i <= 2; i++) {
            looks = looks.with(i, Optional.of("of 8 modes, " + i));
            assertThat(looks.finding(CONFIG)).isEmpty();
            assertThat(looks.areEnough()).isFalse();
        }
        looks = looks.with(3, Optional.of("of 8 modes, 3"));
        assertThat(looks.areEnough()).isTrue();
        assertThat(looks.finding(CONFIG)).map(Finding::evidence).hasValue("of 8 modes, 3");
        CollapseLooks better = looks.with(4, Optional.empty());
        assertThat(better.finding(CONFIG)).isEmpty();
        assertThat(better.with(5, Optional.of("again")).finding(CONFIG)).isEmpty();
    }

    @Test
    void aCheckpointKeepsThem() {
        CollapseLooks looks = new CollapseLooks(40_000, 20, 3, "of 2500 samples, 1 of 8 modes get 20 %");
        assertThat(CollapseLooks.parse(looks.text())).isEqualTo(looks);
        assertThat(CollapseLooks.parse(CollapseLooks.NONE.text())).isEqualTo(CollapseLooks.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "1 2 x ", "-1 2 3 ", "1 9999999999 3 "})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollapseLooks.parse(text))
                .withMessageStartingWith("looks: '" + text + "', expected the last step, ");
    }

    @Test
    void looksAreDueFromAFifthOfTheRunOnTwentyTimesAtMost() {
        int fifth = CONFIG.steps() / 5;
        assertThat(CollapseLooks.NONE.isDue(CONFIG, fifth)).isTrue();
        assertThat(CollapseLooks.NONE.isDue(CONFIG, fifth - CONFIG.logEvery())).isFalse();
        assertThat(CollapseLooks.NONE.isDue(CONFIG, fifth + 1))
                .as("a row that ends a part of a run")
                .isFalse();
        CollapseLooks once = CollapseLooks.NONE.with(fifth, Optional.empty());
        assertThat(once.isDue(CONFIG, fifth + CONFIG.steps() / 20)).isTrue();
        assertThat(once.isDue(CONFIG, fifth + CONFIG.steps() / 20 - CONFIG.logEvery()))
                .isFalse();
    }
}
