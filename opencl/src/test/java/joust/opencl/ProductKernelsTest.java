package joust.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Backends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tile of both kinds of kernels computes the scalar backend's bits, in every form, whatever sticks out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductKernelsTest {
    private static final List<Activation> ACTIVATIONS = List.of(
            Activation.IDENTITY, Activation.RELU, Activation.leakyRelu(0.2f), Activation.SIGMOID, Activation.TANH);

    private OpenClContext context;
    private Backend scalar;

    @BeforeAll
    void open() {
        context = FirstDevice.open();
        scalar = Backends.open("scalar");
    }

    @AfterAll
    void close() {
        context.close();
        scalar.close();
    }

    static Stream<Integer> rowsOfTiles() {
        return Stream.iterate(1, rows -> rows <= PanelPrograms.MOST_ROWS, rows -> rows + 1);
    }

    static Stream<BlockShape> blocks() {
        return BlockShape.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("rowsOfTiles")
    void panelsComputeTheScalarBackendsBits(int rows) {
        PanelProducts products =
                new PanelProducts(context, new PanelPrograms(context), new PackedPanels(context), rows);
        for (ProductTrial trial : trials(rows, PanelProducts.PANEL, 64)) {
            trial.assertSameBits(context, scalar, products);
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void blocksComputeTheScalarBackendsBits(BlockShape shape) {
        BlockProducts products = new BlockProducts(context, shape, BlockProducts.Unit.MULTIPLY_ADD);
        for (ProductTrial trial : trials(shape.rows(), shape.columns(), shape.depth())) {
            trial.assertSameBits(context, scalar, products);
        }
    }

    private static List<ProductTrial> trials(int rows, int columns, int depth) {
        List<ProductTrial> trials = new ArrayList<>();
        int[][] sizes = {
            {1, 1, 1},
            {2, 3, 1},
            {rows, columns, depth},
            {rows + 1, columns - 1, depth + 1},
            {Math.max(1, rows - 1), columns + 1, Math.max(1, depth - 1)},
            {2 * rows + 1, 2 * columns + 3, 2 * depth + 3},
            {4, 8, 4},
            {61, 67, 71},
            {128, 1, 37},
            {5, 132, 100},
        };
        for (int[] size : sizes) {
            for (ProductForm form : ProductForm.values()) {
                trials.add(new ProductTrial(form, size[0], size[1], size[2]));
                trials.add(new ProductTrial(form, addable(form), Activation.IDENTITY, size[0], size[1], size[2], 3));
                trials.add(new ProductTrial(form, addable(form), Activation.IDENTITY, size[0], size[1], size[2], 4));
            }
        }
        for (Activation activation : ACTIVATIONS) {
            for (int n : new int[] {columns, columns + 5}) {
                trials.add(new ProductTrial(ProductForm.LAYER, false, activation, rows + 2, n, 8, 0));
                trials.add(new ProductTrial(ProductForm.INPUT_GRADIENT, false, activation, rows + 2, n, 8, 0));
            }
        }
        return trials;
    }

    private static boolean addable(ProductForm form) {
        return form.epilogue() == ProductForm.Epilogue.NONE;
    }
}
