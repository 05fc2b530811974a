package joust.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final FiniteSamples DIGITS = Digits.load();

    @Test
    void holdsAllImagesWithLabelsAndShape() {
        assertThat(DIGITS.name()).isEqualTo("digits");
        assertThat(DIGITS.rows()).isEqualTo(1797);
        assertThat(DIGITS.columns()).isEqualTo(64);
        assertThat(DIGITS.shape()).contains(new ImageShape(8, 8));
        assertThat(DIGITS.low()).isZero();
        assertThat(DIGITS.high()).isEqualTo(1);
    }

    /** The counts per class that the Machine Learning Repository gives for the test set. */
    @Test
    void holdsEachClassAsOftenAsItsSourceSays() {
        int[] counts = new int[DIGITS.classes()];
        for (int label : DIGITS.labels()) {
            counts[label]++;
        }
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    }

    /** The first line of the source: a nought. */
    @Test
    void dividesPixelsBySixteen() {
        int[] nought = {
            0, 0, 5, 13, 9, 1, 0, 0,
            0, 0, 13, 15, 10, 15, 5, 0,
            0, 3, 15, 2, 0, 11, 8, 0,
            0, 4, 12, 0, 0, 8, 8, 0,
            0, 5, 8, 0, 0, 9, 8, 0,
            0, 4, 11, 0, 1, 12, 7, 0,
            0, 2, 14, 5, 10, 12, 0, 0,
            0, 0, 6, 13, 10, 0, 0, 0
        };
        assertThat(DIGITS.label(0)).isZero();
        for (int i = 0; i < nought.length; i++) {
            assertThat(DIGITS.values()[i]).isEqualTo(nought[i] / 16f);
        }
    }

    @Test
    void usesTheWholeRangeOfPixels() {
        Set<Float> levels = new TreeSet<>();
        for (float pixel : DIGITS.values()) {
            levels.add(pixel * 16);
        }
        assertThat(levels)
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 16)
                        .mapToObj(level -> (float) level)
                        .toList());
    }

    @Test
    void shipsItsAttribution() throws IOException {
        try (InputStream stream = Digits.class.getResourceAsStream("digits-attribution.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("Optical Recognition of Handwritten Digits")
                    .contains("E. Alpaydin and C. Kaynak")
                    .contains("UCI Machine Learning Repository")
                    .contains("CC BY 4.0")
                    .contains("divided by 16");
        }
    }
}
