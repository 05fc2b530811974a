package joust.nn;

import java.util.List;

/**
 * Where the weights and biases of a network lie in an arena: layer by layer, weight then bias, each at a multiple of 64
 * floats, so that every view starts on a cache line and a vector boundary of any width.
 *
 * @param weightOffsets the first float of each layer's weight
 * @param biasOffsets the first float of each layer's bias
 * @param size the floats of the arena, gaps included: a multiple of 64
 */
record ArenaLayout(List<Integer> weightOffsets, List<Integer> biasOffsets, int size) {
    private static final int ALIGNMENT = 64;

    static ArenaLayout of(List<Layer> layers) {
        Integer[] weights = new Integer[layers.size()];
        Integer[] biases = new Integer[layers.size()];
        long end = 0;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            long bias = align(end + (long) layer.inputs() * layer.outputs());
            if (align(bias + layer.outputs()) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("network: the parameters up to layer " + i + " take "
                        + align(bias + layer.outputs()) + " floats, expected at most " + Integer.MAX_VALUE);
            }
            weights[i] = (int) end;
            biases[i] = (int) bias;
            end = align(bias + layer.outputs());
        }
        return new ArenaLayout(List.of(weights), List.of(biases), (int) end);
    }

    private static long align(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
