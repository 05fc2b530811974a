package joust.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import joust.data.ImageShape;

/** Grayscale images side by side, each pixel enlarged to a square so that small images can be looked at. */
public final class SampleGrid {
    private static final int GAP = 4;
    private static final int OPAQUE = 0xff000000;
    /** A gray, so that all grays and this one fit into a palette. */
    private static final int BACKGROUND = OPAQUE | 0x383838;

    private static final int NOT_A_NUMBER = OPAQUE | 0xff0000;
    private static final int SMALLEST_CELL = 64;

    private SampleGrid() {}

    /** How many pixels the grid's picture has. */
    public static long pixels(int count, ImageShape shape, int columns) {
        int across = Math.min(columns, count);
        long down = (count + across - 1L) / across;
        return (long) width(shape, across) * (down * cellHeight(shape) + GAP);
    }

    /** The width in pixels of a picture of so many columns. */
    static int width(ImageShape shape, int columns) {
        return columns * cellWidth(shape) + GAP;
    }

    /** The height in pixels of a picture of so many rows. */
    static int height(ImageShape shape, int rows) {
        return rows * cellHeight(shape) + GAP;
    }

    private static int cellWidth(ImageShape shape) {
        return shape.width() * zoom(shape) + GAP;
    }

    private static int cellHeight(ImageShape shape) {
        return shape.height() * zoom(shape) + GAP;
    }

    private static int zoom(ImageShape shape) {
        return Math.max(1, SMALLEST_CELL / Math.max(shape.height(), shape.width()));
    }

    /**
     * Writes a PNG.
     *
     * @param images one image per row, row-major pixels of which {@code low} is black and {@code high} white; numbers
     *     outside are cut, NaN is shown in red
     * @param count how many images, at least 1
     * @param columns images per row of the grid, at least 1
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, float[] images, int count, ImageShape shape, float low, float high, int columns)
            throws IOException {
        Png.write(encode(images, count, shape, low, high, columns), file);
    }

    /** The bytes of the PNG that {@link #write} writes. */
    static byte[] encode(float[] images, int count, ImageShape shape, float low, float high, int columns) {
        int zoom = zoom(shape);
        int across = Math.min(columns, count);
        int width = width(shape, across);
        int height = height(shape, (count + across - 1) / across);
        int[] picture = new int[width * height];
        Arrays.fill(picture, BACKGROUND);
        int pixels = shape.pixels();
        for (int i = 0; i < count; i++) {
            int corner = (GAP + i / across * cellHeight(shape)) * width + GAP + i % across * cellWidth(shape);
            for (int p = 0; p < pixels; p++) {
                int colour = gray(images[i * pixels + p], low, high);
                int at = corner + (p / shape.width() * width + p % shape.width()) * zoom;
                for (int line = 0; line < zoom; line++) {
                    Arrays.fill(picture, at + line * width, at + line * width + zoom, colour);
                }
            }
        }
        return Png.encode(width, height, picture);
    }

    /** Writes one image as it is, a pixel for a pixel. */
    public static void writeImage(Path file, float[] image, ImageShape shape, float low, float high)
            throws IOException {
        int[] picture = new int[image.length];
        for (int p = 0; p < image.length; p++) {
            picture[p] = gray(image[p], low, high);
        }
        Png.write(Png.encode(shape.width(), shape.height(), picture), file);
    }

    private static int gray(float value, float low, float high) {
        if (Float.isNaN(value)) {
            return NOT_A_NUMBER;
        }
        float share = Math.clamp((value - low) / (high - low), 0f, 1f);
        return OPAQUE | Math.round(share * 255) * 0x010101;
    }
}
