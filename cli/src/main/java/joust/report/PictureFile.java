package joust.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** Writes PNG files so that nothing half-written ever bears the final name. */
final class PictureFile {
    private PictureFile() {}

    static void write(BufferedImage picture, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + ": expected a file in a folder");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".picture", ".png");
        try {
            ImageIO.setUseCache(false);
            if (!ImageIO.write(picture, "png", temporary.toFile())) {
                throw new IOException(file + ": this Java cannot write PNG");
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
