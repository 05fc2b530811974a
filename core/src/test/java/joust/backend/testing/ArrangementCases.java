package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;

/** Cases of {@link joust.backend.Arrangement}: nothing is computed, so every oracle is exact. */
final class ArrangementCases {
    private ArrangementCases() {}

    static List<OperationCase> copiedRows(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int cols : sizes.counts()) {
            cases.add(copyRows(new Shape(5, cols), 1, 3, new Shape(4, cols), 0));
            cases.add(copyRows(new Shape(2, cols), 0, 2, new Shape(7, cols), 5));
        }
        cases.add(copyRows(new Shape(1, 1), 0, 1, new Shape(1, 1), 0));
        return cases;
    }

    static List<OperationCase> gatheredRows(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int cols : sizes.counts()) {
            cases.add(gatherRows(Draw.at(cols), new Shape(cols > 1000 ? 3 : 61, cols), 7));
        }
        for (int rows : List.of(1, 2, 3, 4, 5, 255, 256, 257, 1027)) {
            cases.add(gatherRows(Draw.at(rows), new Shape(1797, 2), rows));
            cases.add(gatherRows(Draw.at(rows), new Shape(rows, 3), 2 * rows));
        }
        for (Draw draw : Draw.BORDERS) {
            cases.add(gatherRows(draw, new Shape(1000, 1), 100));
        }
        return cases;
    }

    static List<OperationCase> columns(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int cols : sizes.counts()) {
            cases.add(concatColumns(3, cols, 2));
            cases.add(concatColumns(5, 1, cols));
            cases.add(splitColumns(3, cols, 2));
            cases.add(splitColumns(5, 1, cols));
        }
        cases.add(concatColumns(sizes.large() / 11, 7, 4));
        cases.add(splitColumns(sizes.large() / 11, 4, 7));
        return cases;
    }

    private static OperationCase copyRows(
            Shape source, int sourceRow, int count, Shape destination, int destinationRow) {
        String detail =
                count + " rows from " + sourceRow + " of " + source + " to " + destinationRow + " of " + destination;
        TestData data = TestData.seeded(detail);
        int cols = source.cols();
        int from = destinationRow * cols;
        int to = from + count * cols;
        int shift = (sourceRow - destinationRow) * cols;
        return OperationCase.of("copyRows", detail)
                .input("source", source.rows(), cols, data.withSpecials(source.size()))
                .update("destination", destination.rows(), cols, data.withSpecials(destination.size()))
                .call((backend, t) -> backend.copyRows(t[0], sourceRow, count, t[1], destinationRow))
                .expectEachExactly(1, (v, i) -> i >= from && i < to ? v[0][i + shift] : v[1][i]);
    }

    private static OperationCase gatherRows(Draw draw, Shape source, int rows) {
        String detail = draw + ", " + rows + " rows of " + source;
        int cols = source.cols();
        return OperationCase.of("gatherRows", detail)
                .input("source", source.rows(), cols, TestData.seeded(detail).withSpecials(source.size()))
                .output("out", rows, cols)
                .call((backend, t) -> backend.gatherRows(t[0], draw.seed(), draw.stream(), draw.position(), t[1]))
                .expectEachExactly(
                        1, (v, i) -> v[0][OrderedRandom.row(draw, i / cols, source.rows()) * cols + i % cols]);
    }

    private static OperationCase concatColumns(int rows, int left, int right) {
        String detail = rows + " rows, " + left + " and " + right + " columns";
        TestData data = TestData.seeded(detail);
        int cols = left + right;
        return OperationCase.of("concatColumns", detail)
                .input("left", rows, left, data.withSpecials(rows * left))
                .input("right", rows, right, data.withSpecials(rows * right))
                .output("out", rows, cols)
                .call((backend, t) -> backend.concatColumns(t[0], t[1], t[2]))
                .expectEachExactly(
                        2,
                        (v, i) -> i % cols < left
                                ? v[0][i / cols * left + i % cols]
                                : v[1][i / cols * right + i % cols - left]);
    }

    private static OperationCase splitColumns(int rows, int left, int right) {
        String detail = rows + " rows, " + left + " and " + right + " columns";
        int cols = left + right;
        return OperationCase.of("splitColumns", detail)
                .input("source", rows, cols, TestData.seeded(detail).withSpecials(rows * cols))
                .output("left", rows, left)
                .output("right", rows, right)
                .call((backend, t) -> backend.splitColumns(t[0], t[1], t[2]))
                .expectExactly(v -> {
                    for (int i = 0; i < rows * cols; i++) {
                        int row = i / cols;
                        int col = i % cols;
                        if (col < left) {
                            v[1][row * left + col] = v[0][i];
                        } else {
                            v[2][row * right + col - left] = v[0][i];
                        }
                    }
                });
    }
}
