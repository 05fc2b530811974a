package joust.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import joust.nn.Arena;
import joust.nn.Layer;

/**
 * The weights and biases of networks in a safetensors file: {@code NETWORK.LAYER.weight}, {@code [inputs, outputs]}, and
 * {@code NETWORK.LAYER.bias}, {@code [outputs]}, layers counted from 0, such as {@code generator.0.weight}.
 */
public final class WeightsFile {
    private WeightsFile() {}

    /**
     * Writes networks into one file, replacing one of the same name only when the new one is complete and on the disk.
     *
     * @param networks the numbers by the network's name, such as {@code generator}, in the order of the map
     * @param metadata texts that the file keeps, by name
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Map<String, Arena> networks, Map<String, String> metadata) throws IOException {
        List<NamedTensor> tensors = new ArrayList<>();
        networks.forEach((network, arena) -> tensors.addAll(tensors(network, arena)));
        new SafeTensors(file.toString(), tensors, metadata).write(file);
    }

    /**
     * Sets networks to what a file holds; if it does not fit all of them, none is touched. Tensors of other networks do no
     * harm.
     *
     * @param networks where the numbers go, by the network's name
     * @throws FileFormatException if a tensor is missing, has another shape, or belongs to a layer that the network lacks
     */
    public static void load(SafeTensors content, Map<String, Arena> networks) throws FileFormatException {
        List<Runnable> writes = new ArrayList<>();
        for (Map.Entry<String, Arena> network : networks.entrySet()) {
            checkNames(content, network.getKey(), network.getValue());
            addWrites(content, network.getKey(), network.getValue(), writes);
        }
        writes.forEach(Runnable::run);
    }

    private static List<NamedTensor> tensors(String network, Arena arena) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            Layer layer = arena.shape().layers().get(i);
            tensors.add(new NamedTensor(weight(network, i), weightShape(layer), arena.readWeight(i)));
            tensors.add(new NamedTensor(bias(network, i), List.of(layer.outputs()), arena.readBias(i)));
        }
        return tensors;
    }

    private static void addWrites(SafeTensors content, String network, Arena arena, List<Runnable> writes)
            throws FileFormatException {
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            int layer = i;
            Layer sizes = arena.shape().layers().get(i);
            NamedTensor weight = tensor(content, weight(network, i), weightShape(sizes));
            NamedTensor bias = tensor(content, bias(network, i), List.of(sizes.outputs()));
            writes.add(() -> arena.writeWeight(layer, weight.values()));
            writes.add(() -> arena.writeBias(layer, bias.values()));
        }
    }

    private static void checkNames(SafeTensors content, String network, Arena arena) throws FileFormatException {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            known.add(weight(network, i));
            known.add(bias(network, i));
        }
        for (NamedTensor tensor : content.tensors()) {
            if (tensor.name().startsWith(network + ".") && !known.contains(tensor.name())) {
                throw wrong(
                        content,
                        tensor.name(),
                        "only tensors of a network " + arena.shape().sizes(),
                        "one more");
            }
        }
    }

    private static NamedTensor tensor(SafeTensors content, String name, List<Integer> shape)
            throws FileFormatException {
        NamedTensor tensor = content.tensor(name);
        if (tensor == null) {
            throw wrong(content, name, "shape " + shape, "no such tensor");
        }
        if (!tensor.shape().equals(shape)) {
            throw wrong(content, name, "shape " + shape, "shape " + tensor.shape());
        }
        return tensor;
    }

    private static FileFormatException wrong(SafeTensors content, String name, String expected, String found) {
        return new FileFormatException(content.source(), "tensor " + FileFormatException.quote(name), expected, found);
    }

    private static List<Integer> weightShape(Layer layer) {
        return List.of(layer.inputs(), layer.outputs());
    }

    private static String weight(String network, int layer) {
        return network + "." + layer + ".weight";
    }

    private static String bias(String network, int layer) {
        return network + "." + layer + ".bias";
    }
}
