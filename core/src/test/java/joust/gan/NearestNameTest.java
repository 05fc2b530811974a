package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void theNameWithTheFewestEditsIsFound() {
        List<String> names = List.of("digits", "mnist", "gaussian1d", "toy2d");

        assertThat(NearestName.of("digit", names)).isEqualTo("digits");
        assertThat(NearestName.of("dgits", names)).isEqualTo("digits");
        assertThat(NearestName.of("minst", names)).isEqualTo("mnist");
        assertThat(NearestName.of("gausian1d", names)).isEqualTo("gaussian1d");
        assertThat(NearestName.of("tox2d", names)).isEqualTo("toy2d");
        assertThat(NearestName.of("toy2d", names)).isEqualTo("toy2d");
    }

    @Test
    void ofEquallyNearNamesTheFirstIsTaken() {
        assertThat(NearestName.of("ac", List.of("ab", "ad"))).isEqualTo("ab");
        assertThat(NearestName.of("", List.of("abc", "de", "fg"))).isEqualTo("de");
    }

    @Test
    void withoutNamesThereIsNoNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestName.of("a", List.of()))
                .withMessage("names: empty, expected at least one");
    }
}
