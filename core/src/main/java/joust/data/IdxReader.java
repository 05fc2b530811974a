package joust.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads the IDX format of MNIST (Y. LeCun, C. Cortes, C. Burges: "The MNIST database of handwritten digits", section
 * "File formats"): two zero bytes, an element type, the number of dimensions, each dimension as a big-endian 32-bit
 * number, then the elements. Of the element types only unsigned bytes (08) are read. A file is taken for gzip by its
 * first bytes, never by its name.
 *
 * <p>Every fault of a file is a {@link DataException} with the offset of the byte (after unpacking) where it shows.
 * Memory is taken as elements arrive, at most about twice as much as the file has held so far, whatever its header
 * says.
 */
public final class IdxReader {
    private static final int UNSIGNED_BYTES = 0x08;
    private static final int HIGHEST_RANK = 3;

    private IdxReader() {}

    /** Reads an array of 1, 2 or 3 dimensions. */
    public static IdxArray read(Path file) {
        return read(file, 1, HIGHEST_RANK);
    }

    /** Reads images, magic number 2051: their count, their height and their width. */
    public static IdxArray readImages(Path file) {
        return read(file, 3, 3);
    }

    /** Reads labels, magic number 2049: one dimension, their count. */
    public static IdxArray readLabels(Path file) {
        return read(file, 1, 1);
    }

    private static IdxArray read(Path file, int lowestRank, int highestRank) {
        try (ByteSource source = ByteSource.open(file)) {
            int[] dimensions = readDimensions(source, readRank(source, lowestRank, highestRank));
            byte[] values = readValues(source, dimensions);
            if (source.read(new byte[1], 0, 1) != 0) {
                throw new DataException(
                        source.name(),
                        "byte " + (source.position() - 1),
                        "the end of the file after " + describe(dimensions),
                        "more bytes");
            }
            return new IdxArray(dimensions, values);
        }
    }

    private static int readRank(ByteSource source, int lowestRank, int highestRank) {
        long magic = readNumber(source, "a magic number of 4 bytes");
        int rank = (int) (magic & 0xff);
        if (magic >>> 8 != UNSIGNED_BYTES || rank < lowestRank || rank > highestRank) {
            throw new DataException(
                    source.name(),
                    "byte 0",
                    expectedMagic(lowestRank, highestRank),
                    magic + " (" + meaning(magic) + ")");
        }
        return rank;
    }

    private static int[] readDimensions(ByteSource source, int rank) {
        int[] dimensions = new int[rank];
        long size = 1;
        for (int i = 0; i < rank; i++) {
            long dimension = readNumber(source, "the length of dimension " + (i + 1) + " of " + rank);
            String place = "byte " + (source.position() - Integer.BYTES);
            if (dimension < 1 || dimension > Heap.LONGEST_ARRAY) {
                throw new DataException(
                        source.name(), place, "a dimension from 1 to " + Heap.LONGEST_ARRAY, Long.toString(dimension));
            }
            dimensions[i] = (int) dimension;
            size *= dimension;
            if (size > Heap.LONGEST_ARRAY) {
                throw new DataException(
                        source.name(),
                        place,
                        "at most " + Heap.LONGEST_ARRAY + " elements",
                        product(Arrays.copyOf(dimensions, i + 1)));
            }
        }
        return dimensions;
    }

    private static byte[] readValues(ByteSource source, int[] dimensions) {
        int size = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        byte[] values = new byte[0];
        int read = 0;
        while (read < size) {
            byte[] grown = Heap.bytes(source.name(), Heap.grown(values.length, size));
            System.arraycopy(values, 0, grown, 0, read);
            values = grown;
            read += source.read(values, read, values.length - read);
            if (read < values.length) {
                throw new DataException(
                        source.name(),
                        "byte " + source.position(),
                        describe(dimensions),
                        "the end of the file after " + read);
            }
        }
        return values;
    }

    /** A big-endian unsigned number of 4 bytes. */
    private static long readNumber(ByteSource source, String expected) {
        byte[] bytes = new byte[Integer.BYTES];
        int read = source.read(bytes, 0, bytes.length);
        if (read < bytes.length) {
            throw new DataException(
                    source.name(),
                    "byte " + source.position(),
                    expected,
                    source.position() == 0 ? "an empty file" : "the end of the file");
        }
        long number = 0;
        for (byte next : bytes) {
            number = number << 8 | Byte.toUnsignedInt(next);
        }
        return number;
    }

    private static String expectedMagic(int lowestRank, int highestRank) {
        int lowest = UNSIGNED_BYTES << 8 | lowestRank;
        int highest = UNSIGNED_BYTES << 8 | highestRank;
        return lowest == highest
                ? "the magic number " + lowest + " (" + meaning(lowest) + ")"
                : "a magic number from " + lowest + " (" + meaning(lowest) + ") to " + highest + " (" + meaning(highest)
                        + ")";
    }

    private static String meaning(long magic) {
        int rank = (int) (magic & 0xff);
        String type = switch ((int) (magic >>> 8)) {
            case UNSIGNED_BYTES -> "unsigned bytes";
            case 0x09 -> "signed bytes";
            case 0x0b -> "16-bit integers";
            case 0x0c -> "32-bit integers";
            case 0x0d -> "32-bit floats";
            case 0x0e -> "64-bit floats";
            default -> "";
        };
        return type.isEmpty() ? "not IDX" : "IDX, " + type + ", " + rank + (rank == 1 ? " dimension" : " dimensions");
    }

    private static String describe(int[] dimensions) {
        return product(dimensions) + " elements";
    }

    private static String product(int[] dimensions) {
        return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }
}
