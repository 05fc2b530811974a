package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SplitSamplesTest {
    private final FiniteSamples table = FiniteSamples.of("table", 2, new float[] {1, 2, 3, 4});
    private final FiniteSamples labelled = table.withLabels(new int[] {0, 1}, 2);

    @Test
    void holdsRowsOfEqualColumnsAndClasses() {
        SplitSamples split = new SplitSamples(labelled.subset(0, 1), labelled.subset(1, 2));
        assertThat(split.training().values()).containsExactly(1, 2);
        assertThat(split.heldOut().values()).containsExactly(3, 4);
    }

    @Test
    void refusesOtherColumnsOrClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitSamples(table, FiniteSamples.of("other", 1, new float[] {1})))
                .withMessage("expected held-out rows of 2 columns and classes [], found 1 columns and classes []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitSamples(table, labelled))
                .withMessage("expected held-out rows of 2 columns and classes [], found 2 columns and classes [0, 1]");
    }
}
