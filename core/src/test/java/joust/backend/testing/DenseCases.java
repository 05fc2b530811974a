package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import joust.backend.Store;

/** Cases of {@link joust.backend.DenseOperations#matmul} and {@code addBias}. */
final class DenseCases {
    private DenseCases() {}

    /** Every transpose, stored and added, over all small shapes. */
    static List<OperationCase> products(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : sizes.products()) {
            forEachTranspose(shape, Store.OVERWRITE, product -> cases.add(numbers(product)));
            forEachTranspose(shape, Store.ADD, product -> cases.add(numbers(product)));
        }
        return cases;
    }

    /** Long chains, and the shapes of networks. */
    static List<OperationCase> deepProducts(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : sizes.deepProducts()) {
            forEachTranspose(shape, Store.OVERWRITE, product -> cases.add(numbers(product)));
            forEachTranspose(shape, Store.ADD, product -> cases.add(numbers(product)));
        }
        ProductShape layer = new ProductShape(128, 512, 784);
        cases.add(numbers(new Product(layer, false, false, Store.OVERWRITE)));
        return cases;
    }

    /** The products of the MNIST networks, forward and backward: too large for the naive oracles. */
    static List<OperationCase> layersOfNetworks() {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape layer : ContractSizes.layersOfNetworks()) {
            cases.add(numbers(new Product(layer, false, false, Store.OVERWRITE)));
            ProductShape backward = new ProductShape(layer.m(), layer.n(), layer.k());
            cases.add(numbers(new Product(backward, false, true, Store.OVERWRITE)));
            ProductShape weights = new ProductShape(layer.k(), layer.m(), layer.n());
            cases.add(numbers(new Product(weights, true, false, Store.ADD)));
        }
        return cases;
    }

    /** Whole numbers, whose products are the same in any order: nothing is allowed. */
    static List<OperationCase> exactProducts(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : someShapes(sizes)) {
            for (Store store : Store.values()) {
                forEachTranspose(shape, store, product -> cases.add(exact(product)));
            }
        }
        return cases;
    }

    /** Infinities, NaN and zeros of both signs, and products that are all denormal. */
    static List<OperationCase> specialProducts(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (ProductShape shape : someShapes(sizes)) {
            for (Store store : Store.values()) {
                forEachTranspose(shape, store, product -> {
                    cases.add(filled(product, Fill.FEW_SPECIALS));
                    cases.add(filled(product, Fill.DENORMALS));
                    cases.add(filled(product, Fill.ZEROS));
                });
            }
        }
        return cases;
    }

    static List<OperationCase> biases(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int n : sizes.counts()) {
            cases.add(bias(new Shape(1, n), Fill.NUMBERS));
            cases.add(bias(new Shape(5, n), Fill.SPECIALS));
        }
        cases.add(bias(new Shape(sizes.lanes() + 1, 1), Fill.NUMBERS));
        return cases;
    }

    /** A few shapes with complete tiles, edges and more than one K block. */
    static List<ProductShape> someShapes(ContractSizes sizes) {
        return List.of(
                new ProductShape(1, 1, 1),
                new ProductShape(2, 3, sizes.lanes() - 1),
                new ProductShape(sizes.tileRows(), 5, sizes.tileCols()),
                new ProductShape(2 * sizes.tileRows() + 1, 61, 4 * sizes.lanes() + 1),
                new ProductShape(3, sizes.depth() + 1, sizes.tileCols() + 1));
    }

    private static void forEachTranspose(ProductShape shape, Store store, Consumer<Product> action) {
        action.accept(new Product(shape, false, false, store));
        action.accept(new Product(shape, false, true, store));
        action.accept(new Product(shape, true, false, store));
        action.accept(new Product(shape, true, true, store));
    }

    private static OperationCase numbers(Product product) {
        return filled(product, Fill.NUMBERS);
    }

    private static OperationCase filled(Product product, Fill fill) {
        return multiplying(product, fill)
                .expect(
                        v -> OrderedDense.matmul(product, v[0], v[1], v[2]),
                        (v, allowed) -> ReferenceDense.matmul(product, v[0], v[1], v[2], allowed[2]));
    }

    private static OperationCase exact(Product product) {
        return multiplying(product, Fill.WHOLE_NUMBERS)
                .expect(
                        v -> OrderedDense.matmul(product, v[0], v[1], v[2]),
                        (v, allowed) -> ReferenceDense.exactMatmul(product, v[0], v[1], v[2], allowed[2]));
    }

    private static OperationCase.Builder multiplying(Product product, Fill fill) {
        String detail = product + ", " + fill;
        TestData data = TestData.seeded(detail);
        Fill other = fill == Fill.DENORMALS ? Fill.NUMBERS : fill;
        Shape a = product.a();
        Shape b = product.b();
        OperationCase.Builder builder = OperationCase.of("matmul", detail)
                .input("a", a.rows(), a.cols(), fill.of(data, a.size()))
                .input("b", b.rows(), b.cols(), other.of(data, b.size()));
        int out = product.m() * product.n();
        if (product.store() == Store.ADD) {
            builder.update("out", product.m(), product.n(), fill.of(data, out));
        } else {
            builder.output("out", product.m(), product.n());
        }
        return builder.call((backend, t) ->
                backend.matmul(product.transposeA(), t[0], product.transposeB(), t[1], product.store(), t[2]));
    }

    private static OperationCase bias(Shape shape, Fill fill) {
        String detail = shape + ", " + fill;
        TestData data = TestData.seeded(detail);
        return OperationCase.of("addBias", detail)
                .input("bias", 1, shape.cols(), fill.of(data, shape.cols()))
                .update("y", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .call((backend, t) -> backend.addBias(t[0], t[1]))
                .expect(v -> OrderedDense.addBias(v[0], v[1]), (v, allowed) -> ReferenceDense.addBias(v[0], v[1]));
    }
}
