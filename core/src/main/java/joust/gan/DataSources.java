package joust.gan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import joust.data.CsvReader;
import joust.data.Digits;
import joust.data.Gaussian;
import joust.data.GaussianGrid;
import joust.data.GaussianRing;
import joust.data.GeneratedSamples;
import joust.data.IdxFolder;
import joust.data.ImageFolder;
import joust.data.MultivariateGaussian;

/** Opens the real rows that a configuration names. */
public final class DataSources {
    private DataSources() {}

    /**
     * Reads the files, or prepares the distribution.
     *
     * @throws ConfigException if a path is still to be named, or the numbers make no distribution
     * @throws joust.data.DataException if a file cannot be used
     */
    public static RealData open(DataConfig data) {
        return switch (data) {
            case DataConfig.Digits _ -> RealData.of(Digits.load());
            case DataConfig.Idx idx -> RealData.of(IdxFolder.read(folder(idx)));
            case DataConfig.FashionMnist fashion -> RealData.of(IdxFolder.read(folder(fashion)));
            case DataConfig.Pictures pictures -> RealData.of(ImageFolder.read(Path.of(pictures.path())));
            case DataConfig.Csv csv -> RealData.of(reader(csv).read(Path.of(csv.path())));
            case DataConfig.Gaussian gaussian ->
                distribution(data, () -> new Gaussian(gaussian.mean(), gaussian.deviation()));
            case DataConfig.MultivariateGaussian gaussian -> distribution(data, () -> multivariate(gaussian));
            case DataConfig.Ring ring ->
                distribution(data, () -> new GaussianRing(ring.modes(), ring.radius(), ring.deviation()));
            case DataConfig.Grid grid ->
                distribution(data, () -> new GaussianGrid(grid.side(), grid.spacing(), grid.deviation()));
        };
    }

    private static Path folder(DataConfig.Idx idx) {
        String path = idx.path();
        if (path == null) {
            throw new ConfigException("data.path", "none", "a folder of IDX files. " + IdxFolder.HOW_TO_GET);
        }
        return Path.of(path);
    }

    private static Path folder(DataConfig.FashionMnist fashion) {
        String path = fashion.path();
        if (path != null) {
            return Path.of(path);
        }
        if (!Files.isDirectory(Path.of(DataConfig.FashionMnist.DEBIAN))) {
            throw new ConfigException(
                    "data.path",
                    "none",
                    "a folder with Fashion-MNIST's four IDX files, as there is no " + DataConfig.FashionMnist.DEBIAN
                            + "; on Debian or Ubuntu: apt install dataset-fashion-mnist");
        }
        return Path.of(DataConfig.FashionMnist.DEBIAN);
    }

    private static CsvReader reader(DataConfig.Csv csv) {
        String column = csv.labelColumn();
        return column == null ? CsvReader.unlabelled() : CsvReader.labelled(column);
    }

    private static RealData distribution(DataConfig data, Supplier<GeneratedSamples> samples) {
        try {
            return RealData.of(samples.get());
        } catch (IllegalArgumentException e) {
            ConfigException unusable =
                    new ConfigException("data", data, "parameters of a distribution: " + e.getMessage());
            unusable.initCause(e);
            throw unusable;
        }
    }

    private static MultivariateGaussian multivariate(DataConfig.MultivariateGaussian gaussian) {
        return new MultivariateGaussian(
                gaussian.mean().stream().mapToDouble(Double::doubleValue).toArray(),
                gaussian.covariance().stream()
                        .map(row ->
                                row.stream().mapToDouble(Double::doubleValue).toArray())
                        .toArray(double[][]::new));
    }
}
