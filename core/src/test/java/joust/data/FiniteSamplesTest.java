package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteSamplesTest {
    private static final float[] SIX = {1, 2, 3, 4, 5, -6};

    private final FiniteSamples table = FiniteSamples.of("table", 2, SIX);
    private final FiniteSamples labelled = table.withLabels(new int[] {2, 0, 2}, 3);

    @Test
    void countsRowsAndColumnsAndFindsTheRange() {
        assertThat(table.name()).isEqualTo("table");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.low()).isEqualTo(-6);
        assertThat(table.high()).isEqualTo(5);
        assertThat(table).hasToString("table: 3 rows of 2");
    }

    @Test
    void sharesItsValues() {
        assertThat(table.values()).isSameAs(SIX);
        assertThat(labelled.values()).isSameAs(SIX);
        assertThat(table.withRange(-6, 5).values()).isSameAs(SIX);
        assertThat(table.withShape(new ImageShape(1, 2)).values()).isSameAs(SIX);
    }

    @Test
    void needsOneOrMoreWholeRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteSamples.of("table", 4, SIX))
                .withMessage("table: expected one or more rows of 4 values, found 6 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteSamples.of("table", 4, new float[0]))
                .withMessage("table: expected one or more rows of 4 values, found 0 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteSamples.of("table", 0, SIX))
                .withMessage("table: expected one or more rows of 0 values, found 6 values");
        assertThat(FiniteSamples.of("one", 1, new float[] {7}).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesValuesThatAreNotFinite(float value) {
        assertRefused(
                () -> FiniteSamples.of("table", 2, new float[] {1, 2, 3, value}),
                "table: row 1, column 1 (counted from 0): expected a finite number, found " + value);
    }

    @Test
    void hasNoLabelsUnlessGiven() {
        assertThat(table.hasLabels()).isFalse();
        assertThat(table.classes()).isZero();
        assertThat(table.classNames()).isEmpty();
        assertThatIllegalStateException().isThrownBy(table::labels).withMessage("table has no labels");
        assertThatIllegalStateException().isThrownBy(() -> table.label(0)).withMessage("table has no labels");
    }

    @Test
    void givesTheClassOfARow() {
        assertThat(labelled.hasLabels()).isTrue();
        assertThat(labelled.classes()).isEqualTo(3);
        assertThat(labelled.classNames()).containsExactly("0", "1", "2");
        assertThat(labelled.label(0)).isEqualTo(2);
        assertThat(labelled.label(1)).isZero();
        assertThatThrownBy(() -> labelled.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(labelled).hasToString("table: 3 rows of 2, 3 classes");
    }

    @Test
    void copiesLabelsInAndOut() {
        int[] labels = {0, 1, 0};
        FiniteSamples named = table.withLabels(labels, List.of("cat", "dog"));
        labels[0] = 1;
        named.labels()[1] = 0;
        assertThat(named.labels()).containsExactly(0, 1, 0);
        assertThat(named.classNames()).containsExactly("cat", "dog");
    }

    @Test
    void refusesLabelsOutOfRange() {
        assertRefused(
                () -> table.withLabels(new int[] {0, 3, 0}, 3),
                "table: label of row 1 (counted from 0): expected a class from 0 to 2, found 3");
        assertRefused(
                () -> table.withLabels(new int[] {0, 1, -1}, 3),
                "table: label of row 2 (counted from 0): expected a class from 0 to 2, found -1");
    }

    @Test
    void needsOneLabelPerRowAndAClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.withLabels(new int[] {0, 0}, 1))
                .withMessage("table: expected 3 labels of at least 1 class, found 2 labels of 1 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.withLabels(new int[] {0, 0, 0}, 0))
                .withMessage("table: expected 3 labels of at least 1 class, found 3 labels of 0 classes");
    }

    @Test
    void knowsItsImageShapeWhereGiven() {
        assertThat(table.shape()).isEmpty();
        assertThat(table.withShape(new ImageShape(2, 1)).shape()).contains(new ImageShape(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.withShape(new ImageShape(2, 2)))
                .withMessage("table: expected an image shape of 2 pixels, found 2x2");
    }

    @Test
    void takesARangeThatHoldsAllValues() {
        FiniteSamples wide = table.withRange(-6, 100);
        assertThat(wide.low()).isEqualTo(-6);
        assertThat(wide.high()).isEqualTo(100);
        assertThat(table.withRange(-7, 5).high()).isEqualTo(5);
        assertRefused(
                () -> table.withRange(0, 9),
                "table: row 2, column 1 (counted from 0): expected a value from 0.0 to 9.0, found -6.0");
        assertRefused(
                () -> table.withRange(-6, 4),
                "table: row 2, column 0 (counted from 0): expected a value from -6.0 to 4.0, found 5.0");
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.withRange(5, 5))
                .withMessage("table: expected a range from low to high, found 5.0 to 5.0");
        assertThatIllegalArgumentException().isThrownBy(() -> table.withRange(Float.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> table.withRange(-6, Float.POSITIVE_INFINITY));
    }

    @Test
    void takesARunOfRowsWithAllTheyHave() {
        FiniteSamples last =
                labelled.withShape(new ImageShape(1, 2)).withRange(-9, 9).subset(1, 3);
        assertThat(last.values()).containsExactly(3, 4, 5, -6);
        assertThat(last.labels()).containsExactly(0, 2);
        assertThat(last.classes()).isEqualTo(3);
        assertThat(last.low()).isEqualTo(-9);
        assertThat(last.high()).isEqualTo(9);
        assertThat(last.shape()).contains(new ImageShape(1, 2));
        assertThat(table.subset(0, 3).values()).containsExactly(SIX).isNotSameAs(SIX);
        assertThat(table.subset(0, 1).hasLabels()).isFalse();
    }

    @Test
    void refusesARunOfRowsThatItDoesNotHave() {
        int[][] runs = {{-1, 1}, {1, 1}, {2, 1}, {0, 4}};
        for (int[] run : runs) {
            assertThatThrownBy(() -> table.subset(run[0], run[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("table: expected 0 <= from < to <= 3, found from " + run[0] + " to " + run[1]);
        }
    }

    @Test
    void selectsRowsInTheOrderGiven() {
        FiniteSamples selected = labelled.withShape(new ImageShape(1, 2)).select(2, 0, 2, 1);
        assertThat(selected.values()).containsExactly(5, -6, 1, 2, 5, -6, 3, 4);
        assertThat(selected.labels()).containsExactly(2, 2, 2, 0);
        assertThat(selected.shape()).contains(new ImageShape(1, 2));
        assertThat(table.select(1).values()).containsExactly(3, 4);
        assertThat(table.select(1).hasLabels()).isFalse();
    }

    @Test
    void refusesToSelectNothingOrWhatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(table::select)
                .withMessage("table: expected at least 1 row and at most 2147483647 values, found 0 rows of 2");
        assertThatThrownBy(() -> table.select(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.select(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesToSelectMoreThanAnArrayHolds() {
        FiniteSamples wide = FiniteSamples.of("wide", 65_536, new float[65_536]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide.select(new int[32_768]))
                .withMessage("wide: expected at least 1 row and at most 2147483647 values, found 32768 rows of 65536");
    }

    @Test
    void takesAnotherName() {
        FiniteSamples renamed = labelled.withName("other");
        assertThat(renamed.name()).isEqualTo("other");
        assertThat(renamed.labels()).containsExactly(2, 0, 2);
    }
}
