package joust.data;

import java.util.function.IntFunction;

/** Arrays as large as a file asks for: what does not fit is the file's error, told in one line. */
final class Heap {
    /** The longest array that HotSpot allocates. */
    static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final int SMALLEST_GROWTH = 1 << 16;

    private Heap() {}

    static byte[] bytes(String file, int length) {
        return allocate(file, length, byte[]::new, length);
    }

    static float[] floats(String file, int length) {
        return allocate(file, length, float[]::new, (long) length * Float.BYTES);
    }

    /**
     * The length that an array of {@code length} elements grows to, so that what is allocated stays within twice of
     * what was read.
     *
     * @param limit the length never needed to exceed, above {@code length}
     */
    static int grown(int length, int limit) {
        return (int) Math.min(limit, Math.max(SMALLEST_GROWTH, 2L * length));
    }

    private static <T> T allocate(String file, int length, IntFunction<T> allocator, long bytes) {
        try {
            return allocator.apply(length);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    file,
                    "",
                    "data that fit into the Java heap of "
                            + mebibytes(Runtime.getRuntime().maxMemory()) + " (java -Xmx sets it)",
                    "an array of " + mebibytes(bytes),
                    e);
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
