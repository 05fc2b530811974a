package joust.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Writes pictures for tests. */
final class Pictures {
    private Pictures() {}

    /** A gray picture of 8 bits, written by the JDK's own encoder. */
    static Path gray(Path file, int width, int height, int... samples) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, width, height, 0, samples);
        return write(file, image);
    }

    static Path write(Path file, BufferedImage image) {
        String name = file.getFileName().toString();
        try {
            Files.createDirectories(file.getParent());
            if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
                throw new IllegalArgumentException("no encoder writes this picture to " + name);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path pgm(Path file, String header, int... samples) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(text, text.length + samples.length);
        for (int i = 0; i < samples.length; i++) {
            bytes[text.length + i] = (byte) samples[i];
        }
        return IdxBytes.write(file, bytes);
    }
}
