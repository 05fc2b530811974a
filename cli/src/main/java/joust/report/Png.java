package joust.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import joust.io.AtomicFile;

/**
 * Encodes pictures as PNG (ISO/IEC 15948) with the JDK's base module alone, so that they are there where java.desktop is not. Up to 256
 * opaque colours go into a palette, more are written as they are, with transparency where there is some.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int PALETTE = 3;
    private static final int RGB = 2;
    private static final int RGBA = 6;
    private static final int LARGEST_PALETTE = 256;
    /** Length, type and checksum of a chunk. */
    private static final int OVERHEAD = 3 * Integer.BYTES;
    /** The type of the last chunk, IEND. */
    private static final int END = 0x49454e44;

    private Png() {}

    /**
     * The bytes of a file.
     *
     * @param pixels {@code width * height} colours 0xAARRGGBB, row by row from the top
     */
    static byte[] encode(int width, int height, int[] pixels) {
        Map<Integer, Integer> palette = palette(pixels);
        boolean opaque = isOpaque(pixels);
        boolean indexed = opaque && palette.size() <= LARGEST_PALETTE;
        int type = indexed ? PALETTE : opaque ? RGB : RGBA;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        writeInt(header, width);
        writeInt(header, height);
        header.writeBytes(new byte[] {8, (byte) type, 0, 0, 0});
        chunk(file, "IHDR", header.toByteArray());
        if (indexed) {
            chunk(file, "PLTE", colours(palette));
        }
        chunk(file, "IDAT", deflate(lines(width, height, pixels, type, palette)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** Writes a file, and the folder around it, so that nothing half-written ever bears its name. */
    static void write(byte[] png, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFile.write(file, png);
    }

    /** Whether bytes are a PNG file whose parts are all there and have their checksums. */
    static boolean isWhole(byte[] file) {
        if (file.length < SIGNATURE.length || !Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length))) {
            return false;
        }
        ByteBuffer rest = ByteBuffer.wrap(file).position(SIGNATURE.length);
        boolean ended = false;
        while (rest.remaining() >= OVERHEAD && !ended) {
            int length = rest.getInt();
            if (length < 0 || length > rest.remaining() - 2 * Integer.BYTES) {
                return false;
            }
            CRC32 checksum = new CRC32();
            checksum.update(rest.slice(rest.position(), Integer.BYTES + length));
            ended = rest.getInt(rest.position()) == END;
            rest.position(rest.position() + Integer.BYTES + length);
            if (rest.getInt() != (int) checksum.getValue()) {
                return false;
            }
        }
        return ended;
    }

    private static boolean isOpaque(int[] pixels) {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /** Colours by the order in which they come, one more than a palette holds at most. Neighbours mostly have the same. */
    private static Map<Integer, Integer> palette(int[] pixels) {
        Map<Integer, Integer> palette = new HashMap<>();
        for (int i = 0; i < pixels.length && palette.size() <= LARGEST_PALETTE; i++) {
            if (i == 0 || pixels[i] != pixels[i - 1]) {
                palette.putIfAbsent(pixels[i], palette.size());
            }
        }
        return palette;
    }

    private static byte[] colours(Map<Integer, Integer> palette) {
        byte[] colours = new byte[3 * palette.size()];
        palette.forEach((colour, index) -> {
            colours[3 * index] = (byte) (colour >> 16);
            colours[3 * index + 1] = (byte) (colour >> 8);
            colours[3 * index + 2] = (byte) (int) colour;
        });
        return colours;
    }

    /** The picture line by line, each after a zero: no filter. */
    private static byte[] lines(int width, int height, int[] pixels, int type, Map<Integer, Integer> palette) {
        if (type == PALETTE) {
            return indexedLines(width, height, pixels, palette);
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int y = 0; y < height; y++) {
            lines.write(0);
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                lines.write(pixel >> 16);
                lines.write(pixel >> 8);
                lines.write(pixel);
                if (type == RGBA) {
                    lines.write(pixel >> 24);
                }
            }
        }
        return lines.toByteArray();
    }

    private static byte[] indexedLines(int width, int height, int[] pixels, Map<Integer, Integer> palette) {
        byte[] lines = new byte[height * (1 + width)];
        int to = 0;
        byte index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % width == 0) {
                to++;
            }
            if (i == 0 || pixels[i] != pixels[i - 1]) {
                index = (byte) (int) palette.getOrDefault(pixels[i], 0);
            }
            lines[to++] = index;
        }
        return lines;
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 14];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(US_ASCII));
        checksum.update(content);
        writeInt(file, content.length);
        file.writeBytes(type.getBytes(US_ASCII));
        file.writeBytes(content);
        writeInt(file, (int) checksum.getValue());
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        out.write(value >> 24);
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }
}
