package joust.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import joust.data.ImageShape;

/** Grayscale images side by side, each pixel enlarged to a square so that small images can be looked at. */
public final class SampleGrid {
    private static final int GAP = 4;
    private static final int BACKGROUND = 0x303840;
    private static final int SMALLEST_CELL = 64;

    private SampleGrid() {}

    /** How many pixels the grid's picture has. */
    public static long pixels(int count, ImageShape shape, int columns) {
        int zoom = zoom(shape);
        int across = Math.min(columns, count);
        long down = (count + across - 1L) / across;
        return ((long) across * (shape.width() * zoom + GAP) + GAP) * (down * (shape.height() * zoom + GAP) + GAP);
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
        int zoom = zoom(shape);
        int across = Math.min(columns, count);
        int down = (count + across - 1) / across;
        int cellWidth = shape.width() * zoom + GAP;
        int cellHeight = shape.height() * zoom + GAP;
        BufferedImage picture =
                new BufferedImage(across * cellWidth + GAP, down * cellHeight + GAP, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, BACKGROUND);
            }
        }
        int pixels = shape.height() * shape.width();
        for (int i = 0; i < count; i++) {
            int left = GAP + (i % across) * cellWidth;
            int top = GAP + (i / across) * cellHeight;
            for (int p = 0; p < pixels; p++) {
                int color = gray(images[i * pixels + p], low, high);
                square(picture, left + p % shape.width() * zoom, top + p / shape.width() * zoom, zoom, color);
            }
        }
        PictureFile.write(picture, file);
    }

    /** Writes one image as it is, a pixel for a pixel. */
    public static void writeImage(Path file, float[] image, ImageShape shape, float low, float high)
            throws IOException {
        BufferedImage picture = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < image.length; p++) {
            picture.setRGB(p % shape.width(), p / shape.width(), gray(image[p], low, high));
        }
        PictureFile.write(picture, file);
    }

    private static int gray(float value, float low, float high) {
        if (Float.isNaN(value)) {
            return 0xff0000;
        }
        float share = Math.clamp((value - low) / (high - low), 0f, 1f);
        return Math.round(share * 255) * 0x010101;
    }

    private static void square(BufferedImage picture, int left, int top, int size, int color) {
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                picture.setRGB(x, y, color);
            }
        }
    }
}
