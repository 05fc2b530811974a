package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Panels hold all rows, and few that do not exist. */
class RowPanelsTest {
    @Test
    void panelsHoldAllRowsAndFewMore() {
        for (int rows = 1; rows <= 300; rows++) {
            int count = RowPanels.count(rows);
            int sum = 0;
            int before = Integer.MAX_VALUE;
            for (int panel = 0; panel < count; panel++) {
                int height = RowPanels.height(panel, rows);
                assertThat(height).as("panel %d of %d rows", panel, rows).isLessThanOrEqualTo(before);
                assertThat(sum).as("rows before panel %d of %d", panel, rows).isLessThan(rows);
                before = height;
                sum += height;
            }
            assertThat(sum)
                    .as("rows in panels, of %d", rows)
                    .isEqualTo(RowPanels.padded(rows))
                    .isBetween(rows, rows + 7);
        }
    }

    @Test
    void manyEvenRowsWasteNone() {
        for (int rows = 72; rows <= 2000; rows += 2) {
            if (Blocks.WIDE) {
                assertThat(RowPanels.padded(rows)).isEqualTo(rows);
            }
        }
    }
}
