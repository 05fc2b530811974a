package joust.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import joust.io.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentTest {
    private static final int SQUARE = Moment.SIDE * Moment.SIDE;

    @TempDir
    private Path folder;

    @Test
    void aMomentComesBackFromItsFile() throws IOException {
        Moment moment = plane(new float[SQUARE]);
        moment.write(folder);
        Moment read = Moment.read(folder.resolve("step-00000012.safetensors"));
        assertThat(read.step()).isEqualTo(12);
        assertThat(read.columns()).isEqualTo(2);
        assertThat(read.axes()).isEqualTo(moment.axes());
        assertThat(read.generated()).isEqualTo(moment.generated());
    }

    @Test
    void aFileThatHoldsNoMomentIsNamed() throws IOException {
        plane(new float[5]).write(folder);
        Path file = folder.resolve("step-00000012.safetensors");
        assertThatThrownBy(() -> Moment.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("tensor judgement")
                .hasMessageContaining("found 5 numbers");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));
        assertThatThrownBy(() -> Moment.read(file)).hasMessageContaining(file.toString());
    }

    @Test
    void theBoundaryLiesWhereDIsOneHalf() {
        float[] judgement = new float[SQUARE];
        for (int i = 0; i < SQUARE; i++) {
            judgement[i] = i % Moment.SIDE / (Moment.SIDE - 1f);
        }
        // D rises from left to right, so the line is the middle one of 400.
        String svg = PlaneFrame.svg(plane(judgement));
        assertThat(svg).contains("class=\"boundary\" d=\"M200.0 400.0L200.0 391.5M200.0");
        assertThat(svg)
                .contains("class=\"generated\" d=\"M300.0 300.0h0\"")
                .contains("class=\"real\" d=\"M200.0 200.0h0\"");
    }

    @Test
    void noJudgementHasNoBoundaryAndNoColour() {
        float[] judgement = new float[SQUARE];
        Arrays.fill(judgement, Float.NaN);
        assertThat(PlaneFrame.svg(plane(judgement))).contains("class=\"boundary\" d=\"\"");
    }

    @Test
    void aWayLiesInTheFilmsPlane() {
        float[] way = {0, 0, 0.5f, -1, Float.NaN, 0, 0, 2};
        String html = new Interpolation(way, 2, 4, Optional.empty()).html(Optional.of(plane(new float[SQUARE])));
        assertThat(html)
                .contains("class=\"real faint\" d=\"M200.0 200.0h0\"")
                .contains("class=\"thread\" d=\"M200.0 200.0L300.0 300.0M200.0 0.0\"")
                .contains("class=\"generated\" d=\"M200.0 200.0h0M300.0 300.0h0M200.0 0.0h0\"")
                .contains("</b> real<", "</b> on the way<", "crosses quickly");
    }

    @Test
    void aWayOfNumbersIsDrawnOverItsPosition() {
        Moment line = new Moment(12, new float[] {0, 4}, new float[] {1, 3}, new float[] {2}, new float[Moment.LINE]);
        String html = new Interpolation(new float[] {2, 2, 2}, 1, 2, Optional.empty()).html(Optional.of(line));
        assertThat(html)
                .contains("position on the way", "value of the sample")
                .contains("d=\"M48.0 118.0L165.3 118.0L282.7 118.0\"");
    }

    @Test
    void theStepsOfALongerRunAreAmongThoseOfAShorterOne() {
        assertThat(LongStream.rangeClosed(0, 1_000).filter(PictureSteps.of(1_000, 1, 20)::isDue))
                .hasSize(17)
                .startsWith(0L, 64L, 128L)
                .endsWith(960L, 1_000L);
        for (int length = 2; length < 400; length++) {
            PictureSteps longer = PictureSteps.of(length, 3, 5);
            PictureSteps shorter = PictureSteps.of(length / 2, 3, 5);
            assertThat(LongStream.rangeClosed(0, length).filter(longer::isDue).count())
                    .isBetween(2L, 7L);
            assertThat(LongStream.rangeClosed(0, length / 2).filter(longer::isDue))
                    .allMatch(shorter::isDue);
        }
    }

    private static Moment plane(float[] judgement) {
        return new Moment(12, new float[] {-1, 1, -2, 2}, new float[] {0, 0, 9, 9}, new float[] {0.5f, -1}, judgement);
    }
}
