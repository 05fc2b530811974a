package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;

/** Cases of {@link joust.backend.Transfers#copy} and {@code fill}. */
final class TransferCases {
    private static final float[] VALUES = {
        0.25f, 0, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.NaN
    };

    private TransferCases() {}

    static List<OperationCase> copies(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(copy(new Shape(1, count)));
            cases.add(copy(new Shape(count, 1)));
        }
        sizes.shapes().forEach(shape -> cases.add(copy(shape)));
        return cases;
    }

    static List<OperationCase> fills(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(fill(new Shape(1, count), 0.25f));
        }
        for (float value : VALUES) {
            cases.add(fill(new Shape(5, 7), value));
        }
        return cases;
    }

    private static OperationCase copy(Shape shape) {
        return OperationCase.of("copy", shape.toString())
                .input(
                        "source",
                        shape.rows(),
                        shape.cols(),
                        TestData.seeded("copy" + shape).withEdges(shape.size()))
                .output("destination", shape.rows(), shape.cols())
                .call((backend, t) -> backend.copy(t[0], t[1]))
                .expectEachExactly(1, (v, i) -> v[0][i]);
    }

    private static OperationCase fill(Shape shape, float value) {
        return OperationCase.of("fill", "with " + value + ", " + shape)
                .output("destination", shape.rows(), shape.cols())
                .call((backend, t) -> backend.fill(t[0], value))
                .expectEachExactly(0, (v, i) -> value);
    }
}
