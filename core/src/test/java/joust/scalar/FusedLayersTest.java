package joust.scalar;

import java.util.List;
import java.util.Random;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.Store;
import joust.backend.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusedLayersTest {
    private static final List<Activation> ACTIVATIONS = List.of(
            Activation.IDENTITY, Activation.RELU, Activation.leakyRelu(0.2f), Activation.SIGMOID, Activation.TANH);

    private final Backend backend = new ScalarProvider().open(BackendName.parse("scalar"), BackendOptions.DEFAULT);
    private final Random random = new Random(11);

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 3, 2", "9, 130, 1030", "6, 1030, 65"})
    void aLayerForwardIsProductBiasAndActivation(int m, int k, int n) {
        Tensor x = tensor(m, k);
        Tensor w = tensor(k, n);
        Tensor bias = tensor(1, n);
        for (Activation activation : ACTIVATIONS) {
            Tensor fused = tensor(m, n);
            Tensor composed = tensor(m, n);
            backend.dense(x, w, bias, activation, fused);
            backend.matmul(false, x, false, w, Store.OVERWRITE, composed);
            backend.addBias(bias, composed);
            backend.activate(activation, composed, composed);
            Places.assertSame(numbers(fused), numbers(composed));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 3, 2", "9, 130, 1030", "6, 1030, 65"})
    void aLayerBackwardToItsInputIsProductAndDerivative(int m, int n, int k) {
        Tensor gradient = tensor(m, n);
        Tensor w = tensor(k, n);
        Tensor below = tensor(m, k);
        for (Activation activation : ACTIVATIONS) {
            Tensor fused = tensor(m, k);
            Tensor composed = tensor(m, k);
            backend.denseBackwardInput(gradient, w, activation, below, fused);
            backend.matmul(false, gradient, true, w, Store.OVERWRITE, composed);
            backend.activateBackward(activation, below, composed, composed);
            Places.assertSame(numbers(fused), numbers(composed));
        }
    }

    /** A view in the middle of a larger root, of random numbers of both signs. */
    private Tensor tensor(int rows, int cols) {
        Tensor view = backend.view(backend.allocate(1, rows * cols + 9), 5, rows, cols);
        float[] numbers = new float[rows * cols];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        backend.upload(numbers, 0, view);
        return view;
    }

    private float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        backend.download(tensor, numbers, 0);
        return numbers;
    }
}
