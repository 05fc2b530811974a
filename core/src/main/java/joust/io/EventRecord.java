package joust.io;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An event of an {@link EventFile}, read back.
 *
 * @param step of the run
 * @param image whether it holds a picture
 * @param bytes the event as it is encoded
 */
@SuppressWarnings("ArrayRecordComponent") // Two events are never compared.
public record EventRecord(long step, boolean image, byte[] bytes) {
    private static final int STEP = 2;
    private static final int SUMMARY = 5;
    private static final int VALUE = 1;
    private static final int IMAGE = 4;

    /**
     * Reads the events of a file up to the first that is not whole or has another sum than it should: a process that was killed leaves
     * such an end.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<EventRecord> read(Path file) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<EventRecord> events = new ArrayList<>();
        try {
            while (rest.hasRemaining()) {
                byte[] length = checked(rest, Long.BYTES);
                long size =
                        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
                events.add(of(checked(rest, size)));
            }
        } catch (BufferUnderflowException torn) {
            return events;
        }
        return events;
    }

    /** So many bytes that their sum follows. */
    private static byte[] checked(ByteBuffer from, long size) {
        if (size < 0 || size > from.remaining() - Integer.BYTES) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[(int) size];
        from.get(bytes);
        if (from.getInt() != EventFile.checksum(bytes)) {
            throw new BufferUnderflowException();
        }
        return bytes;
    }

    private static EventRecord of(byte[] bytes) {
        ByteBuffer event = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long step = 0;
        boolean image = false;
        while (event.hasRemaining()) {
            long key = varint(event);
            if (key >>> 3 == STEP && (key & 7) == 0) {
                step = varint(event);
            } else {
                ByteBuffer content = content(event, (int) (key & 7));
                image |= key >>> 3 == SUMMARY && has(content, VALUE, IMAGE);
            }
        }
        return new EventRecord(step, image, bytes);
    }

    /** Whether a message has a field and, if there is a second one, whether that one's content has it. */
    private static boolean has(ByteBuffer message, int field, int... within) {
        while (message.hasRemaining()) {
            long key = varint(message);
            ByteBuffer content = content(message, (int) (key & 7));
            if (key >>> 3 == field && (within.length == 0 || has(content, within[0]))) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of a field of any kind; the buffer is taken past them. */
    private static ByteBuffer content(ByteBuffer from, int wireType) {
        int start = from.position();
        long size = switch (wireType) {
            case 0 -> {
                varint(from);
                int length = from.position() - start;
                from.position(start);
                yield length;
            }
            case 1 -> Long.BYTES;
            case 2 -> varint(from);
            case 5 -> Integer.BYTES;
            default -> throw new BufferUnderflowException();
        };
        if (size < 0 || size > from.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer content = from.slice(from.position(), (int) size);
        from.position(from.position() + (int) size);
        return content;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = from.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new BufferUnderflowException();
    }
}
