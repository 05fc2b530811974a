package joust.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DataExceptionTest {
    @Test
    void namesFilePlaceExpectedAndFoundInOneLine() {
        DataException fault = new DataException("table.csv", "line 3, column 2", "a number", "\"abc\"");
        assertThat(fault)
                .hasMessage("table.csv: line 3, column 2: expected a number, found \"abc\"")
                .hasNoCause();
        assertThat(fault.file()).isEqualTo("table.csv");
        assertThat(fault.place()).isEqualTo("line 3, column 2");
        assertThat(fault.expected()).isEqualTo("a number");
        assertThat(fault.found()).isEqualTo("\"abc\"");
    }

    @Test
    void leavesAnEmptyPlaceOut() {
        assertThat(new DataException("x", "", "a file", "a folder")).hasMessage("x: expected a file, found a folder");
    }

    @Test
    void keepsItsCause() {
        IOException cause = new IOException("disk");
        assertThat(new DataException("x", "", "a file", "failure", cause)).hasCause(cause);
    }
}
