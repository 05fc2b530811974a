package joust.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a folder with the four IDX files of MNIST or of a set in its format, such as Fashion-MNIST: images and labels
 * to train on and to test with. Each file may be plain or gzip, end in {@code .gz} or not, and be named {@code
 * train-images-idx3-ubyte} or {@code train-images.idx3-ubyte}. A pixel p becomes p / 255, from 0 to 1.
 */
public final class IdxFolder {
    /** How to come by such a folder, in sentences for a message. */
    public static final String HOW_TO_GET = "Fashion-MNIST: install Debian's package dataset-fashion-mnist and name"
            + " /usr/share/datasets/fashion-mnist, or clone https://github.com/zalandoresearch/fashion-mnist and name"
            + " its data/fashion. MNIST: put the four files of http://yann.lecun.com/exdb/mnist/ into a folder and"
            + " name it.";

    private static final float WHITE = 255;
    private static final List<String> STEMS = List.of("train-images", "train-labels", "t10k-images", "t10k-labels");
    private static final List<String> ENDINGS =
            List.of("-idx%d-ubyte", "-idx%d-ubyte.gz", ".idx%d-ubyte", ".idx%d-ubyte.gz");

    private IdxFolder() {}

    /**
     * Reads the training set and, as held-out rows, the test set. Classes run from 0 to the greatest label of both.
     *
     * @throws DataException if the folder or one of its files is missing, a file is damaged, the counts of images and
     *     labels differ, or the images of the two sets differ in shape
     */
    public static SplitSamples read(Path folder) {
        List<Path> files = find(folder);
        IdxArray trainingLabels = IdxReader.readLabels(files.get(1));
        IdxArray testLabels = IdxReader.readLabels(files.get(3));
        int classes = Math.max(greatest(trainingLabels), greatest(testLabels)) + 1;
        FiniteSamples training = samples(files.get(0), files.get(1), trainingLabels, classes);
        FiniteSamples test = samples(files.get(2), files.get(3), testLabels, classes);
        if (!training.shape().equals(test.shape())) {
            throw new DataException(
                    files.get(2).toString(),
                    "byte 8",
                    "images of " + size(training) + " as in " + files.getFirst(),
                    size(test));
        }
        return new SplitSamples(training, test);
    }

    /**
     * Looks for the four files without reading them.
     *
     * @throws DataException if the folder or one of its files is missing
     */
    public static void require(Path folder) {
        find(folder);
    }

    private static List<Path> find(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    folder.toString(),
                    "",
                    "a folder with the IDX files of MNIST or Fashion-MNIST",
                    (Files.exists(folder) ? "a file" : "none of that name") + ". " + HOW_TO_GET);
        }
        List<String> missing = STEMS.stream()
                .filter(stem -> find(folder, stem).isEmpty())
                .map(stem -> stem + String.format(Locale.ROOT, ENDINGS.getFirst(), rank(stem)))
                .toList();
        if (!missing.isEmpty()) {
            throw new DataException(
                    folder.toString(),
                    "",
                    "the files " + String.join(", ", missing) + " (or with .gz, or with .idx for -idx)",
                    "none of them. " + HOW_TO_GET);
        }
        return STEMS.stream().flatMap(stem -> find(folder, stem).stream()).toList();
    }

    private static Optional<Path> find(Path folder, String stem) {
        return ENDINGS.stream()
                .map(ending -> folder.resolve(stem + String.format(Locale.ROOT, ending, rank(stem))))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static int rank(String stem) {
        return stem.endsWith("images") ? 3 : 1;
    }

    private static FiniteSamples samples(Path imageFile, Path labelFile, IdxArray labels, int classes) {
        IdxArray images = IdxReader.readImages(imageFile);
        if (labels.size() != images.dimension(0)) {
            throw new DataException(
                    labelFile.toString(),
                    "byte 4",
                    images.dimension(0) + " labels, one per image of " + imageFile,
                    Integer.toString(labels.size()));
        }
        ImageShape shape = new ImageShape(images.dimension(1), images.dimension(2));
        float[] pixels = Heap.floats(imageFile.toString(), images.size());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = images.value(i) / WHITE;
        }
        int[] classOfRow = IntStream.range(0, labels.size()).map(labels::value).toArray();
        return FiniteSamples.of(imageFile.toString(), shape.pixels(), pixels)
                .withRange(0, 1)
                .withLabels(classOfRow, classes)
                .withShape(shape);
    }

    private static int greatest(IdxArray labels) {
        return IntStream.range(0, labels.size()).map(labels::value).max().orElseThrow();
    }

    private static String size(FiniteSamples images) {
        return images.shape().map(shape -> shape.height() + "x" + shape.width()).orElseThrow();
    }
}
