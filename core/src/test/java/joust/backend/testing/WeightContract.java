package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

/** Layers always compute with the weights as they are, whatever copies of them a backend keeps. */
abstract class WeightContract extends ContractGroup {
    private static final int ROWS = 13;
    private static final int COLS = 21;
    private static final int BATCH = 9;
    private static final int OFFSET = 64;
    private static final float[] VALUES = TestData.seeded("weights").numbers(ROWS * COLS);
    private static final float[] OTHERS = TestData.seeded("other weights").numbers(ROWS * COLS);

    /** Every operation that can write to weights; the other tensor has the same shape and other values. */
    private interface Write {
        void apply(Backend backend, Tensor other, Tensor weights);
    }

    @Test
    void aLayerSeesEveryWriteToItsWeights() {
        writes().forEach((name, write) -> {
            try (Tensor arena = backend().allocate(1, OFFSET + ROWS * COLS + 7);
                    Tensor other = backend().allocate(ROWS, COLS)) {
                Tensor weights = backend().view(arena, OFFSET, ROWS, COLS);
                backend().upload(VALUES, 0, weights);
                backend().upload(OTHERS, 0, other);
                float[] before = layer(weights);
                write.apply(backend(), other, backend().view(arena, OFFSET, ROWS, COLS));
                float[] after = layer(weights);
                assertBothDiffer(name, before, after);
                assertThat(after).as("the layer after %s", name).isEqualTo(layerOfCopy(weights));
            }
        });
    }

    @Test
    void weightsOfAnotherShapeOrPlaceInTheSameArenaAreOtherWeights() {
        try (Tensor arena = backend().allocate(1, 2 * ROWS * COLS)) {
            backend().upload(VALUES, 0, backend().view(arena, 0, ROWS, COLS));
            backend().upload(OTHERS, 0, backend().view(arena, ROWS * COLS, ROWS, COLS));
            for (int offset : new int[] {0, 1, ROWS * COLS}) {
                for (Tensor weights : Arrays.asList(
                        backend().view(arena, offset, ROWS, COLS), backend().view(arena, offset, COLS, ROWS))) {
                    assertThat(layer(weights)).as("%s", weights).isEqualTo(layerOfCopy(weights));
                }
            }
        }
    }

    @Test
    void weightsInATensorAllocatedAfterAnotherWasClosedAreOtherWeights() {
        float[] expected;
        try (Tensor weights = backend().allocate(ROWS, COLS)) {
            backend().upload(OTHERS, 0, weights);
            expected = layer(weights);
        }
        try (Tensor weights = backend().allocate(ROWS, COLS)) {
            backend().upload(VALUES, 0, weights);
            assertBothDiffer("another tensor", expected, layer(weights));
        }
        try (Tensor weights = backend().allocate(ROWS, COLS)) {
            backend().upload(OTHERS, 0, weights);
            assertThat(layer(weights)).isEqualTo(expected);
        }
    }

    private static Map<String, Write> writes() {
        Map<String, Write> writes = new LinkedHashMap<>();
        writes.put("upload", (backend, other, w) -> backend.upload(OTHERS, 0, w));
        writes.put("copy", Backend::copy);
        put(writes, "fill", (backend, w) -> backend.fill(w, 0.75f));
        writes.put("copyRows", (backend, other, w) -> backend.copyRows(other, 0, 3, w, 5));
        writes.put("gatherRows", (backend, other, w) -> backend.gatherRows(other, 1, 2, 3, w));
        put(writes, "uniform", (backend, w) -> backend.uniform(1, 2, 3, -1, 1, w));
        put(writes, "normal", (backend, w) -> backend.normal(1, 2, 3, 0, 1, w));
        put(writes, "activate", (backend, w) -> backend.activate(Activation.TANH, w, w));
        put(writes, "scale", (backend, w) -> backend.scale(2, w, w));
        writes.put("addScaled", (backend, other, w) -> backend.addScaled(2, other, w));
        writes.put("multiply", (backend, other, w) -> backend.multiply(other, other, w));
        put(writes, "clip", (backend, w) -> backend.clip(0.01, w));
        writes.put("sgd", (backend, other, w) -> backend.sgd(0.5, other, w));
        put(writes, "decay", (backend, w) -> backend.decay(0.5, w));
        writes.put("movingAverage", (backend, other, w) -> backend.movingAverage(0.5, other, w));
        writes.put("matmul", (backend, other, w) -> {
            try (Tensor square = backend.allocate(ROWS, ROWS)) {
                backend.fill(square, 0.5f);
                backend.matmul(false, square, false, other, Store.ADD, w);
            }
        });
        return writes;
    }

    private static void put(Map<String, Write> writes, String name, BiConsumer<Backend, Tensor> write) {
        writes.put(name, (backend, other, weights) -> write.accept(backend, weights));
    }

    /** A layer forward and backward to its input: both keep copies of weights. */
    private float[] layer(Tensor weights) {
        int rows = weights.rows();
        int cols = weights.cols();
        try (Tensor x = backend().allocate(BATCH, rows);
                Tensor bias = backend().allocate(1, cols);
                Tensor y = backend().allocate(BATCH, cols);
                Tensor gradientX = backend().allocate(BATCH, rows)) {
            backend().upload(VALUES, 0, x);
            backend().dense(x, weights, bias, Activation.IDENTITY, y);
            backend().denseBackwardInput(y, weights, Activation.IDENTITY, x, gradientX);
            float[] result = new float[BATCH * (rows + cols)];
            backend().download(y, result, 0);
            backend().download(gradientX, result, BATCH * cols);
            assertThat(result).as("the layer of %s", weights).isNotEqualTo(new float[result.length]);
            return result;
        }
    }

    /** Forward and backward alike depend on the weights. */
    private static void assertBothDiffer(String cause, float[] before, float[] after) {
        int forward = BATCH * COLS;
        assertThat(Arrays.copyOf(after, forward))
                .as("the layer forward before and after %s", cause)
                .isNotEqualTo(Arrays.copyOf(before, forward));
        assertThat(Arrays.copyOfRange(after, forward, after.length))
                .as("the layer backward before and after %s", cause)
                .isNotEqualTo(Arrays.copyOfRange(before, forward, before.length));
    }

    /** The same with the weights in a tensor of their own that has never been used. */
    private float[] layerOfCopy(Tensor weights) {
        float[] values = new float[weights.size()];
        backend().download(weights, values, 0);
        try (Tensor copy = backend().allocate(weights.rows(), weights.cols())) {
            backend().upload(values, 0, copy);
            return layer(copy);
        }
    }

    private Backend backend() {
        return subject().backend();
    }
}
