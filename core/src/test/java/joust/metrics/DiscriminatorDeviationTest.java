package joust.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import joust.data.Gaussian;
import org.junit.jupiter.api.Test;

class DiscriminatorDeviationTest {
    @Test
    void thePointsCoverThreeDeviationsToBothSides() {
        float[] points = DiscriminatorDeviation.points(new Gaussian(10, 2));

        assertThat(points).hasSize(601).isSorted();
        assertThat(points[0]).isEqualTo(4);
        assertThat(points[300]).isEqualTo(10);
        assertThat(points[301]).isEqualTo(10.02f);
        assertThat(points[600]).isEqualTo(16);
    }

    @Test
    void onlyPointsWithinTheDeviationsCount() {
        double[] judgements = new double[601];
        Arrays.fill(judgements, 0.5);
        judgements[600] = 0.75;
        judgements[501] = 0.125;
        judgements[100] = 0.625;

        assertThat(DiscriminatorDeviation.greatest(judgements, 3)).isEqualTo(0.375);
        assertThat(DiscriminatorDeviation.greatest(judgements, 2)).isEqualTo(0.125);
        assertThat(DiscriminatorDeviation.greatest(judgements, 1.99)).isZero();
        judgements[501] = 0.5;
        assertThat(DiscriminatorDeviation.greatest(judgements, 3)).isEqualTo(0.25);
        judgements[300] = Double.NaN;
        assertThat(DiscriminatorDeviation.greatest(judgements, 1)).isNaN();
    }

    @Test
    void anotherNumberOfPointsIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscriminatorDeviation.greatest(new double[3], 3))
                .withMessage("judgements: 3, expected 601");
    }

    @Test
    void aDiscriminatorAtItsOptimumHasNoError() {
        Gaussian data = new Gaussian(1, 2);
        float[] generated = new float[100_000];
        new Gaussian(1.5, 2).draw(1, 16, 0, generated, 0, generated.length);
        float[] points = DiscriminatorDeviation.points(data);
        double[] optimum = new double[points.length];
        double[] off = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            double p = data.density(points[i]);
            optimum[i] = p / (p + new Gaussian(1.5, 2).density(points[i]));
            off[i] = optimum[i] + 0.1;
        }
        // The density estimate is off by some hundredths, of which D sees a quarter.
        assertThat(DiscriminatorDeviation.fromOptimum(optimum, generated, data)).isLessThan(0.008);
        assertThat(DiscriminatorDeviation.fromOptimum(off, generated, data)).isCloseTo(0.1, within(0.008));
    }
}
