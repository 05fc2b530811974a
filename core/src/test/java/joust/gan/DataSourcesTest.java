package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import joust.data.DataException;
import joust.data.Digits;
import joust.data.FiniteSamples;
import joust.data.Gaussian;
import joust.data.GaussianGrid;
import joust.data.GaussianRing;
import joust.data.ImageShape;
import joust.data.MultivariateGaussian;
import joust.data.SplitSamples;
import joust.metrics.ImageClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourcesTest {
    @TempDir
    private Path folder;

    @Test
    void digitsAreTheEmbeddedOnes() {
        RealData digits = DataSources.open(new DataConfig.Digits());

        assertThat(((FiniteSamples) digits.training()).values())
                .isEqualTo(Digits.load().values());
        assertThat(digits.heldOut()).isEmpty();
        SplitSamples split = digits.labelled().orElseThrow();
        assertThat(split.heldOut().values())
                .isEqualTo(ImageClassifier.split(Digits.load()).heldOut().values());
    }

    @Test
    void aTableIsReadWithOrWithoutLabels() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "a,b,kind\n1,2,x\n3,4,y\n");
        FiniteSamples labelled = (FiniteSamples)
                DataSources.open(new DataConfig.Csv(file.toString(), "kind")).training();

        assertThat(labelled.columns()).isEqualTo(2);
        assertThat(labelled.classNames()).containsExactly("x", "y");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.open(new DataConfig.Csv(file.toString(), null)));
    }

    @Test
    void aTableWithLabelsIsNoImage() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "1,2,0\n3,4,1\n");

        assertThat(DataSources.open(new DataConfig.Csv(file.toString(), "last")).labelled())
                .isEmpty();
    }

    @Test
    void picturesAreReadFromTheirFolder() throws IOException {
        Files.writeString(folder.resolve("one.pgm"), "P2 2 1 255 0 255");

        FiniteSamples pictures = (FiniteSamples)
                DataSources.open(new DataConfig.Pictures(folder.toString())).training();

        assertThat(pictures.values()).containsExactly(0, 1);
    }

    @Test
    void distributionsHaveTheirParameters() {
        Gaussian gaussian =
                (Gaussian) DataSources.open(new DataConfig.Gaussian(1, 2)).training();
        var plane = (MultivariateGaussian)
                DataSources.open(Presets.get("toy2d").data()).training();

        assertThat(gaussian).isEqualTo(new Gaussian(1, 2));
        assertThat(plane.mean()).containsExactly(1, 1);
        assertThat(plane.covariance()).isDeepEqualTo(new double[][] {{1, 0.8}, {0.8, 1}});
        assertThat(DataSources.open(new DataConfig.Gaussian(1, 2)).labelled()).isEmpty();
        assertSameModes(
                ((GaussianRing) DataSources.open(new DataConfig.Ring(3, 2, 0.1)).training()).modes(),
                new GaussianRing(3, 2, 0.1).modes());
        assertSameModes(
                ((GaussianGrid) DataSources.open(new DataConfig.Grid(3, 2, 0.1)).training()).modes(),
                new GaussianGrid(3, 2, 0.1).modes());
    }

    private static void assertSameModes(double[][] actual, double[][] expected) {
        assertThat(actual).isDeepEqualTo(expected);
    }

    @Test
    void aFolderStillToBeNamedComesWithHowToGetOne() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> DataSources.open(new DataConfig.Idx(null)))
                .withMessageStartingWith("data.path: none, expected a folder of IDX files. ")
                .withMessageContaining("Fashion-MNIST")
                .withMessageContaining("dataset-fashion-mnist");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> DataSources.open(
                        new DataConfig.Idx(folder.resolve("missing").toString())));
    }

    @Test
    void numbersThatMakeNoDistributionAreRefused() {
        DataConfig.MultivariateGaussian data =
                new DataConfig.MultivariateGaussian(List.of(0.0, 0.0), List.of(List.of(1.0, 2.0), List.of(2.0, 1.0)));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> DataSources.open(data))
                .withMessageStartingWith("data: MultivariateGaussian[mean=[0.0, 0.0], ")
                .withMessageContaining("positive definite")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClassifierNeedsTwoClassesAndAnImageShape() {
        FiniteSamples rows = FiniteSamples.of("rows", 1, new float[] {0, 1, 2});
        int[] labels = {0, 0, 1};

        assertThat(RealData.of(rows.withShape(new ImageShape(1, 1)).withLabels(labels, 2))
                        .labelled())
                .isPresent();
        assertThat(RealData.of(rows.withShape(new ImageShape(1, 1)).withLabels(new int[3], 1))
                        .labelled())
                .isEmpty();
        assertThat(RealData.of(rows.withLabels(labels, 2)).labelled()).isEmpty();
    }

    @Test
    void rowsThatTheirSourceHasDividedStayDivided() {
        FiniteSamples digits = Digits.load();
        SplitSamples split = new SplitSamples(digits.subset(0, 100), digits.subset(100, 150));
        RealData data = RealData.of(split);

        assertThat(data.training()).isSameAs(split.training());
        assertThat(data.heldOut()).containsSame(split.heldOut());
        assertThat(data.labelled().orElseThrow().heldOut()).isSameAs(split.heldOut());
    }
}
