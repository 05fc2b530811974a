package joust.data;

import java.io.InputStream;
import java.util.Objects;

/**
 * The handwritten digits that come with Joust: 1,797 gray images of 8 x 8 pixels in 10 classes, the test set of
 * "Optical Recognition of Handwritten Digits" by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998; CC
 * BY 4.0). A pixel is the number of black pixels in a block of 4 x 4 of the scan, divided by 16: from 0 (paper) to 1
 * (ink).
 */
public final class Digits {
    private static final String RESOURCE = "digits.csv.gz";
    private static final ImageShape SHAPE = new ImageShape(8, 8);
    private static final float GREATEST = 16;
    private static final int CLASSES = 10;

    private Digits() {}

    /**
     * The images in the order of the source, with labels and shape; read anew at each call, which takes a few
     * milliseconds.
     */
    public static FiniteSamples load() {
        InputStream stream = Objects.requireNonNull(Digits.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (ByteSource source = ByteSource.of(RESOURCE, stream)) {
            FiniteSamples table = CsvReader.labelled("last").read(source);
            float[] pixels = table.values().clone();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] /= GREATEST;
            }
            return FiniteSamples.of("digits", SHAPE.pixels(), pixels)
                    .withRange(0, 1)
                    .withLabels(table.labels(), CLASSES)
                    .withShape(SHAPE);
        }
    }
}
