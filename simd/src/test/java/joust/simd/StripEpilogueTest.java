package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a layer is done once to each number, however the result is cut into strips, and to the scalar backend's bits. */
class StripEpilogueTest {
    private static final int STEPS = 7;
    private static final int[] ROWS = {3, 8, 9, 16, 23, 48, 50};

    static Activation[] activations() {
        return new Activation[] {
            Activation.IDENTITY, Activation.RELU, Activation.leakyRelu(0.2f), Activation.SIGMOID, Activation.TANH
        };
    }

    /** A layer's operation that has a result of some size. */
    private interface Layer {
        void compute(Backend backend, int rows, int columns, Tensor result);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void forward(Activation activation) {
        compare((backend, rows, columns, y) -> {
            Tensor x = random(backend, 1, rows, STEPS);
            Tensor w = random(backend, 2, STEPS, columns);
            backend.dense(x, w, random(backend, 3, 1, columns), activation, y);
        });
    }

    @ParameterizedTest
    @MethodSource("activations")
    void backward(Activation activation) {
        compare((backend, rows, columns, gradientBelow) -> {
            Tensor gradient = random(backend, 1, rows, STEPS);
            Tensor w = random(backend, 2, columns, STEPS);
            backend.denseBackwardInput(gradient, w, activation, random(backend, 3, rows, columns), gradientBelow);
        });
    }

    @ParameterizedTest
    @MethodSource("activations")
    void forwardFromAsManyUnits(Activation activation) {
        Layer layer = (backend, rows, columns, y) -> {
            Tensor x = random(backend, 1, rows, columns);
            Tensor w = random(backend, 2, columns, columns);
            backend.dense(x, w, random(backend, 3, 1, columns), activation, y);
        };
        compare(layer, IntStream.of(16, 32));
    }

    /** With gradients so small that some come back denormal. */
    @ParameterizedTest
    @MethodSource("activations")
    void derivativesOfEveryWidth(Activation activation) {
        try (Backend scalar = Backends.open("scalar", BackendOptions.DEFAULT)) {
            for (int columns = 1; columns <= 4 * Lanes.COUNT + 1; columns++) {
                Tensor y = random(scalar, 1, 3, columns);
                Tensor gradient = random(scalar, 2, 3, columns);
                scalar.scale(0x1p-125f, gradient, gradient);
                float[] below = numbers(scalar, y);
                float[] actual = numbers(scalar, gradient);
                scalar.activateBackward(activation, y, gradient, gradient);
                new DerivativeStrip().of(below, 0, columns, activation).finish(actual, 0, columns, 0, 0, 3, columns);
                assertThat(Arrays.mismatch(actual, numbers(scalar, gradient)))
                        .as("%d columns", columns)
                        .isEqualTo(-1);
            }
        }
    }

    private static void compare(Layer layer) {
        compare(layer, IntStream.iterate(1, columns -> columns <= 13 * Lanes.COUNT, columns -> columns + 5));
    }

    private static void compare(Layer layer, IntStream widths) {
        int[] columnCounts = widths.toArray();
        try (Backend scalar = Backends.open("scalar", BackendOptions.DEFAULT);
                Backend simd = Backends.open("simd", BackendOptions.DEFAULT)) {
            for (int rows : ROWS) {
                for (int columns : columnCounts) {
                    float[] expected = result(scalar, layer, rows, columns);
                    float[] actual = result(simd, layer, rows, columns);
                    assertThat(Arrays.mismatch(actual, expected))
                            .as("%dx%d", rows, columns)
                            .isEqualTo(-1);
                }
            }
        }
    }

    private static float[] result(Backend backend, Layer layer, int rows, int columns) {
        Tensor result = backend.allocate(rows, columns);
        layer.compute(backend, rows, columns, result);
        return numbers(backend, result);
    }

    private static float[] numbers(Backend backend, Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        backend.download(tensor, numbers, 0);
        return numbers;
    }

    private static Tensor random(Backend backend, int seed, int rows, int columns) {
        Random random = new Random(31L * rows + 7L * columns + seed);
        float[] numbers = new float[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        Tensor tensor = backend.allocate(rows, columns);
        backend.upload(numbers, 0, tensor);
        return tensor;
    }
}
