package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import joust.backend.Activation;

/** Cases of {@link joust.backend.Activations}, in place and not. */
final class ActivationCases {
    static final List<Activation> ALL = List.of(
            Activation.IDENTITY,
            Activation.RELU,
            Activation.leakyRelu(0.2f),
            Activation.leakyRelu(0x1p-7f),
            Activation.SIGMOID,
            Activation.TANH);

    private ActivationCases() {}

    static List<OperationCase> forward(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (Activation activation : ALL) {
            for (int count : sizes.counts()) {
                cases.add(forward(activation, new Shape(1, count), Fill.EDGES, false));
                cases.add(forward(activation, new Shape(count, 1), Fill.NUMBERS, true));
            }
            for (Shape shape : sizes.shapes()) {
                cases.add(forward(activation, shape, Fill.EDGES, true));
            }
        }
        return cases;
    }

    static List<OperationCase> backward(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (Activation activation : ALL) {
            for (int count : sizes.counts()) {
                cases.add(backward(activation, new Shape(1, count), InPlace.NOT));
                cases.add(backward(activation, new Shape(count, 1), InPlace.SECOND));
            }
            for (Shape shape : sizes.shapes()) {
                cases.add(backward(activation, shape, InPlace.FIRST));
            }
        }
        return cases;
    }

    static List<OperationCase> second(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (Activation activation : ALL) {
            for (int count : sizes.counts()) {
                cases.add(second(activation, new Shape(1, count), InPlace.NOT));
            }
            for (Shape shape : sizes.shapes()) {
                cases.add(second(activation, shape, InPlace.FIRST));
                cases.add(second(activation, shape, InPlace.SECOND));
            }
        }
        return cases;
    }

    /** Numbers that the activation can return, its limits and zeros of both signs and NaN among them. */
    static float[] outputs(Activation activation, TestData data, int count) {
        float[] x = data.withSpecials(count);
        for (int i = 0; i < count; i++) {
            x[i] = (float) ReferenceActivations.forward(activation, x[i]);
        }
        return x;
    }

    static String name(Activation activation) {
        String kind = activation.kind().name().toLowerCase(Locale.ROOT);
        return activation.slope() == 0 ? kind : kind + " " + activation.slope();
    }

    private static OperationCase forward(Activation activation, Shape shape, Fill fill, boolean inPlace) {
        String detail = name(activation) + ", " + shape + ", " + fill + (inPlace ? ", in place" : "");
        float[] x = fill.of(TestData.seeded(detail), shape.size());
        OperationCase.Builder builder = OperationCase.of("activate", detail);
        int y = inPlace ? 0 : 1;
        if (inPlace) {
            builder.update("x = y", shape.rows(), shape.cols(), x);
        } else {
            builder.input("x", shape.rows(), shape.cols(), x).output("y", shape.rows(), shape.cols());
        }
        return builder.call((backend, t) -> backend.activate(activation, t[0], t[y]))
                .expectEach(
                        y,
                        (v, i) -> OrderedActivations.forward(activation, v[0][i]),
                        (v, i) -> ReferenceActivations.forward(activation, v[0][i]),
                        (v, i, result) -> ReferenceActivations.forwardError(activation, v[0][i]));
    }

    private static OperationCase backward(Activation activation, Shape shape, InPlace inPlace) {
        String detail = name(activation) + ", " + shape + inPlace;
        TestData data = TestData.seeded(detail);
        int out = inPlace.output();
        return inPlace.operands(
                        OperationCase.of("activateBackward", detail),
                        shape,
                        new String[] {"y", "gradient", "gradientX"},
                        outputs(activation, data, shape.size()),
                        data.withSpecials(shape.size()))
                .call((backend, t) -> backend.activateBackward(activation, t[0], t[1], t[out]))
                .expectEach(
                        out,
                        (v, i) -> OrderedActivations.backward(activation, v[0][i], v[1][i]),
                        (v, i) -> ReferenceActivations.backward(activation, v[0][i], v[1][i]),
                        (v, i, result) -> ReferenceActivations.backwardError(activation, v[1][i], result));
    }

    private static OperationCase second(Activation activation, Shape shape, InPlace inPlace) {
        String detail = name(activation) + ", " + shape + inPlace;
        TestData data = TestData.seeded(detail);
        int out = inPlace.output();
        return inPlace.operands(
                        OperationCase.of("activateSecondDerivative", detail),
                        shape,
                        new String[] {"y", "factor", "out"},
                        outputs(activation, data, shape.size()),
                        data.withSpecials(shape.size()))
                .call((backend, t) -> backend.activateSecondDerivative(activation, t[0], t[1], t[out]))
                .expectEach(
                        out,
                        (v, i) -> OrderedActivations.second(activation, v[0][i], v[1][i]),
                        (v, i) -> ReferenceActivations.second(activation, v[0][i], v[1][i]),
                        (v, i, result) -> ReferenceActivations.secondError(activation, v[1][i], result));
    }
}
