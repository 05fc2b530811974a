package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.Tensor;
import joust.backend.testing.Availability;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Layers whose weights several products use between two writes: the first packs them by the way, the others find them packed, and a write
 * in between is seen. The scalar backend's bits with 1 to 4 threads, for layers that threads share by columns and by rows.
 */
class PackedLayersTest {
    private static final int ROWS = 128;
    private static final int ROUNDS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyProductSeesTheWeightsOfItsTime(int threads) {
        int[][] layers = {{100, 32}, {40, 300}, {256, 513}, {700, 96}, {70, 33}};
        for (int[] layer : layers) {
            assertThat(run("simd", threads, layer[0], layer[1]))
                    .as("%d to %d units, %d threads", layer[0], layer[1], threads)
                    .containsExactly(run("scalar", 1, layer[0], layer[1]));
        }
    }

    /** What is left of all products in the input, to which each adds. */
    private static float[] run(String name, int threads, int inputs, int outputs) {
        try (Backend backend = open(name, threads)) {
            Tensor parameters = backend.allocate(1, (inputs + 1) * outputs);
            Tensor weights = backend.view(parameters, 0, inputs, outputs);
            Tensor bias = backend.view(parameters, inputs * outputs, 1, outputs);
            Tensor x = backend.allocate(ROWS, inputs);
            Tensor y = backend.allocate(ROWS, outputs);
            Tensor back = backend.allocate(ROWS, inputs);
            backend.uniform(1, 2, 0, -1, 1, parameters);
            backend.uniform(1, 3, 0, -1, 1, x);
            for (int round = 0; round < ROUNDS; round++) {
                for (int use = 0; use < 3; use++) {
                    backend.dense(x, weights, bias, Activation.TANH, y);
                    backend.denseBackwardInput(y, weights, Activation.TANH, x, back);
                    backend.addScaled(0.01f, back, x);
                }
                Tensor written = round == 0 ? weights : parameters;
                backend.uniform(1, 4 + round, 0, -1, 1, written);
            }
            float[] result = new float[ROWS * inputs];
            backend.download(x, result, 0);
            return result;
        }
    }

    private static Backend open(String name, int threads) {
        BackendOptions options = BackendOptions.threads(threads);
        return name.equals("simd") ? Availability.open(name, options) : Backends.open(name, options);
    }
}
