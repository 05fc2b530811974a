package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import joust.backend.Loss;
import joust.backend.Side;

/** Cases of {@link joust.backend.Losses}. */
final class LossCases {
    private static final float[] PROBABILITIES = {
        1e-7f, 0x1.fffffep-1f, Float.MIN_VALUE, Float.MIN_NORMAL, 0.5f, 0x1p-24f, Float.NaN
    };

    private LossCases() {}

    static List<OperationCase> adversarial(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            for (Side side : Side.values()) {
                sizes.counts().forEach(rows -> cases.add(adversarial(loss, side, 1, 1f / rows, rows)));
                cases.add(adversarial(loss, side, 1, -0.37f, 127));
                if (!loss.onProbabilities()) {
                    cases.add(adversarial(loss, side, 1, 0, 127));
                }
                if (loss.acceptsLabel() && side == Side.REAL) {
                    cases.add(adversarial(loss, side, 0.9f, 1f / 128, 128));
                    cases.add(adversarial(loss, side, 0.9f, 1f / sizes.large(), sizes.large()));
                    cases.add(adversarial(loss, side, 0.5f, -1, 61));
                    cases.add(adversarial(loss, side, 1e-3f, 1, 61));
                }
            }
        }
        return cases;
    }

    static List<OperationCase> twoClass(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int label = 0; label < 2; label++) {
            for (int rows : sizes.counts()) {
                cases.add(twoClass(label, rows, 1f / rows, Fill.NUMBERS));
            }
            cases.add(twoClass(label, 501, -0.37f, Fill.EDGES));
        }
        return cases;
    }

    static List<OperationCase> softmax(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int rows : List.of(1, 2, sizes.lanes() - 1, sizes.lanes() + 1, 128)) {
            for (int classes : List.of(2, 3, sizes.lanes() + 1, 10, 61)) {
                cases.add(softmax(new Shape(rows, classes), 1f / rows, Fill.NUMBERS));
                cases.add(softmax(new Shape(rows, classes), -0.37f, Fill.FEW_SPECIALS));
            }
        }
        cases.add(softmax(new Shape(sizes.large() / 10, 10), 0.1f, Fill.NUMBERS));
        cases.add(softmax(new Shape(67, 3), 1, Fill.EDGES));
        return cases;
    }

    static List<OperationCase> squaredError(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(squaredError(new Shape(1, count), 1f / count, Fill.NUMBERS));
        }
        for (Shape shape : sizes.shapes()) {
            cases.add(squaredError(shape, -0.37f, Fill.SPECIALS));
        }
        return cases;
    }

    private static OperationCase adversarial(Loss loss, Side side, float label, float scale, int rows) {
        String name = (loss + " " + side).toLowerCase(Locale.ROOT).replace('_', '-');
        String detail = name + ", label " + label + ", scaled by " + scale + ", " + rows + "x1";
        TestData data = TestData.seeded(detail);
        float[] outputs = loss.onProbabilities() ? data.probabilities(rows, PROBABILITIES) : data.withEdges(rows);
        return OperationCase.of("adversarialLoss", detail)
                .input("outputs", rows, 1, outputs)
                .output("losses", rows, 1)
                .output("gradient", rows, 1)
                .call((backend, t) -> backend.adversarialLoss(loss, side, label, t[0], scale, t[1], t[2]))
                .expect(
                        v -> {
                            for (int i = 0; i < rows; i++) {
                                v[1][i] = OrderedLosses.adversarial(loss, side, label, v[0][i]);
                                v[2][i] = OrderedLosses.derivative(loss, side, label, v[0][i]) * scale;
                            }
                        },
                        (v, allowed) -> {
                            for (int i = 0; i < rows; i++) {
                                double x = v[0][i];
                                double value = ReferenceLosses.adversarial(loss, side, label, x);
                                double derivative = ReferenceLosses.derivative(loss, side, label, x);
                                double error = ReferenceLosses.derivativeError(loss, side, label, x, derivative);
                                v[1][i] = value;
                                allowed[1][i] = ReferenceLosses.adversarialError(loss, x, value);
                                v[2][i] = derivative * scale;
                                allowed[2][i] = scaledError(error, derivative, scale);
                            }
                        });
    }

    private static OperationCase twoClass(int label, int rows, float scale, Fill fill) {
        String detail = "label " + label + ", scaled by " + scale + ", " + rows + "x2, " + fill;
        return OperationCase.of("twoClassCrossEntropy", detail)
                .input("logits", rows, 2, fill.of(TestData.seeded(detail), 2 * rows))
                .output("losses", rows, 1)
                .output("gradient", rows, 2)
                .call((backend, t) -> backend.twoClassCrossEntropy(label, t[0], scale, t[1], t[2]))
                .expect(
                        v -> OrderedLosses.twoClass(label, v[0], scale, v[1], v[2]),
                        (v, allowed) -> ReferenceSoftmax.twoClass(
                                label, v[0], scale, new double[][] {v[1], v[2]}, new double[][] {allowed[1], allowed[2]
                                }));
    }

    /** Among the labels are some that are no class. */
    private static OperationCase softmax(Shape shape, float scale, Fill fill) {
        String detail = shape + ", scaled by " + scale + ", " + fill;
        TestData data = TestData.seeded(detail);
        return OperationCase.of("softmaxCrossEntropy", detail)
                .input("logits", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .input("labels", shape.rows(), 1, data.labels(shape.rows(), shape.cols()))
                .output("losses", shape.rows(), 1)
                .output("gradient", shape.rows(), shape.cols())
                .call((backend, t) -> backend.softmaxCrossEntropy(t[0], t[1], scale, t[2], t[3]))
                .expect(
                        v -> OrderedLosses.softmax(v[0], v[1], scale, v[2], v[3]),
                        (v, allowed) -> ReferenceSoftmax.softmax(
                                v[0], v[1], scale, new double[][] {v[2], v[3]}, new double[][] {allowed[2], allowed[3]
                                }));
    }

    private static OperationCase squaredError(Shape shape, float scale, Fill fill) {
        String detail = shape + ", scaled by " + scale + ", " + fill;
        TestData data = TestData.seeded(detail);
        return OperationCase.of("squaredError", detail)
                .input("outputs", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .input("targets", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .output("losses", shape.rows(), shape.cols())
                .output("gradient", shape.rows(), shape.cols())
                .call((backend, t) -> backend.squaredError(t[0], t[1], scale, t[2], t[3]))
                .expect(
                        v -> {
                            for (int i = 0; i < v[2].length; i++) {
                                float d = v[0][i] - v[1][i];
                                v[2][i] = d * d;
                                v[3][i] = (2 * d) * scale;
                            }
                        },
                        (v, allowed) -> {
                            for (int i = 0; i < v[2].length; i++) {
                                double d = v[0][i] - v[1][i];
                                v[2][i] = d * d;
                                v[3][i] = 2 * d * scale;
                                allowed[2][i] = Rounding.relative(v[2][i], 3);
                                allowed[3][i] = Rounding.relative(v[3][i], 2);
                            }
                        });
    }

    /** A derivative that is exact stays so: its product with the scale is rounded once. */
    private static double scaledError(double error, double derivative, float scale) {
        return error == 0 ? 0 : error * Math.abs(scale) + Rounding.relative(derivative * scale, 1);
    }
}
