package joust.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelimiterTest {
    @Test
    void anEmptyFieldAtEitherEndIsAField() {
        assertThat(Delimiter.TAB.split("\ta\t")).containsExactly("", "a", "");
        assertThat(Delimiter.COMMA.split(" , a ,")).containsExactly("", "a", "");
        assertThat(Delimiter.SPACES.split("  a  b ")).containsExactly("a", "b");
    }

    @Test
    void quotesGoWhereThereAreTwo() {
        assertThat(Delimiter.COMMA.split("\"a,b\",\"\",\"\"\"\"")).containsExactly("a,b", "", "\"");
        assertThat(Delimiter.COMMA.split("a,\"")).containsExactly("a", "\"");
        assertThat(Delimiter.COMMA.split("\"a\" b,c\"")).containsExactly("\"a\" b", "c\"");
    }
}
