package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second reader and writer of safetensors, from the text of the format, with a regular expression in place of a JSON parser. */
final class PlainSafeTensors {
    private static final Pattern TENSOR = Pattern.compile(
            "\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":(\\[[0-9,]*]),\"data_offsets\":\\[([0-9]+),([0-9]+)]}");

    private PlainSafeTensors() {}

    /** The header's text. */
    static String header(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return new String(bytes, 8, Math.toIntExact(length), UTF_8);
    }

    /** The raw bits of each tensor's numbers by the tensor's name and shape, such as {@code a[2,3]}. */
    static Map<String, int[]> tensors(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int data = 8 + Math.toIntExact(bytes.getLong(0));
        Map<String, int[]> tensors = new LinkedHashMap<>();
        Matcher tensor = TENSOR.matcher(header(file));
        while (tensor.find()) {
            int begin = Integer.parseInt(tensor.group(3));
            int[] bits = new int[(Integer.parseInt(tensor.group(4)) - begin) / 4];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = bytes.getInt(data + begin + 4 * i);
            }
            tensors.put(tensor.group(1) + tensor.group(2), bits);
        }
        return tensors;
    }

    /** Writes a file with any header, followed by numbers. */
    static void write(Path file, String header, float... numbers) throws IOException {
        byte[] json = header.getBytes(UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + json.length + 4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        Files.write(file, bytes.array());
    }
}
