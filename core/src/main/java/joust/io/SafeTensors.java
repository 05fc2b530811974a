package joust.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file in the safetensors format (github.com/huggingface/safetensors): named float32 tensors and texts. The
 * file is a little-endian u64 with the length of a JSON header, the header with each tensor's dtype, shape and place, and the
 * numbers, little-endian, without gaps.
 */
public final class SafeTensors {
    private final String source;
    private final Map<String, NamedTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata;

    /**
     * @param source where the content comes from, as messages name it
     * @param tensors in the order of the file
     * @param metadata texts by name
     * @throws IllegalArgumentException if two tensors have one name or one is named {@code __metadata__}
     */
    public SafeTensors(String source, List<NamedTensor> tensors, Map<String, String> metadata) {
        this.source = source;
        this.metadata = Map.copyOf(metadata);
        for (NamedTensor tensor : tensors) {
            if (tensor.name().equals(SafeTensorsHeader.METADATA)
                    || this.tensors.putIfAbsent(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException(
                        "tensor " + tensor.name() + ": the name is taken, expected one of its own");
            }
        }
    }

    /**
     * Reads a file. Nothing in it is trusted: all memory taken is within a small multiple of the file's size.
     *
     * @throws FileFormatException if it is no safetensors file, is damaged, or holds a tensor that is not float32
     * @throws IOException if it cannot be read
     */
    public static SafeTensors read(Path file) throws IOException {
        return SafeTensorsReader.read(file);
    }

    /**
     * Writes a file, replacing one of the same name only when the new one is complete and on the disk.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        SafeTensorsWriter.write(this, file);
    }

    /** Where the content comes from, as messages name it. */
    public String source() {
        return source;
    }

    /** All tensors, in the order of the file. */
    public List<NamedTensor> tensors() {
        return List.copyOf(tensors.values());
    }

    /** The tensor of a name; null if there is none. */
    public @Nullable NamedTensor tensor(String name) {
        return tensors.get(name);
    }

    /** Texts by name. */
    public Map<String, String> metadata() {
        return metadata;
    }
}
