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

    @Test
    void splitsEveryRowToOneSideInOrder() {
        float[] values = new float[100];
        int[] labels = new int[100];
        for (int i = 0; i < 100; i++) {
            values[i] = i;
            labels[i] = i / 10;
        }
        FiniteSamples all = FiniteSamples.of("all", 1, values).withLabels(labels, 10);
        SplitSamples split = SplitSamples.of(all, 30, 1);
        assertThat(split.training().rows()).isEqualTo(70);
        assertThat(split.heldOut().rows()).isEqualTo(30);
        assertThat(split.training().values())
                .isSorted()
                .doesNotContain(split.heldOut().values());
        assertThat(split.heldOut().values()).isSorted().doesNotHaveDuplicates();
        for (int row = 0; row < 30; row++) {
            assertThat(split.heldOut().label(row))
                    .isEqualTo((int) split.heldOut().values()[row] / 10);
        }
        assertThat(split.heldOut().labels())
                .as("taken by chance, not from one end")
                .contains(0, 9);
    }

    @Test
    void splitsByItsSeed() {
        FiniteSamples all = Digits.load();
        float[] held = SplitSamples.of(all, 100, 1).heldOut().values();
        assertThat(SplitSamples.of(all, 100, 1).heldOut().values()).containsExactly(held);
        assertThat(SplitSamples.of(all, 100, 2).heldOut().values()).isNotEqualTo(held);
    }

    @Test
    void keepsAtLeastARowOnEachSide() {
        assertThat(SplitSamples.of(table, 1, 1).training().rows()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSamples.of(table, 0, 1))
                .withMessage("table: heldOutRows is 0, expected from 1 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SplitSamples.of(table, 2, 1))
                .withMessage("table: heldOutRows is 2, expected from 1 to 1");
    }
}
