package joust.io;

import static joust.io.FileFormatException.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON header of a safetensors file and checks that its tensors fill the numbers of the file exactly. */
final class SafeTensorsHeader {
    /** The entry that holds texts and no tensor. */
    static final String METADATA = "__metadata__";

    /** The most bytes, as the format's own reader has it. */
    static final int LONGEST = 100_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A tensor's place.
     *
     * @param begin its first byte, counted from the end of the header
     * @param end the byte after its last
     */
    record Entry(String name, List<Integer> shape, long begin, long end) {}

    private SafeTensorsHeader(String file) {
        this.file = file;
    }

    /**
     * Reads a header.
     *
     * @param json the header
     * @param dataBytes the bytes that follow it in the file
     */
    static SafeTensorsHeader parse(String file, byte[] json, long dataBytes) throws FileFormatException {
        SafeTensorsHeader header = new SafeTensorsHeader(file);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            header.read(parser);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? "header"
                    : header.byteOf(e.getLocation().getByteOffset());
            throw new FileFormatException(file, place, "JSON", e.getOriginalMessage(), e);
        }
        header.checkPlaces(dataBytes);
        return header;
    }

    /** The texts. */
    Map<String, String> metadata() {
        return metadata;
    }

    /** The tensors, in the order of their bytes. */
    List<Entry> entries() {
        return entries;
    }

    private void read(JsonParser parser) throws FileFormatException {
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "the object of all tensors");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(METADATA)) {
                expect(parser, value, JsonToken.START_OBJECT, "the object of texts " + METADATA);
                readMetadata(parser);
            } else {
                expect(parser, value, JsonToken.START_OBJECT, "the object of tensor " + quote(name));
                readEntry(parser, name);
            }
        }
        JsonToken after = parser.nextToken();
        if (after != null) {
            throw wrong(parser, "the end of the header", after.toString());
        }
    }

    private void readMetadata(JsonParser parser) throws FileFormatException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            expect(parser, parser.nextToken(), JsonToken.VALUE_STRING, "the text " + quote(name));
            metadata.put(name, parser.getString());
        }
    }

    private void readEntry(JsonParser parser, String name) throws FileFormatException {
        String type = null;
        List<Integer> shape = null;
        List<Long> offsets = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "dtype" -> {
                    expect(parser, value, JsonToken.VALUE_STRING, "the dtype of tensor " + quote(name));
                    type = parser.getString();
                }
                case "shape" -> shape = readShape(parser, value, name);
                case "data_offsets" -> offsets = readNumbers(parser, value, "data_offsets of tensor " + quote(name));
                default -> throw wrong(parser, "dtype, shape or data_offsets of tensor " + quote(name), quote(key));
            }
        }
        entries.add(entry(name, type, shape, offsets));
    }

    private Entry entry(String name, @Nullable String type, @Nullable List<Integer> shape, @Nullable List<Long> offsets)
            throws FileFormatException {
        if (!"F32".equals(type)) {
            throw wrong(name, "dtype F32", type == null ? "none" : quote(type));
        }
        if (shape == null) {
            throw wrong(name, "a shape", "none");
        }
        if (offsets == null || offsets.size() != 2) {
            throw wrong(name, "data_offsets with two numbers", offsets == null ? "none" : offsets.size() + " of them");
        }
        int count = NamedTensor.elementCount(shape);
        long bytes = offsets.get(1) - offsets.get(0);
        if (count < 0) {
            throw wrong(name, "a shape of at most " + Integer.MAX_VALUE + " elements", shape.toString());
        }
        if (bytes != (long) count * Float.BYTES) {
            throw wrong(name, (long) count * Float.BYTES + " bytes for the shape " + shape, "data_offsets " + offsets);
        }
        return new Entry(name, shape, offsets.get(0), offsets.get(1));
    }

    private List<Integer> readShape(JsonParser parser, JsonToken start, String name) throws FileFormatException {
        List<Integer> shape = new ArrayList<>();
        for (long size : readNumbers(parser, start, "shape of tensor " + quote(name))) {
            if (size > Integer.MAX_VALUE) {
                throw wrong(name, "a shape with sizes up to " + Integer.MAX_VALUE, Long.toString(size));
            }
            shape.add((int) size);
        }
        return shape;
    }

    private List<Long> readNumbers(JsonParser parser, JsonToken start, String what) throws FileFormatException {
        expect(parser, start, JsonToken.START_ARRAY, what);
        List<Long> numbers = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            expect(parser, next, JsonToken.VALUE_NUMBER_INT, "a whole number in " + what);
            if (parser.getLongValue() < 0) {
                throw wrong(parser, "a number of at least 0 in " + what, quote(parser.getString()));
            }
            numbers.add(parser.getLongValue());
        }
        return numbers;
    }

    private void checkPlaces(long dataBytes) throws FileFormatException {
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long end = 0;
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw wrong(
                        entry.name(),
                        "data_offsets from " + end + " on, next to the tensor before",
                        "" + entry.begin());
            }
            if (entry.end() > dataBytes) {
                throw wrong(entry.name(), "data_offsets within the " + dataBytes + " bytes of data", "" + entry.end());
            }
            end = entry.end();
        }
        if (end != dataBytes) {
            throw new FileFormatException(file, "data", end + " bytes, as the header says", dataBytes + " bytes");
        }
    }

    private void expect(JsonParser parser, @Nullable JsonToken token, JsonToken expected, String what)
            throws FileFormatException {
        if (token != expected) {
            throw wrong(parser, what, token == null ? "the end of the header" : token.toString());
        }
    }

    private FileFormatException wrong(JsonParser parser, String expected, String found) {
        return new FileFormatException(
                file, byteOf(parser.currentTokenLocation().getByteOffset()), expected, found);
    }

    private FileFormatException wrong(String tensor, String expected, String found) {
        return new FileFormatException(file, "tensor " + quote(tensor), expected, found);
    }

    private String byteOf(long offset) {
        return "header, byte " + (SafeTensorsReader.LENGTH_BYTES + Math.max(0, offset));
    }
}
