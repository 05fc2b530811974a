package joust.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pictures of one size while they are read, one row each. */
final class PictureRows {
    /** More pixels than 4096 x 4096 are no row for a dense network; a damaged header may ask for any number. */
    static final int MOST_PIXELS = 1 << 24;

    private final String folder;
    private final boolean desktop;
    private final FloatList values;
    private @Nullable Path first;
    private @Nullable ImageShape shape;

    /**
     * @param folder the folder, for messages
     * @param desktop whether the module java.desktop is there
     */
    PictureRows(String folder, boolean desktop) {
        this.folder = folder;
        this.desktop = desktop;
        values = new FloatList(folder);
    }

    void add(Path file) {
        decoder(file).decode(file, found -> check(file, found), values);
    }

    FiniteSamples samples() {
        if (shape == null) {
            throw new IllegalStateException(folder + ": no picture was added");
        }
        return FiniteSamples.of(folder, shape.pixels(), values.toArray())
                .withRange(0, 1)
                .withShape(shape);
    }

    private ImageDecoder decoder(Path file) {
        if (PictureFiles.isPgm(file)) {
            return new PgmDecoder();
        }
        if (!desktop) {
            throw new DataException(
                    file.toString(),
                    "",
                    "a PGM picture, as PNG, JPEG and BMP need the module java.desktop",
                    "a Java runtime without it: use a full JDK, or convert the pictures to PGM");
        }
        return new ImageIoDecoder();
    }

    private void check(Path file, ImageShape found) {
        if (found.pixels() > MOST_PIXELS) {
            throw new DataException(
                    file.toString(), "", "a picture of at most " + MOST_PIXELS + " pixels", size(found));
        }
        if (shape == null) {
            first = file;
            shape = found;
        } else if (!shape.equals(found)) {
            throw new DataException(file.toString(), "", "a picture of " + size(shape) + " as " + first, size(found));
        }
    }

    private static String size(ImageShape shape) {
        return shape.width() + "x" + shape.height() + " pixels (width x height)";
    }
}
