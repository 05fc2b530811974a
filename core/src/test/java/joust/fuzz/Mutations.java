package joust.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages files in the ways of AFL's "havoc" stage (M. Zalewski): a pure function of the seed and the files. */
public final class Mutations {
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        32767,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        1L << 60,
        Long.MAX_VALUE
    };

    private final SplittableRandom random;
    private final List<byte[]> files;

    /** Of some files. */
    public Mutations(long seed, List<byte[]> files) {
        this.random = new SplittableRandom(seed);
        this.files = files;
    }

    /** The next damaged file. */
    public byte[] next() {
        byte[] bytes = files.get(random.nextInt(files.size())).clone();
        for (int i = 1 << random.nextInt(5); i > 0; i--) {
            bytes = bytes.length == 0 ? new byte[] {(byte) random.nextInt(256)} : damage(bytes);
        }
        return bytes;
    }

    private byte[] damage(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] += (byte) random.nextInt(-35, 36);
            case 3 -> putNumber(bytes, at);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return join(bytes, at, bytes, random.nextInt(bytes.length));
            }
            case 6 -> {
                byte[] other = files.get(random.nextInt(files.size()));
                return other.length == 0 ? bytes : join(bytes, at, other, random.nextInt(other.length));
            }
            default -> {
                return digits(bytes, at);
            }
        }
        return bytes;
    }

    private void putNumber(byte[] bytes, int at) {
        long number = NUMBERS[random.nextInt(NUMBERS.length)];
        int size = 1 << random.nextInt(4);
        boolean big = random.nextBoolean();
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >>> (8 * (big ? size - 1 - i : i)));
        }
    }

    /** Text in place of a byte: where a number stands, one that is too large. */
    private byte[] digits(byte[] bytes, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(Long.toString(NUMBERS[random.nextInt(NUMBERS.length)]).getBytes(US_ASCII));
        out.write(bytes, at + 1, bytes.length - at - 1);
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, int end, byte[] second, int start) {
        byte[] joined = Arrays.copyOf(first, end + second.length - start);
        System.arraycopy(second, start, joined, end, second.length - start);
        return joined;
    }
}
