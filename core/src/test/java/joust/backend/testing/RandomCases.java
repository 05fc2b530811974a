package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import java.util.ArrayList;
import java.util.List;

/** Cases of {@link joust.backend.RandomNumbers}. */
final class RandomCases {
    private static final float[][] INTERVALS = {{0, 1}, {-1, 1}, {-0.05f, 0.07f}, {1, 1.0000001f}, {-1e38f, 1e38f}};
    private static final float[][] MOMENTS = {{0, 1}, {-2.5f, 0.02f}, {1, 0}, {0, 1e30f}};

    private RandomCases() {}

    static List<OperationCase> uniform(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(uniform(Draw.at(count), new Shape(1, count), -1, 1));
            cases.add(uniform(Draw.at(count), new Shape(count, 1), 0, 1));
        }
        for (Draw draw : Draw.BORDERS) {
            cases.add(uniform(draw, new Shape(5, 7), 0, 1));
        }
        for (float[] interval : INTERVALS) {
            cases.add(uniform(Draw.at(1), new Shape(17, 13), interval[0], interval[1]));
        }
        return cases;
    }

    static List<OperationCase> normal(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(normal(Draw.at(count), new Shape(1, count), 0, 1));
            cases.add(normal(Draw.at(count), new Shape(count, 1), 0.5f, 0.3f));
        }
        for (Draw draw : Draw.BORDERS) {
            cases.add(normal(draw, new Shape(5, 7), 0, 1));
        }
        for (float[] moments : MOMENTS) {
            cases.add(normal(Draw.at(1), new Shape(17, 13), moments[0], moments[1]));
        }
        return cases;
    }

    private static OperationCase uniform(Draw draw, Shape shape, float low, float high) {
        float width = (float) ((double) high - low);
        return OperationCase.of("uniform", draw + ", " + low + " .. " + high + ", " + shape)
                .output("out", shape.rows(), shape.cols())
                .call((backend, t) -> backend.uniform(draw.seed(), draw.stream(), draw.position(), low, high, t[0]))
                .expectEach(
                        0,
                        (v, i) -> fma(OrderedRandom.uniform(draw.word(i)), width, low),
                        (v, i) -> ReferenceRandom.uniform(draw.word(i)) * ((double) high - low) + low,
                        (v, i, value) -> Rounding.of(Math.abs(value - low) + Math.abs(value)));
    }

    /** The radius is off by 3 roundings, the sine by 2; then come their product and the sum. */
    private static OperationCase normal(Draw draw, Shape shape, float mean, float deviation) {
        return OperationCase.of("normal", draw + ", mean " + mean + ", deviation " + deviation + ", " + shape)
                .output("out", shape.rows(), shape.cols())
                .call((backend, t) ->
                        backend.normal(draw.seed(), draw.stream(), draw.position(), mean, deviation, t[0]))
                .expectEach(
                        0,
                        (v, i) -> fma(deviation, OrderedRandom.normal(draw, i), mean),
                        (v, i) -> deviation * ReferenceRandom.normal(draw, i) + mean,
                        (v, i, value) -> Rounding.of(6 * Math.abs(value - mean) + Math.abs(value)));
    }
}
