package joust.data;

import static joust.data.DataErrors.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
    private static final String NONE_FOUND =
            ": expected pictures that end in .png, .jpg, .jpeg, .bmp or .pgm, either in it or in its"
                    + " sub-folders, found ";

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("pictures"));
    }

    private Path picture(String name, int... samples) {
        return Pictures.gray(folder.resolve(name), 2, 1, samples);
    }

    @Test
    void readsPicturesInOrderOfTheirNames() {
        picture("b.png", 0, 51);
        picture("a.BMP", 102, 255);
        Pictures.pgm(folder.resolve("c.pgm"), "P5 2 1 255 ", 1, 2);
        FiniteSamples images = ImageFolder.read(folder);
        assertThat(images.name()).isEqualTo(folder.toString());
        assertThat(images.values()).containsExactly(.4f, 1, 0, .2f, 1 / 255f, 2 / 255f);
        assertThat(images.shape()).contains(new ImageShape(1, 2));
        assertThat(images.low()).isZero();
        assertThat(images.high()).isEqualTo(1);
        assertThat(images.hasLabels()).isFalse();
    }

    @Test
    void labelsPicturesWithTheirSubFolder() {
        picture("cat/1.png", 0, 51);
        picture("ant/2.png", 102, 153);
        picture("cat/0.png", 255, 204);
        FiniteSamples images = ImageFolder.read(folder);
        assertThat(images.classNames()).containsExactly("ant", "cat");
        assertThat(images.labels()).containsExactly(0, 1, 1);
        assertThat(images.values()).containsExactly(.4f, .6f, 1, .8f, 0, .2f);
    }

    @Test
    void ordersNumberedSubFoldersAsNumbers() {
        picture("10/1.png", 0, 51);
        picture("9/1.png", 102, 153);
        assertThat(ImageFolder.read(folder).classNames()).containsExactly("9", "10");
    }

    @Test
    void passesOverHiddenAndOtherFiles() throws IOException {
        picture("a.png", 0, 51);
        Files.writeString(folder.resolve("README.txt"), "no picture");
        Files.writeString(folder.resolve("png"), "no picture either");
        Files.writeString(folder.resolve(".a.png"), "hidden");
        Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("folder.png"));
        picture(".hidden/a.png", 1, 2);
        assertThat(ImageFolder.read(folder).values()).containsExactly(0, .2f);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_INT_RGB})
    void turnsColorIntoLuma(int type) {
        BufferedImage image = new BufferedImage(4, 1, type);
        image.setRGB(0, 0, 0xffff0000);
        image.setRGB(1, 0, 0xff00ff00);
        image.setRGB(2, 0, 0xff0000ff);
        image.setRGB(3, 0, 0xff804020);
        Pictures.write(folder.resolve("a.png"), image);
        float mixed = (299 * 0x80 + 587 * 0x40 + 114 * 0x20) / 255000f;
        assertThat(ImageFolder.read(folder).values()).containsExactly(.299f, .587f, .114f, mixed);
    }

    @Test
    void readsEveryGrayLevelExactly() {
        int[] samples = new int[256];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        for (String name : new String[] {"eight.png", "eight.bmp"}) {
            Pictures.gray(folder.resolve(name), 16, 16, samples);
        }
        BufferedImage sixteen = new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < samples.length; i++) {
            sixteen.getRaster().setSample(i % 16, i / 16, 0, 257 * i);
        }
        Pictures.write(folder.resolve("sixteen.png"), sixteen);
        FiniteSamples images = ImageFolder.read(folder);
        assertThat(images.rows()).isEqualTo(3);
        for (int i = 0; i < images.values().length; i++) {
            assertThat(images.values()[i]).isEqualTo((i % 256) / 255f);
        }
    }

    @Test
    void readsBlackAndWhitePalettes() {
        BufferedImage bits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(1, 0, 0xffffffff);
        Pictures.write(folder.resolve("bits.png"), bits);
        assertThat(ImageFolder.read(folder).values()).containsExactly(0, 1, 0);
    }

    /** A flat picture survives JPEG but for rounding: each of its blocks has one coefficient. */
    @Test
    void readsJpeg() {
        int[] flat = new int[64];
        Arrays.fill(flat, 100);
        Pictures.gray(folder.resolve("flat.jpg"), 8, 8, flat);
        for (float pixel : ImageFolder.read(folder).values()) {
            assertThat(pixel * 255).isBetween(98f, 102f);
        }
    }

    @Test
    void refusesPicturesOfDifferentSizes() {
        Path first = picture("a.png", 0, 1);
        Path second = Pictures.gray(folder.resolve("b.png"), 1, 2, 0, 1);
        assertRefused(
                () -> ImageFolder.read(folder),
                second + ": expected a picture of 2x1 pixels (width x height) as " + first
                        + ", found 1x2 pixels (width x height)");
    }

    @Test
    void refusesAFolderWithoutPictures() throws IOException {
        assertRefused(() -> ImageFolder.read(folder), folder + NONE_FOUND + "neither");
        Path empty = Files.createDirectory(folder.resolve("a"));
        picture("b/1.png", 0, 1);
        assertRefused(
                () -> ImageFolder.read(folder),
                empty + ": expected pictures that end in .png, .jpg, .jpeg, .bmp or .pgm, found none");
    }

    @Test
    void refusesPicturesBothBesideAndInSubFolders() {
        picture("a.png", 0, 1);
        picture("b/1.png", 0, 1);
        assertRefused(() -> ImageFolder.read(folder), folder + NONE_FOUND + "both");
    }

    @Test
    void refusesWhatIsNoFolder() {
        Path missing = parent.resolve("missing");
        Path file = picture("a.png", 0, 1);
        assertRefused(
                () -> ImageFolder.read(missing), missing + ": expected a folder of pictures, found none of that name");
        assertRefused(() -> ImageFolder.read(file), file + ": expected a folder of pictures, found a file");
    }

    @Test
    void refusesAFileThatIsNoPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "not a picture");
        assertRefused(
                () -> ImageFolder.read(folder),
                file + ": expected a PNG, JPEG, BMP or PGM picture, found none of these formats");
        Files.writeString(file, "");
        assertRefused(
                () -> ImageFolder.read(folder),
                file + ": expected a PNG, JPEG, BMP or PGM picture, found none of these formats");
    }

    /**
     * Wherever a file is cut, either it is refused or all pixels were there (what follows them in a PNG may be
     * missing).
     */
    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.bmp"})
    void neverMakesUpPixelsOfAPictureCutShort(String name) throws IOException {
        int[] samples = new Random(1).ints(64, 0, 256).toArray();
        Path file = Pictures.gray(folder.resolve(name), 8, 8, samples);
        float[] pixels = ImageFolder.read(folder).values();
        byte[] bytes = Files.readAllBytes(file);
        int step = 1 + bytes.length / 200;
        int whole = 0;
        for (int length = 0; length < bytes.length; length += step) {
            Files.write(file, Arrays.copyOf(bytes, length));
            try {
                assertThat(ImageFolder.read(folder).values())
                        .as("cut to %d bytes", length)
                        .containsExactly(pixels);
                whole++;
            } catch (DataException refusal) {
                assertThat(refusal.file()).isEqualTo(file.toString());
            }
        }
        assertThat(whole).as("cuts after the last pixel").isLessThanOrEqualTo(20);
    }

    @Test
    void tellsDamageFromFailure() throws IOException {
        Path png = picture("a.png", 0, 1);
        Files.write(png, Arrays.copyOf(Files.readAllBytes(png), 30));
        DataException refusal = assertRefused(
                () -> ImageFolder.read(folder),
                png
                        + ": expected an intact picture, found failure: javax.imageio.IIOException: Error"
                        + " skipping PNG metadata");
        assertThat(refusal).hasCauseInstanceOf(IIOException.class);
        Files.delete(png);
        Path jpeg = Pictures.gray(folder.resolve("a.jpg"), 8, 8, new int[64]);
        byte[] bytes = Files.readAllBytes(jpeg);
        Files.write(jpeg, Arrays.copyOf(bytes, bytes.length - 1));
        assertRefused(
                () -> ImageFolder.read(folder),
                jpeg + ": expected an intact picture, found damage: Truncated File - Missing EOI marker");
    }

    @Test
    void refusesAHugeHeaderBeforeItTakesMemory() throws IOException {
        Path file = picture("a.png", 0, 1);
        byte[] bytes = Files.readAllBytes(file);
        byte[] side = {0, 0, (byte) 0x10, 1};
        System.arraycopy(side, 0, bytes, 16, 4);
        System.arraycopy(side, 0, bytes, 20, 4);
        Files.write(file, bytes);
        assertRefused(
                () -> ImageFolder.read(folder),
                file + ": expected a picture of at most 16777216 pixels, found 4097x4097 pixels (width x height)");
    }

    @Test
    void goesOnToReadAPictureOfTheGreatestSizeAllowed() {
        Path file = Pictures.pgm(folder.resolve("a.pgm"), "P5 4096 4096 255 ");
        assertRefused(
                () -> ImageFolder.read(folder),
                file + ": byte 17: expected a sample from 0 to 255, found the end of the file");
    }

    @Test
    void needsNoDesktopForPgmAndSaysWhereItDoes() {
        Pictures.pgm(folder.resolve("a.pgm"), "P5 2 1 255 ", 1, 2);
        assertThat(ImageFolder.read(folder, false).rows()).isEqualTo(1);
        Path png = picture("b.png", 1, 2);
        assertRefused(
                () -> ImageFolder.read(folder, false),
                png
                        + ": expected a PGM picture, as PNG, JPEG and BMP need the module java.desktop, found a Java"
                        + " runtime without it: use a full JDK, or convert the pictures to PGM");
    }

    /** The same in a Java runtime that has java.base only, as a small release image would. */
    @Test
    @Tag("childjvm")
    void readsPgmWithoutTheModuleJavaDesktop() throws IOException, InterruptedException {
        Pictures.pgm(folder.resolve("a.pgm"), "P5 2 1 255 ", 51, 255);
        assertThat(readWithoutDesktop()).isEqualTo("[0.2, 1.0]");
        Path png = picture("b.png", 1, 2);
        assertThat(readWithoutDesktop())
                .startsWith("joust.data.DataException: " + png + ": expected a PGM picture, as PNG, JPEG and BMP need");
    }

    private String readWithoutDesktop() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--limit-modules=java.base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadImageFolder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
