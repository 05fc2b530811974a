package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("simd", "scalar", "opencl", "auto");

    @ParameterizedTest
    @CsvSource({
        "simd, simd",
        "smid, simd",
        "sims, simd",
        "sim, simd",
        "simdd, simd",
        "imds, simd",
        "scaler, scalar",
        "sclar, scalar",
        "opencv, opencl",
        "openc, opencl",
        "oepnlc, opencl",
        "atuo, auto",
        "cuda, ",
        "openmp, opencl",
        "si, simd",
        "s, ",
        "poenclxy, ",
        "gpu, "
    })
    void findsTheWordAtMostTwoEditsAway(String word, String expected) {
        assertThat(NearestName.ofSlip(word, KNOWN).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"bat, cat, rat, cat", "bat, rat, cat, cat", "rat, cat, rat, rat"})
    void prefersFewerEditsAndThenTheAlphabet(String word, String first, String second, String expected) {
        assertThat(NearestName.ofSlip(word, List.of(first, second))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "digit, digits",
        "dgits, digits",
        "minst, mnist",
        "gausian1d, gaussian1d",
        "tox2d, toy2d",
        "toy2d, toy2d",
        "gaussi, gaussian1d"
    })
    void theNearestIsFoundHoweverFarItIs(String word, String expected) {
        assertThat(NearestName.of(word, List.of("digits", "mnist", "gaussian1d", "toy2d")))
                .isEqualTo(expected);
    }

    @Test
    void ofEquallyNearWordsTheFirstIsTaken() {
        assertThat(NearestName.of("ac", List.of("ad", "ab"))).isEqualTo("ad");
        assertThat(NearestName.of("", List.of("abc", "fg", "de"))).isEqualTo("fg");
    }

    @Test
    void withoutWordsThereIsNoNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestName.of("a", List.of()))
                .withMessage("known: empty, expected at least one");
    }
}
