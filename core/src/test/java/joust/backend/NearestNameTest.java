package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(NearestName.of(word, KNOWN).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"bat, cat, rat, cat", "bat, rat, cat, cat", "rat, cat, rat, rat"})
    void prefersFewerEditsAndThenTheAlphabet(String word, String first, String second, String expected) {
        assertThat(NearestName.of(word, List.of(first, second))).contains(expected);
    }
}
