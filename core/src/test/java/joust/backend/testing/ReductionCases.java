package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Reductions;
import joust.backend.Store;

/** Cases of {@link Reductions}. */
final class ReductionCases {
    private static final float[] THRESHOLDS = {0, 0.5f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};

    private ReductionCases() {}

    static List<OperationCase> sums(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.sums()) {
            for (Store store : Store.values()) {
                cases.add(sum(new Shape(1, count), store, Fill.NUMBERS));
                cases.add(sum(new Shape(count, 1), store, Fill.WHOLE_NUMBERS));
            }
        }
        for (Fill fill : List.of(Fill.ZEROS, Fill.DENORMALS, Fill.FEW_SPECIALS)) {
            cases.add(sum(new Shape(7, 19), Store.OVERWRITE, fill));
        }
        return cases;
    }

    static List<OperationCase> sumsOfSquares(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.sums()) {
            for (Store store : Store.values()) {
                cases.add(sumOfSquares(new Shape(1, count), store, Fill.NUMBERS));
            }
        }
        for (Fill fill : List.of(Fill.ZEROS, Fill.DENORMALS, Fill.FEW_SPECIALS, Fill.WHOLE_NUMBERS)) {
            cases.add(sumOfSquares(new Shape(7, 19), Store.OVERWRITE, fill));
        }
        return cases;
    }

    static List<OperationCase> counts(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.sums()) {
            for (Store store : Store.values()) {
                cases.add(countAbove(new Shape(1, count), 0.0625f, store, Fill.NUMBERS));
            }
        }
        for (float threshold : THRESHOLDS) {
            cases.add(countAbove(new Shape(7, 19), threshold, Store.OVERWRITE, Fill.SPECIALS));
        }
        return cases;
    }

    static List<OperationCase> columnSums(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (Store store : Store.values()) {
            for (int cols : sizes.counts()) {
                cases.add(sumRows(new Shape(3, cols), store, Fill.NUMBERS));
            }
            for (int rows : sizes.counts()) {
                cases.add(sumRows(new Shape(rows, 2), store, Fill.NUMBERS));
            }
            cases.add(sumRows(new Shape(128, 129), store, Fill.NUMBERS));
            cases.add(sumRows(new Shape(67, 71), store, Fill.FEW_SPECIALS));
            cases.add(sumRows(new Shape(3, 19), store, Fill.ZEROS));
        }
        return cases;
    }

    static List<OperationCase> rowSums(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int cols : sizes.sums()) {
            cases.add(rowSumOfSquares(new Shape(cols > 10_000 ? 1 : 3, cols), Fill.NUMBERS));
        }
        for (int rows : sizes.counts()) {
            cases.add(rowSumOfSquares(new Shape(rows, 5), Fill.NUMBERS));
        }
        cases.add(rowSumOfSquares(new Shape(61, 7), Fill.FEW_SPECIALS));
        return cases;
    }

    /** Three levels of the rule: too large to keep with the others. */
    static OperationCase largestSum() {
        return sum(new Shape(1, Reductions.BLOCK * Reductions.BLOCK + 1), Store.OVERWRITE, Fill.NUMBERS);
    }

    private static OperationCase sum(Shape shape, Store store, Fill fill) {
        OperationCase.Builder builder =
                reducing("sum", shape, "", store, fill).call((backend, t) -> backend.sum(t[0], store, t[1], t[2]));
        return builder.expect(v -> OrderedReductions.sum(v[0], store, v[2]), (v, allowed) -> {
            ReferenceReductions.sum(v[0], store, v[2], allowed[2]);
            if (fill == Fill.WHOLE_NUMBERS) {
                allowed[2][0] = 0;
            }
        });
    }

    private static OperationCase sumOfSquares(Shape shape, Store store, Fill fill) {
        return reducing("sumOfSquares", shape, "", store, fill)
                .call((backend, t) -> backend.sumOfSquares(t[0], store, t[1], t[2]))
                .expect(v -> OrderedReductions.sumOfSquares(v[0], store, v[2]), (v, allowed) -> {
                    ReferenceReductions.sumOfSquares(v[0], store, v[2], allowed[2]);
                    if (fill == Fill.WHOLE_NUMBERS) {
                        allowed[2][0] = 0;
                    }
                });
    }

    private static OperationCase countAbove(Shape shape, float threshold, Store store, Fill fill) {
        return reducing("countAbove", shape, threshold + ", ", store, fill)
                .call((backend, t) -> backend.countAbove(t[0], threshold, store, t[1], t[2]))
                .expect(
                        v -> OrderedReductions.countAbove(v[0], threshold, store, v[2]),
                        (v, allowed) -> ReferenceReductions.countAbove(v[0], threshold, store, v[2]));
    }

    /** The scratch is as small as it may be. */
    private static OperationCase.Builder reducing(String operation, Shape shape, String more, Store store, Fill fill) {
        String detail = more + shape + ", " + store + ", " + fill;
        TestData data = TestData.seeded(detail);
        OperationCase.Builder builder = OperationCase.of(operation, detail)
                .input("x", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .scratch("scratch", 1, Reductions.scratchSize(shape.size()));
        return store == Store.ADD ? builder.update("out", 1, 1, data.wholeNumbers(1)) : builder.output("out", 1, 1);
    }

    private static OperationCase sumRows(Shape shape, Store store, Fill fill) {
        String detail = shape + ", " + store + ", " + fill;
        TestData data = TestData.seeded(detail);
        OperationCase.Builder builder =
                OperationCase.of("sumRows", detail).input("x", shape.rows(), shape.cols(), fill.of(data, shape.size()));
        if (store == Store.ADD) {
            builder.update("out", 1, shape.cols(), fill.of(data, shape.cols()));
        } else {
            builder.output("out", 1, shape.cols());
        }
        return builder.call((backend, t) -> backend.sumRows(t[0], store, t[1]))
                .expect(
                        v -> OrderedReductions.sumRows(v[0], store, v[1]),
                        (v, allowed) -> ReferenceReductions.sumRows(v[0], store, v[1], allowed[1]));
    }

    private static OperationCase rowSumOfSquares(Shape shape, Fill fill) {
        String detail = shape + ", " + fill;
        return OperationCase.of("rowSumOfSquares", detail)
                .input("x", shape.rows(), shape.cols(), fill.of(TestData.seeded(detail), shape.size()))
                .output("out", shape.rows(), 1)
                .call((backend, t) -> backend.rowSumOfSquares(t[0], t[1]))
                .expect(
                        v -> OrderedReductions.rowSumOfSquares(v[0], v[1]),
                        (v, allowed) -> ReferenceReductions.rowSumOfSquares(v[0], v[1], allowed[1]));
    }
}
