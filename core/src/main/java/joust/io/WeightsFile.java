package joust.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import joust.nn.Arena;
import joust.nn.Layer;

/**
 * The weights and biases of networks in a safetensors file: {@code NETWORK.LAYER.weight}, {@code [inputs, outputs]}, and
 * {@code NETWORK.LAYER.bias}, {@code [outputs]}, layers counted from 0, such as {@code generator.0.weight}. A layer computes
 * {@code y = f(x W + b)}; the weight of PyTorch's {@code Linear} is {@code [outputs, inputs]}, so it takes the transpose:
 * {@code linear.weight.copy_(tensors["generator.0.weight"].T)}, {@code linear.bias.copy_(tensors["generator.0.bias"])}.
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
        content(file, networks, metadata).write(file);
    }

    /** What {@link #write} writes. */
    static SafeTensors content(Path file, Map<String, Arena> networks, Map<String, String> metadata) {
        List<NamedTensor> tensors = new ArrayList<>();
        networks.forEach((network, arena) -> tensors.addAll(tensors(network, arena)));
        return new SafeTensors(file.toString(), tensors, metadata);
    }

    /**
     * Sets networks to what a file holds; if it does not fit all of them, none is touched. Tensors of other networks do no
     * harm.
     *
     * @param networks where the numbers go, by the network's name
     * @throws FileFormatException naming every tensor that is missing, has another shape, or belongs to a layer that the network
     *     lacks
     */
    public static void load(SafeTensors content, Map<String, Arena> networks) throws FileFormatException {
        List<Runnable> writes = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        networks.forEach((network, arena) -> {
            addWrites(content, network, arena, writes, faults);
            addSurplus(content, network, arena, faults);
        });
        runUnless(faults, content, writes);
    }

    /**
     * Sets those networks that a file holds, whole; if one does not fit, none is touched.
     *
     * @param networks where the numbers may go, by the network's name
     * @return the names of those that were set, at least one
     * @throws FileFormatException naming every tensor that is missing, has another shape, or belongs to no network or layer
     */
    public static Set<String> loadPresent(SafeTensors content, Map<String, Arena> networks) throws FileFormatException {
        Map<String, Arena> present = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (NamedTensor tensor : content.tensors()) {
            String network =
                    tensor.name().substring(0, Math.max(0, tensor.name().indexOf('.')));
            Arena arena = networks.get(network);
            if (arena == null) {
                faults.add(fault(tensor.name(), "tensors of " + String.join(", ", networks.keySet()), "one more"));
            } else {
                present.put(network, arena);
            }
        }
        List<Runnable> writes = new ArrayList<>();
        (present.isEmpty() ? networks : present).forEach((network, arena) -> {
            addWrites(content, network, arena, writes, faults);
            addSurplus(content, network, arena, faults);
        });
        runUnless(faults, content, writes);
        return present.keySet();
    }

    private static void runUnless(List<String> faults, SafeTensors content, List<Runnable> writes)
            throws FileFormatException {
        if (!faults.isEmpty()) {
            throw FileFormatException.ofAll(content.source(), faults);
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

    private static void addWrites(
            SafeTensors content, String network, Arena arena, List<Runnable> writes, List<String> faults) {
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            int layer = i;
            Layer sizes = arena.shape().layers().get(i);
            valuesThatFit(content, weight(network, i), weightShape(sizes), faults)
                    .ifPresent(values -> writes.add(() -> arena.writeWeight(layer, values)));
            valuesThatFit(content, bias(network, i), List.of(sizes.outputs()), faults)
                    .ifPresent(values -> writes.add(() -> arena.writeBias(layer, values)));
        }
    }

    private static void addSurplus(SafeTensors content, String network, Arena arena, List<String> faults) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            known.add(weight(network, i));
            known.add(bias(network, i));
        }
        for (NamedTensor tensor : content.tensors()) {
            if (tensor.name().startsWith(network + ".") && !known.contains(tensor.name())) {
                faults.add(fault(
                        tensor.name(),
                        "only tensors of a network " + arena.shape().sizes(),
                        "one more"));
            }
        }
    }

    private static Optional<float[]> valuesThatFit(
            SafeTensors content, String name, List<Integer> shape, List<String> faults) {
        NamedTensor tensor = content.tensor(name);
        if (tensor == null) {
            faults.add(fault(name, "shape " + shape, "no such tensor"));
        } else if (!tensor.shape().equals(shape)) {
            faults.add(fault(name, "shape " + shape, "shape " + tensor.shape()));
        } else {
            return Optional.of(tensor.values());
        }
        return Optional.empty();
    }

    private static String fault(String name, String expected, String found) {
        return FileFormatException.fault("tensor " + FileFormatException.quote(name), expected, found);
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
