package joust.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads what {@link ImageIO} reads: PNG, JPEG and BMP. This class alone needs the module java.desktop, and is loaded
 * only where that is there. Color becomes luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); transparency does not
 * count.
 */
final class ImageIoDecoder implements ImageDecoder {
    private static final String INTACT = "an intact picture";
    /** A pixel is a bit at least, and deflate packs up to 1032 bytes into one. */
    private static final long MOST_PIXELS_PER_BYTE = 8 * 1032;

    private static final float WHITE_LUMA = 255 * 1000;

    @Override
    public void decode(Path file, Consumer<ImageShape> check, FloatList pixels) {
        try (InputStream bytes = Files.newInputStream(file);
                ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new DataException(
                        file.toString(), "", "a PNG, JPEG, BMP or PGM picture", "none of these formats");
            }
            append(read(file, readers.next(), stream, check), pixels);
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the readers' own faults with damaged files are of many kinds
            throw new DataException(file.toString(), "", INTACT, "failure: " + e, e);
        }
    }

    private static BufferedImage read(
            Path file, ImageReader reader, ImageInputStream stream, Consumer<ImageShape> check) throws IOException {
        try {
            // a JPEG cut short is a warning to its reader, which makes up the rest
            reader.addIIOReadWarningListener((source, warning) -> {
                throw new DataException(file.toString(), "", INTACT, "damage: " + warning);
            });
            reader.setInput(stream, true, true);
            ImageShape shape = new ImageShape(reader.getHeight(0), reader.getWidth(0));
            check.accept(shape);
            checkLength(file, shape);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Memory is taken by the header's word, so that has to be possible: none of the formats packs more into a byte. */
    private static void checkLength(Path file, ImageShape shape) throws IOException {
        long bytes = Files.size(file);
        if (shape.pixels() > MOST_PIXELS_PER_BYTE * bytes) {
            throw new DataException(
                    file.toString(), "", INTACT, shape.pixels() + " pixels claimed by a file of " + bytes + " bytes");
        }
    }

    private static void append(BufferedImage image, FloatList pixels) {
        ColorModel colors = image.getColorModel();
        // getRGB would convert the linear gray of a gray picture to sRGB, and change every value
        boolean gray = colors.getNumColorComponents() == 1 && !(colors instanceof IndexColorModel);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixels.add(gray ? gray(image.getRaster(), x, y) : luma(image.getRGB(x, y)));
            }
        }
    }

    private static float gray(Raster raster, int x, int y) {
        int greatest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return (float) raster.getSample(x, y, 0) / greatest;
    }

    private static float luma(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return (299 * red + 587 * green + 114 * blue) / WHITE_LUMA;
    }
}
