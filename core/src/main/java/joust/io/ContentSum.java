package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over all that a safetensors file says: texts by name in alphabetical order, then tensors in the order of the file, each with
 * name, shape and the bits of its numbers. Every text is preceded by its length, so that none can pass for another's part.
 */
final class ContentSum {
    private static final int CHUNK = 1 << 12;

    private final MessageDigest digest;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private ContentSum() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256, which every Java platform must have, is missing", e);
        }
    }

    /** The sum in lower-case hexadecimal, without the text {@code except}, which may hold it. */
    static String of(SafeTensors content, String except) {
        ContentSum sum = new ContentSum();
        Map<String, String> texts = new TreeMap<>(content.metadata());
        texts.remove(except);
        texts.forEach((name, text) -> {
            sum.add(name);
            sum.add(text);
        });
        for (NamedTensor tensor : content.tensors()) {
            sum.add(tensor.name());
            sum.add(tensor.shape().toString());
            sum.add(tensor.values());
        }
        return HexFormat.of().formatHex(sum.digest.digest());
    }

    private void add(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        bytes.clear();
        digest.update(bytes.putInt(encoded.length).flip());
        digest.update(encoded);
    }

    private void add(float[] values) {
        for (int start = 0; start < values.length; start += CHUNK) {
            bytes.clear();
            for (int i = start; i < Math.min(values.length, start + CHUNK); i++) {
                bytes.putInt(Float.floatToRawIntBits(values[i]));
            }
            digest.update(bytes.flip());
        }
    }
}
