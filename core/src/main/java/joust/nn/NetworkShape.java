package joust.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import joust.backend.Activation;

/**
 * The layers of a dense network, from the input to the output; each takes as many columns as the one before it makes.
 *
 * @param layers at least one layer
 */
public record NetworkShape(List<Layer> layers) {
    /**
     * Checks that the layers fit together.
     *
     * @throws IllegalArgumentException if there is no layer, if one does not take what the one before it makes, or if the
     *     arena of all parameters would have more elements than an int counts
     */
    public NetworkShape {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("network: there are no layers, expected at least one");
        }
        for (int i = 1; i < layers.size(); i++) {
            int before = layers.get(i - 1).outputs();
            if (layers.get(i).inputs() != before) {
                throw new IllegalArgumentException("network: layer " + i + " has "
                        + layers.get(i).inputs() + " inputs, expected " + before + ", the outputs of layer " + (i - 1));
            }
        }
        ArenaLayout.of(layers);
    }

    /**
     * A network with the same activation on all layers but the last.
     *
     * @param hidden the activation of all layers but the last
     * @param last the activation of the last layer
     * @param sizes the columns of the input, of each hidden layer and of the output: at least two
     */
    public static NetworkShape of(Activation hidden, Activation last, int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            layers.add(new Layer(sizes[i - 1], sizes[i], i == sizes.length - 1 ? last : hidden));
        }
        return new NetworkShape(layers);
    }

    /** The columns of the input. */
    public int inputs() {
        return layers.getFirst().inputs();
    }

    /** The columns of the output. */
    public int outputs() {
        return layers.getLast().outputs();
    }

    /** The weights and biases of all layers. */
    public int parameterCount() {
        return layers.stream()
                .mapToInt(layer -> (layer.inputs() + 1) * layer.outputs())
                .sum();
    }

    /** The sizes from input to output, such as {@code 100-256-512-784}. */
    public String sizes() {
        return inputs() + layers.stream().map(layer -> "-" + layer.outputs()).collect(Collectors.joining());
    }

    /** Whether the layers have the sizes of another network's; activations may differ. */
    public boolean hasSizesOf(NetworkShape other) {
        return sizes().equals(other.sizes());
    }
}
