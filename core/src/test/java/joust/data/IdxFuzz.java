package joust.data;

import java.util.List;
import joust.fuzz.HostileFile;

/** IDX files, plain and gzip. */
public final class IdxFuzz {
    /** Gzip packs up to 1032 bytes into one. */
    private static final HostileFile FILE = new HostileFile(8 * 1032, DataException.class);

    private IdxFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        isRead(data);
    }

    /** Whether it could be read. */
    public static boolean isRead(byte[] data) {
        return FILE.survives("train-images-idx3-ubyte", data, IdxReader::read);
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        byte[] images = IdxBytes.of(2051, new int[] {2, 2, 3}, new byte[12]);
        byte[] labels = IdxBytes.of(2049, new int[] {3}, (byte) 1, (byte) 2, (byte) 3);
        return List.of(
                images,
                labels,
                IdxBytes.gzip(images),
                IdxBytes.of(2051, new int[] {Integer.MAX_VALUE, 1, 1}),
                IdxBytes.of(2051, new int[] {-1, -1, -1}));
    }
}
