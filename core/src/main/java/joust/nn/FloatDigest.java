package joust.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over float32 numbers as little-endian bytes, every NaN as 0x7fc00000. */
final class FloatDigest {
    private static final int CHUNK = 4096;

    private final MessageDigest digest = sha256();
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    void update(float[] values) {
        for (int start = 0; start < values.length; start += CHUNK) {
            int end = Math.min(start + CHUNK, values.length);
            bytes.clear();
            for (int i = start; i < end; i++) {
                bytes.putInt(Float.floatToIntBits(values[i]));
            }
            digest.update(bytes.flip());
        }
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256, which every Java platform must have, is missing", e);
        }
    }
}
