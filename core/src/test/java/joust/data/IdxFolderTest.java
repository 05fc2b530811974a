package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFolderTest {
    @TempDir
    Path folder;

    private Path trainImages;
    private Path trainLabels;
    private Path testImages;
    private Path testLabels;

    @BeforeEach
    void writeFourFiles() {
        trainImages = images("train-images-idx3-ubyte", 2, 1, 2, (byte) 0, (byte) 51, (byte) 255, (byte) 1);
        trainLabels = labels("train-labels-idx1-ubyte", (byte) 3, (byte) 0);
        testImages = images("t10k-images-idx3-ubyte", 1, 1, 2, (byte) 102, (byte) 153);
        testLabels = labels("t10k-labels-idx1-ubyte", (byte) 5);
    }

    private Path images(String name, int count, int height, int width, byte... pixels) {
        return IdxBytes.write(folder.resolve(name), IdxBytes.of(2051, new int[] {count, height, width}, pixels));
    }

    private Path labels(String name, byte... labels) {
        return IdxBytes.write(folder.resolve(name), IdxBytes.of(2049, new int[] {labels.length}, labels));
    }

    @Test
    void readsPixelsFromZeroToOneAndLabelsOfBothSets() {
        SplitSamples set = IdxFolder.read(folder);
        FiniteSamples training = set.training();
        assertThat(training.name()).isEqualTo(trainImages.toString());
        assertThat(training.rows()).isEqualTo(2);
        assertThat(training.values()).containsExactly(0, 0.2f, 1, 1 / 255f);
        assertThat(training.labels()).containsExactly(3, 0);
        assertThat(training.classes()).isEqualTo(6);
        assertThat(training.shape()).contains(new ImageShape(1, 2));
        assertThat(training.low()).isZero();
        assertThat(training.high()).isEqualTo(1);
        FiniteSamples test = set.heldOut();
        assertThat(test.name()).isEqualTo(testImages.toString());
        assertThat(test.values()).containsExactly(0.4f, 0.6f);
        assertThat(test.labels()).containsExactly(5);
        assertThat(test.classes()).isEqualTo(6);
    }

    @Test
    void countsTheClassesOfTheTrainingSetToo() {
        labels("train-labels-idx1-ubyte", (byte) 3, (byte) 9);
        assertThat(IdxFolder.read(folder).heldOut().classes()).isEqualTo(10);
    }

    @Test
    void readsGzipAndDottedNames() throws IOException {
        Files.write(folder.resolve("t10k-images.idx3-ubyte.gz"), IdxBytes.gzip(Files.readAllBytes(testImages)));
        Files.delete(testImages);
        Files.move(trainLabels, folder.resolve("train-labels.idx1-ubyte"));
        Files.move(testLabels, folder.resolve("t10k-labels-idx1-ubyte.gz"));
        assertThat(IdxFolder.read(folder).heldOut().values()).containsExactly(0.4f, 0.6f);
        assertThat(IdxFolder.read(folder).training().labels()).containsExactly(3, 0);
    }

    @Test
    void saysWhichFilesAreMissingAndHowToGetThem() throws IOException {
        Files.delete(trainLabels);
        Files.delete(testImages);
        Files.createDirectory(testImages);
        assertRefused(
                () -> IdxFolder.read(folder),
                folder
                        + ": expected the files train-labels-idx1-ubyte, t10k-images-idx3-ubyte (or with .gz, or with"
                        + " .idx for -idx), found none of them. " + IdxFolder.HOW_TO_GET);
        assertThat(IdxFolder.HOW_TO_GET)
                .contains("dataset-fashion-mnist")
                .contains("/usr/share/datasets/fashion-mnist")
                .contains("MNIST: put the four files");
    }

    @Test
    void saysThatTheFolderIsMissingOrAFile() {
        Path missing = folder.resolve("missing");
        String expected = ": expected a folder with the IDX files of MNIST or Fashion-MNIST, found ";
        assertRefused(() -> IdxFolder.read(missing), missing + expected + "none of that name. " + IdxFolder.HOW_TO_GET);
        assertRefused(() -> IdxFolder.read(testLabels), testLabels + expected + "a file. " + IdxFolder.HOW_TO_GET);
    }

    @Test
    void refusesAnotherCountOfLabels() {
        labels("train-labels-idx1-ubyte", (byte) 3, (byte) 9, (byte) 1);
        assertRefused(
                () -> IdxFolder.read(folder),
                trainLabels + ": byte 4: expected 2 labels, one per image of " + trainImages + ", found 3");
    }

    @Test
    void refusesTestImagesOfAnotherShape() {
        images("t10k-images-idx3-ubyte", 1, 2, 1, (byte) 102, (byte) 153);
        assertRefused(
                () -> IdxFolder.read(folder),
                testImages + ": byte 8: expected images of 1x2 as in " + trainImages + ", found 2x1");
    }

    @Test
    void readsASyntheticSetOfMnistsShape() throws IOException {
        Path synthetic = Files.createDirectory(folder.resolve("synthetic"));
        SyntheticIdx.write(synthetic, 1, 30, 20);
        SplitSamples set = IdxFolder.read(synthetic);
        assertThat(set.training().rows()).isEqualTo(30);
        assertThat(set.training().shape()).contains(new ImageShape(28, 28));
        assertThat(set.training().classes()).isEqualTo(10);
        assertThat(set.training().label(13)).isEqualTo(3);
        assertThat(set.heldOut().rows()).isEqualTo(20);
        assertThat(set.heldOut().subset(0, 1).values())
                .isNotEqualTo(set.training().subset(0, 1).values());
    }

    /** Class counts as published with the set; .1307, the mean that examples everywhere normalise it by. */
    @Test
    void readsTheRealMnist() {
        String path = System.getProperty("joust.mnist");
        assumeTrue(path != null, "skipped: -Djoust.mnist=FOLDER names no folder with the four files of MNIST");
        SplitSamples set = IdxFolder.read(Path.of(path));
        assertThat(set.training().rows()).isEqualTo(60_000);
        assertThat(set.heldOut().rows()).isEqualTo(10_000);
        assertThat(set.training().columns()).isEqualTo(784);
        assertThat(counts(set.training())).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(counts(set.heldOut())).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        double sum = 0;
        for (float pixel : set.training().values()) {
            sum += pixel;
        }
        assertThat(sum / set.training().values().length).isBetween(0.13065, 0.13075);
    }

    private static int[] counts(FiniteSamples set) {
        int[] counts = new int[set.classes()];
        for (int label : set.labels()) {
            counts[label]++;
        }
        return counts;
    }
}
