package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation;
import joust.backend.Store;

/** Cases of the fused dense operations: a layer forward, and backward to its input and to its parameters. */
final class LayerCases {
    private LayerCases() {}

    static List<OperationCase> forward(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : shapes(sizes)) {
            for (Activation activation : ActivationCases.ALL) {
                cases.add(forward(shape, activation, Fill.NUMBERS));
                cases.add(forward(shape, activation, Fill.FEW_SPECIALS));
                cases.add(forward(shape, activation, Fill.DENORMALS));
            }
        }
        return cases;
    }

    static List<OperationCase> backwardInput(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : shapes(sizes)) {
            for (Activation activation : ActivationCases.ALL) {
                cases.add(backwardInput(shape, activation, Fill.NUMBERS));
                cases.add(backwardInput(shape, activation, Fill.FEW_SPECIALS));
                cases.add(backwardInput(shape, activation, Fill.DENORMALS));
            }
        }
        return cases;
    }

    static List<OperationCase> backwardWeights(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : shapes(sizes)) {
            for (Store store : Store.values()) {
                cases.add(backwardWeights(shape, store, Fill.NUMBERS));
                cases.add(backwardWeights(shape, store, Fill.FEW_SPECIALS));
            }
        }
        return cases;
    }

    /** The shapes of a layer: m is the batch, k its inputs, n its outputs. */
    private static List<ProductShape> shapes(ContractSizes sizes) {
        List<ProductShape> shapes = new ArrayList<>(DenseCases.someShapes(sizes));
        shapes.add(new ProductShape(sizes.tileRows() + 1, sizes.lanes() + 1, sizes.tileCols() + 1));
        shapes.add(new ProductShape(4 * sizes.tileRows() + 1, 2 * sizes.tileCols() + 1, sizes.lanes() + 1));
        shapes.add(new ProductShape(128, 256, 1));
        shapes.add(new ProductShape(128, 1, 100));
        shapes.add(new ProductShape(67, 100, 129));
        return shapes;
    }

    /** What a matrix is multiplied with: two denormal numbers have no product. */
    private static Fill factor(Fill fill) {
        return fill == Fill.DENORMALS ? Fill.NUMBERS : fill;
    }

    private static OperationCase forward(ProductShape shape, Activation activation, Fill fill) {
        String detail = shape + ", " + ActivationCases.name(activation) + ", " + fill;
        TestData data = TestData.seeded(detail);
        Product product = new Product(shape, false, false, Store.OVERWRITE);
        return OperationCase.of("dense", detail)
                .input("x", shape.m(), shape.k(), fill.of(data, shape.m() * shape.k()))
                .input("w", shape.k(), shape.n(), factor(fill).of(data, shape.k() * shape.n()))
                .input("bias", 1, shape.n(), (fill == Fill.DENORMALS ? Fill.EDGES : fill).of(data, shape.n()))
                .output("y", shape.m(), shape.n())
                .call((backend, t) -> backend.dense(t[0], t[1], t[2], activation, t[3]))
                .expect(
                        v -> OrderedDense.dense(product, activation, v[0], v[1], v[2], v[3]),
                        (v, allowed) -> ReferenceDense.dense(product, activation, v[0], v[1], v[2], v[3], allowed[3]));
    }

    /** The product gradient wᵀ has the layer's outputs as its k and the layer's inputs as its n. */
    private static OperationCase backwardInput(ProductShape shape, Activation below, Fill fill) {
        String detail = shape + ", " + ActivationCases.name(below) + " below, " + fill;
        TestData data = TestData.seeded(detail);
        Product product = new Product(new ProductShape(shape.m(), shape.n(), shape.k()), false, true, Store.OVERWRITE);
        return OperationCase.of("denseBackwardInput", detail)
                .input("gradient", shape.m(), shape.n(), fill.of(data, shape.m() * shape.n()))
                .input("w", shape.k(), shape.n(), factor(fill).of(data, shape.k() * shape.n()))
                .input("yBelow", shape.m(), shape.k(), ActivationCases.outputs(below, data, shape.m() * shape.k()))
                .output("gradientBelow", shape.m(), shape.k())
                .call((backend, t) -> backend.denseBackwardInput(t[0], t[1], below, t[2], t[3]))
                .expect(
                        v -> OrderedDense.backwardInput(product, below, v[0], v[1], v[2], v[3]),
                        (v, allowed) ->
                                ReferenceDense.backwardInput(product, below, v[0], v[1], v[2], v[3], allowed[3]));
    }

    private static OperationCase backwardWeights(ProductShape shape, Store store, Fill fill) {
        String detail = shape + ", " + store + ", " + fill;
        TestData data = TestData.seeded(detail);
        Product product = new Product(new ProductShape(shape.k(), shape.m(), shape.n()), true, false, store);
        OperationCase.Builder builder = OperationCase.of("denseBackwardWeights", detail)
                .input("x", shape.m(), shape.k(), fill.of(data, shape.m() * shape.k()))
                .input("gradient", shape.m(), shape.n(), fill.of(data, shape.m() * shape.n()));
        if (store == Store.ADD) {
            builder.update("gradientW", shape.k(), shape.n(), fill.of(data, shape.k() * shape.n()))
                    .update("gradientBias", 1, shape.n(), fill.of(data, shape.n()));
        } else {
            builder.output("gradientW", shape.k(), shape.n()).output("gradientBias", 1, shape.n());
        }
        return builder.call((backend, t) -> backend.denseBackwardWeights(t[0], t[1], store, t[2], t[3]))
                .expect(
                        v -> {
                            OrderedDense.matmul(product, v[0], v[1], v[2]);
                            OrderedReductions.sumRows(v[1], store, v[3]);
                        },
                        (v, allowed) -> {
                            ReferenceDense.matmul(product, v[0], v[1], v[2], allowed[2]);
                            ReferenceReductions.sumRows(v[1], store, v[3], allowed[3]);
                        });
    }
}
