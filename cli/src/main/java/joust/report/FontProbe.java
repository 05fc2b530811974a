package joust.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Uses a font once; apart from {@link Pictures}, which must load where there is no java.desktop. */
final class FontProbe {
    private FontProbe() {}

    static void measure() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            int width = graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                    .stringWidth("D(x)");
            if (width <= 0) {
                throw new IllegalStateException("text has no width");
            }
        } finally {
            graphics.dispose();
        }
    }
}
