package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import java.util.ArrayList;
import java.util.List;

/** Cases of {@link joust.backend.ElementwiseOperations}, in place where that is allowed. */
final class ElementwiseCases {
    private static final float[] FACTORS = {0.3f, -1, 0, -0f, 0x1p-100f, 1e30f, Float.POSITIVE_INFINITY, Float.NaN};
    private static final float[][] BOUNDS = {
        {-0.25f, 0.125f}, {0, 0}, {-0f, 0}, {1e-7f, 0x1.fffffep-1f}, {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}
    };

    private ElementwiseCases() {}

    static List<OperationCase> scales(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(scale(0.3f, new Shape(1, count), false));
            cases.add(scale(-1.7f, new Shape(count, 1), true));
        }
        for (float factor : FACTORS) {
            cases.add(scale(factor, new Shape(3, 17), false));
        }
        return cases;
    }

    static List<OperationCase> scaledSums(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(addScaled(-0.3f, new Shape(1, count), Fill.NUMBERS));
        }
        for (float factor : FACTORS) {
            cases.add(addScaled(factor, new Shape(17, 3), Fill.SPECIALS));
        }
        cases.add(addScaled(0x1p-3f, new Shape(17, 3), Fill.DENORMALS));
        return cases;
    }

    static List<OperationCase> products(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(multiply(new Shape(1, count)));
        }
        sizes.shapes().forEach(shape -> cases.add(multiply(shape)));
        sizes.shapes().forEach(shape -> cases.add(square(shape)));
        return cases;
    }

    static List<OperationCase> clamps(ContractSizes sizes) {
        List<OperationCase> cases = new ArrayList<>();
        for (int count : sizes.counts()) {
            cases.add(clamp(BOUNDS[0], new Shape(1, count), false));
            cases.add(clamp(BOUNDS[0], new Shape(count, 1), true));
            cases.add(clampBackward(BOUNDS[0], new Shape(1, count), false));
            cases.add(clampBackward(BOUNDS[0], new Shape(count, 1), true));
        }
        for (float[] bounds : BOUNDS) {
            cases.add(clamp(bounds, new Shape(7, 9), false));
            cases.add(clampBackward(bounds, new Shape(7, 9), false));
        }
        return cases;
    }

    private static OperationCase scale(float factor, Shape shape, boolean inPlace) {
        String detail = "by " + factor + ", " + shape + (inPlace ? ", in place" : "");
        int y = inPlace ? 0 : 1;
        return oneInput(OperationCase.of("scale", detail), shape, TestData.seeded(detail), inPlace)
                .call((backend, t) -> backend.scale(factor, t[0], t[y]))
                .expectEach(y, (v, i) -> factor * v[0][i], (v, i) -> factor * v[0][i]);
    }

    private static OperationCase addScaled(float factor, Shape shape, Fill fill) {
        String detail = "by " + factor + ", " + shape + ", " + fill;
        TestData data = TestData.seeded(detail);
        return OperationCase.of("addScaled", detail)
                .input("x", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .update("y", shape.rows(), shape.cols(), fill.of(data, shape.size()))
                .call((backend, t) -> backend.addScaled(factor, t[0], t[1]))
                .expectEach(
                        1,
                        (v, i) -> fma(factor, v[0][i], v[1][i]),
                        (v, i) -> factor * v[0][i] + v[1][i],
                        (v, i, sum) -> Rounding.relative(sum, 1));
    }

    private static OperationCase multiply(Shape shape) {
        TestData data = TestData.seeded("multiply" + shape);
        return OperationCase.of("multiply", shape.toString())
                .input("a", shape.rows(), shape.cols(), data.withEdges(shape.size()))
                .input("b", shape.rows(), shape.cols(), data.withSpecials(shape.size()))
                .output("out", shape.rows(), shape.cols())
                .call((backend, t) -> backend.multiply(t[0], t[1], t[2]))
                .expectEach(2, (v, i) -> v[0][i] * v[1][i], (v, i) -> v[0][i] * v[1][i]);
    }

    /** Both factors the same tensor, which inputs may be. */
    private static OperationCase square(Shape shape) {
        return OperationCase.of("multiply", shape + ", with itself")
                .input(
                        "a = b",
                        shape.rows(),
                        shape.cols(),
                        TestData.seeded("square" + shape).withEdges(shape.size()))
                .output("out", shape.rows(), shape.cols())
                .call((backend, t) -> backend.multiply(t[0], t[0], t[1]))
                .expectEach(1, (v, i) -> v[0][i] * v[0][i], (v, i) -> v[0][i] * v[0][i]);
    }

    private static OperationCase clamp(float[] bounds, Shape shape, boolean inPlace) {
        float low = bounds[0];
        float high = bounds[1];
        String detail = "to " + low + " .. " + high + ", " + shape + (inPlace ? ", in place" : "");
        int y = inPlace ? 0 : 1;
        return oneInput(OperationCase.of("clamp", detail), shape, TestData.seeded(detail), inPlace)
                .call((backend, t) -> backend.clamp(low, high, t[0], t[y]))
                .expectEachExactly(y, (v, i) -> v[0][i] < low ? low : v[0][i] > high ? high : v[0][i]);
    }

    private static OperationCase clampBackward(float[] bounds, Shape shape, boolean inPlace) {
        float low = bounds[0];
        float high = bounds[1];
        InPlace place = inPlace ? InPlace.SECOND : InPlace.NOT;
        String detail = "to " + low + " .. " + high + ", " + shape + place;
        TestData data = TestData.seeded(detail);
        int out = place.output();
        return place.operands(
                        OperationCase.of("clampBackward", detail),
                        shape,
                        new String[] {"x", "gradient", "gradientX"},
                        data.withEdges(shape.size()),
                        data.withSpecials(shape.size()))
                .call((backend, t) -> backend.clampBackward(low, high, t[0], t[1], t[out]))
                .expectEachExactly(out, (v, i) -> v[0][i] < low || v[0][i] > high ? 0f : v[1][i]);
    }

    private static OperationCase.Builder oneInput(
            OperationCase.Builder builder, Shape shape, TestData data, boolean inPlace) {
        float[] x = data.withEdges(shape.size());
        return inPlace
                ? builder.update("x = y", shape.rows(), shape.cols(), x)
                : builder.input("x", shape.rows(), shape.cols(), x).output("y", shape.rows(), shape.cols());
    }
}
