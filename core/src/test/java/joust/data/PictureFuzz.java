package joust.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import joust.fuzz.HostileFile;

/** Pictures in a folder: the bytes as PNG, which means any format that ImageIO finds, and as PGM. */
public final class PictureFuzz {
    /** Deflate packs up to 1032 bytes into one, and a bit may be a pixel of four bytes, twice. */
    private static final HostileFile FILE = new HostileFile(300 * 1032, DataException.class);

    private PictureFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        isRead(data);
    }

    /** Whether it could be read. */
    public static boolean isRead(byte[] data) {
        boolean gray = FILE.survives("a.pgm", data, file -> read(file));
        return FILE.survives("a.png", data, file -> read(file)) || gray;
    }

    private static void read(Path file) {
        ImageFolder.read(file.resolveSibling(".").normalize());
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String format : List.of("png", "bmp", "jpg")) {
            seeds.add(picture(format, BufferedImage.TYPE_BYTE_GRAY));
            seeds.add(picture(format, BufferedImage.TYPE_INT_RGB));
        }
        seeds.add(picture("png", BufferedImage.TYPE_BYTE_INDEXED));
        seeds.add("P2\n# note\n2 2\n255\n0 1 2 255\n".getBytes(US_ASCII));
        seeds.add("P5 2 2 9 ABCD".getBytes(US_ASCII));
        seeds.add("P5 4096 4096 255 A".getBytes(US_ASCII));
        seeds.add(claiming(4096));
        return seeds;
    }

    private static byte[] picture(String format, int type) {
        BufferedImage image = new BufferedImage(5, 4, type);
        image.setRGB(1, 1, 0x336699);
        return bytes(image, format);
    }

    /** A PNG of few bytes whose header claims so many pixels a side. */
    private static byte[] claiming(int size) {
        byte[] png = picture("png", BufferedImage.TYPE_BYTE_GRAY);
        for (int at = 16; at < 24; at += 4) {
            png[at + 2] = (byte) (size >>> 8);
            png[at + 3] = (byte) size;
        }
        return png;
    }

    private static byte[] bytes(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no encoder writes " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
