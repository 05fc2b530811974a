package joust.backend;

import java.util.ArrayList;
import java.util.List;
import joust.math.RandomFill;

/** The tensors of a self-test on one backend: equal inputs on every backend, and outputs to compare. */
final class SelfTestTensors implements AutoCloseable {
    private static final long SEED = 20_140_610;
    private static final int STREAM = 16;
    private static final float[] EDGES = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -0x1p-130f,
        1f,
        -1f,
        88.8f,
        -88.8f,
        -103.5f,
        -0x1.5d589ep+6f,
        -0x1.5d58a0p+6f,
        17f,
        -9.1f,
        Float.MAX_VALUE,
        0x1p-24f
    };

    private record Output(String operation, Tensor tensor) {}

    private final Backend backend;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private long position;

    SelfTestTensors(Backend backend) {
        this.backend = backend;
    }

    /** Numbers in [-1, 1). */
    Tensor input(int rows, int cols) {
        return upload(rows, cols, uniform(rows * cols, -1, 2));
    }

    /** Numbers in (0, 1). */
    Tensor positive(int rows, int cols) {
        return upload(rows, cols, uniform(rows * cols, 0x1p-10f, 0.9975f));
    }

    /** Numbers in [-8, 8), the first of which are replaced by zeros, denormals, infinities, NaN and limits of exp. */
    Tensor edges(int rows, int cols) {
        float[] numbers = uniform(rows * cols, -8, 16);
        System.arraycopy(EDGES, 0, numbers, 0, Math.min(EDGES.length, numbers.length));
        return upload(rows, cols, numbers);
    }

    /** A column of classes. */
    Tensor classes(int rows, int count) {
        float[] numbers = new float[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i % count;
        }
        return upload(rows, 1, numbers);
    }

    /** Given numbers. */
    Tensor upload(int rows, int cols, float... numbers) {
        Tensor tensor = allocate(rows, cols);
        backend.upload(numbers, 0, tensor);
        return tensor;
    }

    /** A tensor whose content is of no interest. */
    Tensor allocate(int rows, int cols) {
        Tensor tensor = backend.allocate(rows, cols);
        tensors.add(tensor);
        return tensor;
    }

    /** An output full of NaN. */
    Tensor output(String operation, int rows, int cols) {
        Tensor tensor = allocate(rows, cols);
        backend.fill(tensor, Float.NaN);
        return compared(operation, tensor);
    }

    /** Marks a tensor as one that an operation writes. */
    Tensor compared(String operation, Tensor tensor) {
        outputs.add(new Output(operation, tensor));
        return tensor;
    }

    /** How many outputs there are. */
    int outputs() {
        return outputs.size();
    }

    /** The operation that wrote an output. */
    String operation(int output) {
        return outputs.get(output).operation();
    }

    /** An output itself. */
    Tensor tensor(int output) {
        return outputs.get(output).tensor();
    }

    /** What an output holds. */
    float[] numbers(int output) {
        Tensor tensor = tensor(output);
        float[] numbers = new float[tensor.size()];
        backend.download(tensor, numbers, 0);
        return numbers;
    }

    private float[] uniform(int count, float low, float width) {
        float[] numbers = new float[count];
        RandomFill.uniform(SEED, STREAM, position, low, width, numbers, 0, count);
        position += RandomFill.blocks(count);
        return numbers;
    }

    @Override
    public void close() {
        tensors.forEach(Tensor::close);
    }
}
