package joust.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads a safetensors file from its beginning to its end. */
final class SafeTensorsReader {
    /** The bytes before the header. */
    static final int LENGTH_BYTES = Long.BYTES;

    private static final int CHUNK = 1 << 16;

    private final String file;
    private final FileChannel channel;

    private SafeTensorsReader(String file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SafeTensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SafeTensorsReader(file.toString(), channel).read();
        }
    }

    private SafeTensors read() throws IOException {
        long fileBytes = channel.size();
        if (fileBytes < LENGTH_BYTES) {
            throw new FileFormatException(
                    file, "byte 0", LENGTH_BYTES + " bytes with the length of the header", fileBytes + " bytes");
        }
        long headerBytes = readBytes(LENGTH_BYTES, "length of the header").getLong();
        long longest = Math.min(SafeTensorsHeader.LONGEST, fileBytes - LENGTH_BYTES);
        if (headerBytes < 0 || headerBytes > longest) {
            throw new FileFormatException(
                    file,
                    "byte 0",
                    "a header of at most " + longest + " bytes",
                    Long.toUnsignedString(headerBytes) + " bytes");
        }
        byte[] json = readBytes((int) headerBytes, "header").array();
        SafeTensorsHeader header = SafeTensorsHeader.parse(file, json, fileBytes - LENGTH_BYTES - headerBytes);
        List<NamedTensor> tensors = new ArrayList<>();
        for (SafeTensorsHeader.Entry entry : header.entries()) {
            tensors.add(new NamedTensor(entry.name(), entry.shape(), readValues(entry)));
        }
        return new SafeTensors(file, tensors, header.metadata());
    }

    private float[] readValues(SafeTensorsHeader.Entry entry) throws IOException {
        float[] values = new float[NamedTensor.elementCount(entry.shape())];
        for (int start = 0; start < values.length; start += CHUNK) {
            int count = Math.min(CHUNK, values.length - start);
            readBytes(count * Float.BYTES, "tensor " + FileFormatException.quote(entry.name()))
                    .asFloatBuffer()
                    .get(values, start, count);
        }
        return values;
    }

    private ByteBuffer readBytes(int count, String what) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new FileFormatException(
                        file, what, count + " bytes", bytes.position() + " bytes: the file has become shorter");
            }
        }
        return bytes.flip();
    }
}
