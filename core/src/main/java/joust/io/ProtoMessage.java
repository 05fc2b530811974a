package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a message in the wire format of protocol buffers (protobuf.dev, Encoding): fields with numbers, in the order of the calls. */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int CHUNK = 1 << 12;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A whole number, int32, int64 or an enum's, at least 0. */
    ProtoMessage number(int field, long value) {
        tag(field, VARINT);
        varint(value);
        return this;
    }

    /** A float. */
    ProtoMessage real(int field, float value) {
        tag(field, FIXED_32);
        ByteBuffer four = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.writeBytes(four.putFloat(value).array());
        return this;
    }

    /** A string. */
    ProtoMessage text(int field, String value) {
        return delimited(field, value.getBytes(UTF_8));
    }

    /** A message within this one. */
    ProtoMessage message(int field, ProtoMessage value) {
        return delimited(field, value.toByteArray());
    }

    /** Bytes: floats, little-endian. */
    ProtoMessage floats(int field, float[] values) {
        tag(field, LENGTH_DELIMITED);
        varint((long) values.length * Float.BYTES);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < values.length; start += CHUNK) {
            chunk.clear();
            for (int i = start; i < Math.min(values.length, start + CHUNK); i++) {
                chunk.putInt(Float.floatToRawIntBits(values[i]));
            }
            bytes.write(chunk.array(), 0, chunk.position());
        }
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private ProtoMessage delimited(int field, byte[] value) {
        tag(field, LENGTH_DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void tag(int field, int type) {
        varint(((long) field << 3) | type);
    }

    private void varint(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
