package joust.data;

/**
 * The shape of a row that is a grayscale image, row-major from the top left corner.
 *
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 */
public record ImageShape(int height, int width) {
    /** Throws {@link IllegalArgumentException} for a side below 1 or more pixels than an int counts. */
    public ImageShape {
        if (height < 1 || width < 1 || (long) height * width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("image shape: expected sides of at least 1 and at most "
                    + Integer.MAX_VALUE + " pixels, found " + height + "x" + width);
        }
    }

    /** Pixels per image: height times width. */
    public int pixels() {
        return height * width;
    }
}
