package joust.gan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the real rows come from. */
public sealed interface DataConfig {
    /** The 1,797 handwritten digits of 8x8 pixels that come with Joust, pixels from 0 to 1. */
    record Digits() implements DataConfig {}

    /**
     * A folder with the four IDX files of MNIST or of a set in its format, pixels from 0 to 1.
     *
     * @param path the folder; null if it is still to be named
     */
    record Idx(@Default("null") @Nullable String path) implements DataConfig {}

    /**
     * Fashion-MNIST (Xiao, Rasul and Vollgraf 2017), pixels from 0 to 1.
     *
     * @param path the folder with its four IDX files; null for where Debian's package dataset-fashion-mnist puts them
     */
    record FashionMnist(@Default("null") @Nullable String path) implements DataConfig {
        /** Where Debian has the files. */
        public static final String DEBIAN = "/usr/share/datasets/fashion-mnist";
    }

    /**
     * A folder of pictures of one size, in gray from 0 to 1; sub-folders are classes.
     *
     * @param path the folder
     */
    record Pictures(String path) implements DataConfig {
        public Pictures {
            Check.require(!path.isBlank(), "path", path, "the path of a folder");
        }
    }

    /**
     * A table of numbers in text.
     *
     * @param path the file
     * @param labelColumn the column that holds labels: its name, its number counted from 1 or {@code last}; null if none does
     */
    record Csv(String path, @Default("null") @Nullable String labelColumn) implements DataConfig {
        public Csv {
            Check.require(!path.isBlank(), "path", path, "the path of a file");
        }
    }

    /**
     * A normal distribution in one dimension.
     *
     * @param deviation the standard deviation, positive
     */
    record Gaussian(@Default("0") double mean, @Default("1") double deviation) implements DataConfig {
        public Gaussian {
            Check.finite("mean", mean);
            Check.positive("deviation", deviation);
        }
    }

    /**
     * A normal distribution in two or more dimensions.
     *
     * @param mean one number per dimension
     * @param covariance as many rows as dimensions, symmetric and positive definite
     */
    record MultivariateGaussian(List<Double> mean, List<List<Double>> covariance) implements DataConfig {
        public MultivariateGaussian {
            mean = Check.notEmpty("mean", mean);
            int dimensions = mean.size();
            mean.forEach(value -> Check.finite("mean", value));
            Check.require(
                    covariance.size() == dimensions && covariance.stream().allMatch(row -> row.size() == dimensions),
                    "covariance",
                    covariance,
                    dimensions + " rows of " + dimensions + " numbers, as mean has " + dimensions);
            covariance.forEach(row -> row.forEach(value -> Check.finite("covariance", value)));
            covariance = covariance.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Equally likely Gaussians on a circle around the origin, mode i at the angle 2πi/modes.
     *
     * @param deviation the standard deviation of each mode in each coordinate, positive
     */
    record Ring(
            @Default("8") int modes,
            @Default("2") double radius,
            @Default("0.01") double deviation) implements DataConfig {
        public Ring {
            Check.atLeast(1, "modes", modes);
            Check.positive("radius", radius);
            Check.positive("deviation", deviation);
        }
    }

    /**
     * Equally likely Gaussians on a square grid centred at the origin.
     *
     * @param side modes per side
     * @param spacing the distance of neighbouring modes
     * @param deviation the standard deviation of each mode in each coordinate, positive
     */
    record Grid(
            @Default("5") int side,
            @Default("2") double spacing,
            @Default("0.05") double deviation) implements DataConfig {
        public Grid {
            Check.atLeast(1, "side", side);
            Check.positive("spacing", spacing);
            Check.positive("deviation", deviation);
        }
    }

    /**
     * The same source with its rows read from {@code path}, as the option {@code --data} asks for.
     *
     * @throws ConfigException if these data are not read from a path
     */
    default DataConfig withPath(String path) {
        Objects.requireNonNull(path, "path");
        return switch (this) {
            case Idx _ -> new Idx(path);
            case FashionMnist _ -> new FashionMnist(path);
            case Pictures _ -> new Pictures(path);
            case Csv csv -> new Csv(path, csv.labelColumn());
            case Digits _ -> throw noPath(path, "digits");
            case Gaussian _ -> throw noPath(path, "gaussian");
            case MultivariateGaussian _ -> throw noPath(path, "multivariate-gaussian");
            case Ring _ -> throw noPath(path, "ring");
            case Grid _ -> throw noPath(path, "grid");
        };
    }

    /** The same source with a relative path taken from {@code folder} and made absolute, so that it holds in every folder. */
    default DataConfig from(Path folder) {
        String path = switch (this) {
            case Idx idx -> idx.path();
            case FashionMnist fashion -> fashion.path();
            case Pictures pictures -> pictures.path();
            case Csv csv -> csv.path();
            case Digits _, Gaussian _, MultivariateGaussian _, Ring _, Grid _ -> null;
        };
        return path == null || path.isBlank()
                ? this
                : withPath(folder.resolve(path).toAbsolutePath().toString());
    }

    private static ConfigException noPath(String path, String kind) {
        return new ConfigException("path", path, "none: data of kind " + kind + " are not read from a path");
    }
}
