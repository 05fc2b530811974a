package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Cases of {@link joust.backend.Optimizers}. The tensors come as gradients, state, parameters. */
final class OptimizerCases {
    private static final Shape ODD = new Shape(61, 17);

    private OptimizerCases() {}

    static List<OperationCase> gradientDescent(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        forEachData(sizes, (shape, fill) -> cases.add(sgd(0.05, shape, fill)));
        forEachData(sizes, (shape, fill) -> cases.add(momentum(0.05, 0.9, false, shape, fill)));
        forEachData(sizes, (shape, fill) -> cases.add(momentum(0.003, 0.99, true, shape, fill)));
        cases.add(momentum(0.05, 0.1, false, ODD, Fill.MAGNITUDES));
        cases.add(momentum(0.05, 0.001, true, ODD, Fill.MAGNITUDES));
        return cases;
    }

    static List<OperationCase> adaptive(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        forEachData(sizes, (shape, fill) -> cases.add(rmsProp(0.001, 0.9, 1e-7, shape, fill)));
        forEachData(sizes, (shape, fill) -> cases.add(adam(adamStep(1), 0.5, 0.999, 1e-8, shape, fill)));
        cases.add(adam(adamStep(1000), 0.9, 0.999, 1e-8, ODD, Fill.NUMBERS));
        cases.add(adam(adamStep(1000), 0, 0.9, 1e-7, ODD, Fill.NUMBERS));
        cases.addAll(floors());
        forEachData(sizes, (shape, fill) -> cases.add(adamW(2e-6, adamStep(2), 0.5, 0.999, 1e-8, shape, fill)));
        return cases;
    }

    /** Factors whose floors differ from each other and from the usual ones, where every floor shows. */
    private static List<OperationCase> floors() {
        return List.of(
                rmsProp(0.001, 0.1, 1e-7, ODD, Fill.MAGNITUDES),
                adam(adamStep(1), 0, 0.9, 1e-8, ODD, Fill.MAGNITUDES),
                adam(adamStep(1), 0.9, 0.2, 1e-8, ODD, Fill.MAGNITUDES),
                adamW(2e-6, adamStep(1), 0.1, 0.9, 1e-8, ODD, Fill.MAGNITUDES));
    }

    static List<OperationCase> decays(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        forEachData(sizes, (shape, fill) -> cases.add(decay(0.01, shape, fill)));
        forEachData(sizes, (shape, fill) -> cases.add(addDecay(0.0025, shape, fill)));
        forEachData(sizes, (shape, fill) -> cases.add(clip(0.01, shape, fill)));
        return cases;
    }

    static List<OperationCase> averages(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        forEachData(sizes, (shape, fill) -> cases.add(movingAverage(0.999, shape, fill)));
        cases.add(movingAverage(0, new Shape(7, 9), Fill.NUMBERS));
        return cases;
    }

    /** Nothing but +0: each optimizer leaves it so. */
    static List<OperationCase> gaps() {
        Shape gap = new Shape(1, 63);
        return Stream.of(
                        sgd(0.05, gap, Fill.EMPTY),
                        momentum(0.05, 0.9, false, gap, Fill.EMPTY),
                        momentum(0.05, 0.9, true, gap, Fill.EMPTY),
                        rmsProp(0.001, 0.9, 1e-7, gap, Fill.EMPTY),
                        adam(adamStep(1), 0.5, 0.999, 1e-8, gap, Fill.EMPTY),
                        adamW(2e-6, adamStep(1), 0.5, 0.999, 1e-8, gap, Fill.EMPTY),
                        decay(0.01, gap, Fill.EMPTY),
                        addDecay(0.0025, gap, Fill.EMPTY),
                        clip(0.01, gap, Fill.EMPTY),
                        movingAverage(0.999, gap, Fill.EMPTY))
                .map(OperationCase::unchanging)
                .toList();
    }

    /** {@code learningRate*sqrt(1-beta2^t)/(1-beta1^t)} for the rates 2e-4, .5 and .999. */
    private static double adamStep(int t) {
        return 2e-4 * Math.sqrt(1 - StrictMath.pow(0.999, t)) / (1 - StrictMath.pow(0.5, t));
    }

    private static void forEachData(ContractSizes sizes, BiConsumer<Shape, Fill> action) {
        for (int count : sizes.counts()) {
            action.accept(new Shape(1, count), Fill.NUMBERS);
        }
        action.accept(new Shape(13, 11), Fill.SPECIALS);
        action.accept(new Shape(13, 11), Fill.DENORMALS);
        action.accept(ODD, Fill.MAGNITUDES);
    }

    private static OperationCase sgd(double rate, Shape shape, Fill fill) {
        return over("sgd", "rate " + rate, shape, fill, "gradients", "parameters")
                .call((backend, t) -> backend.sgd(rate, t[0], t[1]))
                .expect(
                        v -> OrderedOptimizers.sgd(rate, v[0], v[1]),
                        (v, allowed) -> ReferenceOptimizers.sgd(rate, v[0], v[1], allowed[1]));
    }

    private static OperationCase momentum(double rate, double momentum, boolean nesterov, Shape shape, Fill fill) {
        return over(
                        nesterov ? "nesterov" : "momentum",
                        "rate " + rate + ", momentum " + momentum,
                        shape,
                        fill,
                        "gradients",
                        "accumulator",
                        "parameters")
                .call((backend, t) -> {
                    if (nesterov) {
                        backend.nesterov(rate, momentum, t[0], t[1], t[2]);
                    } else {
                        backend.momentum(rate, momentum, t[0], t[1], t[2]);
                    }
                })
                .expect(
                        v -> {
                            if (nesterov) {
                                OrderedOptimizers.nesterov(rate, momentum, v[0], v[1], v[2]);
                            } else {
                                OrderedOptimizers.momentum(rate, momentum, v[0], v[1], v[2]);
                            }
                        },
                        (v, allowed) ->
                                ReferenceOptimizers.momentum(rate, momentum, nesterov, v[0], v[1], v[2], allowed));
    }

    private static OperationCase rmsProp(double rate, double rho, double epsilon, Shape shape, Fill fill) {
        String detail = "rate " + rate + ", rho " + rho + ", epsilon " + epsilon;
        return over("rmsProp", detail, shape, fill, "gradients", "meanSquare", "parameters")
                .call((backend, t) -> backend.rmsProp(rate, rho, epsilon, t[0], t[1], t[2]))
                .expect(
                        v -> OrderedOptimizers.rmsProp(rate, rho, epsilon, v[0], v[1], v[2]),
                        (v, allowed) -> ReferenceOptimizers.rmsProp(rate, rho, epsilon, v[0], v[1], v[2], allowed));
    }

    private static OperationCase adam(
            double stepSize, double beta1, double beta2, double epsilon, Shape shape, Fill fill) {
        String detail = "step " + stepSize + ", betas " + beta1 + " and " + beta2 + ", epsilon " + epsilon;
        return over("adam", detail, shape, fill, "gradients", "firstMoment", "secondMoment", "parameters")
                .call((backend, t) -> backend.adam(stepSize, beta1, beta2, epsilon, t[0], t[1], t[2], t[3]))
                .expect(
                        v -> OrderedOptimizers.adam(stepSize, beta1, beta2, epsilon, v[0], v[1], v[2], v[3]),
                        (v, allowed) -> ReferenceOptimizers.adam(
                                stepSize, beta1, beta2, epsilon, v[0], v[1], v[2], v[3], allowed));
    }

    private static OperationCase adamW(
            double decay, double stepSize, double beta1, double beta2, double epsilon, Shape shape, Fill fill) {
        String detail =
                "decay " + decay + ", step " + stepSize + ", betas " + beta1 + " and " + beta2 + ", epsilon " + epsilon;
        return over("adamW", detail, shape, fill, "gradients", "firstMoment", "secondMoment", "parameters")
                .call((backend, t) -> backend.adamW(decay, stepSize, beta1, beta2, epsilon, t[0], t[1], t[2], t[3]))
                .expect(
                        v -> {
                            OrderedOptimizers.decay(decay, v[3]);
                            OrderedOptimizers.adam(stepSize, beta1, beta2, epsilon, v[0], v[1], v[2], v[3]);
                        },
                        (v, allowed) -> {
                            double[] ofDecay = new double[v[3].length];
                            ReferenceOptimizers.decay(decay, v[3], ofDecay);
                            ReferenceOptimizers.adam(stepSize, beta1, beta2, epsilon, v[0], v[1], v[2], v[3], allowed);
                            for (int i = 0; i < ofDecay.length; i++) {
                                allowed[3][i] += ofDecay[i];
                            }
                        });
    }

    private static OperationCase decay(double rate, Shape shape, Fill fill) {
        return over("decay", "rate " + rate, shape, fill, "parameters")
                .call((backend, t) -> backend.decay(rate, t[0]))
                .expect(
                        v -> OrderedOptimizers.decay(rate, v[0]),
                        (v, allowed) -> ReferenceOptimizers.decay(rate, v[0], allowed[0]));
    }

    private static OperationCase addDecay(double lambda, Shape shape, Fill fill) {
        return over("addDecay", "lambda " + lambda, shape, fill, "parameters", "gradients")
                .call((backend, t) -> backend.addDecay(lambda, t[0], t[1]))
                .expectEach(
                        1,
                        (v, i) -> fma((float) lambda, v[0][i], v[1][i]),
                        (v, i) -> lambda * v[0][i] + v[1][i],
                        (v, i, sum) -> Rounding.of(Math.abs(lambda * v[0][i]) + Math.abs(sum)));
    }

    private static OperationCase clip(double limit, Shape shape, Fill fill) {
        float bound = (float) limit;
        return over("clip", "limit " + limit, shape, fill, "parameters")
                .call((backend, t) -> backend.clip(limit, t[0]))
                .expectEachExactly(0, (v, i) -> v[0][i] < -bound ? -bound : v[0][i] > bound ? bound : v[0][i]);
    }

    private static OperationCase movingAverage(double decay, Shape shape, Fill fill) {
        return over("movingAverage", "decay " + decay, shape, fill, "parameters", "average")
                .call((backend, t) -> backend.movingAverage(decay, t[0], t[1]))
                .expect(
                        v -> OrderedOptimizers.movingAverage(decay, v[0], v[1]),
                        (v, allowed) -> ReferenceOptimizers.movingAverage(decay, v[0], v[1], allowed[1]));
    }

    /** Operands of equal shapes: the first is read only where there are more; second moments are never negative. */
    private static OperationCase.Builder over(
            String operation, String scalars, Shape shape, Fill fill, String... operands) {
        String detail = scalars + ", " + shape + ", " + fill;
        TestData data = TestData.seeded(operation + detail);
        OperationCase.Builder builder = OperationCase.of(operation, detail);
        for (int i = 0; i < operands.length; i++) {
            float[] values = fill.of(data, shape.size());
            boolean squared = operands[i].equals("secondMoment") || operands[i].equals("meanSquare");
            float[] content = squared ? TestData.magnitudes(values) : values;
            if (i == 0 && operands.length > 1) {
                builder.input(operands[i], shape.rows(), shape.cols(), content);
            } else {
                builder.update(operands[i], shape.rows(), shape.cols(), content);
            }
        }
        return builder;
    }
}
