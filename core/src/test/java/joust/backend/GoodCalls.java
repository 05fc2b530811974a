package joust.backend;

import static joust.backend.GoodCall.call;
import static joust.backend.GoodCall.shape;

import java.util.List;
import java.util.stream.Stream;

/** One good call of every operation that takes a tensor. */
final class GoodCalls {
    private GoodCalls() {}

    static Stream<GoodCall> all() {
        return Stream.of(transfers(), arithmetic(), products(), losses(), optimizers())
                .flatMap(List::stream);
    }

    static GoodCall named(String operation) {
        return all().filter(call -> call.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static List<GoodCall> transfers() {
        return List.of(
                call("view", shape(2, 3), 1, 1, 5).writes(),
                call("upload", new float[7], 1, shape(2, 3)).writes("destination"),
                call("download", shape(2, 3), new float[7], 1).writes(),
                call("copy", shape(2, 3), shape(2, 3))
                        .apart("destination source")
                        .writes("destination"),
                call("fill", shape(2, 3), Float.NaN).writes("destination"),
                call("copyRows", shape(4, 3), 2, 2, shape(3, 3), 1)
                        .apart("destination source")
                        .writes("destination"),
                call("gatherRows", shape(4, 3), 5L, 4, 0L, shape(6, 3))
                        .apart("out source")
                        .writes("out"),
                call("concatColumns", shape(2, 3), shape(2, 4), shape(2, 7))
                        .apart("out left", "out right")
                        .writes("out"),
                call("splitColumns", shape(2, 7), shape(2, 3), shape(2, 4))
                        .apart("source left", "source right", "left right")
                        .writes("left", "right"));
    }

    private static List<GoodCall> arithmetic() {
        return List.of(
                call("uniform", 5L, 2, 0L, -1f, 1f, shape(2, 3)).writes("out"),
                call("normal", 5L, 2, 0L, 0f, 0f, shape(2, 3)).writes("out"),
                call("activate", Activation.RELU, shape(2, 3), shape(2, 3))
                        .same("y x")
                        .writes("y"),
                call("activateBackward", Activation.RELU, shape(2, 3), shape(2, 3), shape(2, 3))
                        .same("gradientX y", "gradientX gradient")
                        .writes("gradientX"),
                call("activateSecondDerivative", Activation.TANH, shape(2, 3), shape(2, 3), shape(2, 3))
                        .same("out y", "out factor")
                        .writes("out"),
                call("scale", 2f, shape(2, 3), shape(2, 3)).same("y x").writes("y"),
                call("addScaled", 2f, shape(2, 3), shape(2, 3)).apart("y x").writes("y"),
                call("multiply", shape(2, 3), shape(2, 3), shape(2, 3))
                        .apart("out a", "out b")
                        .writes("out"),
                call("clamp", 1f, 1f, shape(2, 3), shape(2, 3)).same("y x").writes("y"),
                call("clampBackward", -1f, Float.POSITIVE_INFINITY, shape(2, 3), shape(2, 3), shape(2, 3))
                        .apart("gradientX x")
                        .same("gradientX gradient")
                        .writes("gradientX"));
    }

    private static List<GoodCall> products() {
        return List.of(
                call("matmul", false, shape(64, 100), false, shape(100, 78), Store.ADD, shape(64, 78))
                        .apart("out a", "out b")
                        .writes("out"),
                call("addBias", shape(1, 3), shape(2, 3)).apart("y bias").writes("y"),
                call("dense", shape(2, 3), shape(3, 4), shape(1, 4), Activation.RELU, shape(2, 4))
                        .apart("y x", "y w", "y bias")
                        .writes("y"),
                call("denseBackwardInput", shape(2, 4), shape(3, 4), Activation.RELU, shape(2, 3), shape(2, 3))
                        .apart("gradientBelow gradient", "gradientBelow w", "gradientBelow yBelow")
                        .writes("gradientBelow"),
                call("denseBackwardWeights", shape(2, 3), shape(2, 4), Store.ADD, shape(3, 4), shape(1, 4))
                        .apart("gradientW x", "gradientW gradient", "gradientBias x", "gradientBias gradient")
                        .apart("gradientW gradientBias")
                        .writes("gradientW", "gradientBias"),
                call("sum", shape(2, 3), Store.ADD, shape(1, 1), shape(1, 1))
                        .apart("x scratch", "x out", "scratch out")
                        .writes("scratch", "out"),
                call("sumOfSquares", shape(2, 3), Store.ADD, shape(1, 1), shape(1, 1))
                        .apart("x scratch", "x out", "scratch out")
                        .writes("scratch", "out"),
                call("countAbove", shape(2, 3), 0f, Store.ADD, shape(1, 1), shape(1, 1))
                        .apart("x scratch", "x out", "scratch out")
                        .writes("scratch", "out"),
                call("sumRows", shape(2, 3), Store.ADD, shape(1, 3))
                        .apart("x out")
                        .writes("out"),
                call("rowSumOfSquares", shape(2, 3), shape(2, 1)).apart("x out").writes("out"));
    }

    private static List<GoodCall> losses() {
        return List.of(
                call("adversarialLoss", Loss.MINIMAX, Side.REAL, .9f, shape(5, 1), 1f, shape(5, 1), shape(5, 1))
                        .apart("outputs losses", "outputs gradient", "losses gradient")
                        .writes("losses", "gradient"),
                call("twoClassCrossEntropy", 1, shape(5, 2), -1f, shape(5, 1), shape(5, 2))
                        .apart("logits losses", "logits gradient", "losses gradient")
                        .writes("losses", "gradient"),
                call("softmaxCrossEntropy", shape(5, 3), shape(5, 1), 1f, shape(5, 1), shape(5, 3))
                        .apart("logits labels", "logits losses", "logits gradient")
                        .apart("labels losses", "labels gradient", "losses gradient")
                        .writes("losses", "gradient"),
                call("squaredError", shape(2, 3), shape(2, 3), 0f, shape(2, 3), shape(2, 3))
                        .apart("outputs targets", "outputs losses", "outputs gradient")
                        .apart("targets losses", "targets gradient", "losses gradient")
                        .writes("losses", "gradient"));
    }

    private static List<GoodCall> optimizers() {
        return List.of(
                call("sgd", 0.0, shape(1, 6), shape(1, 6))
                        .apart("gradients parameters")
                        .writes("parameters"),
                withOneState("momentum", "accumulator", .1, .9, shape(1, 6), shape(1, 6), shape(1, 6)),
                withOneState("nesterov", "accumulator", .1, .9, shape(1, 6), shape(1, 6), shape(1, 6)),
                withOneState("rmsProp", "meanSquare", .1, .9, 1e-7, shape(1, 6), shape(1, 6), shape(1, 6)),
                adam(call("adam", .1, .9, .999, 1e-8, shape(1, 6), shape(1, 6), shape(1, 6), shape(1, 6))),
                adam(call("adamW", .01, .1, .9, .999, 1e-8, shape(1, 6), shape(1, 6), shape(1, 6), shape(1, 6))),
                call("decay", .01, shape(1, 6)).writes("parameters"),
                call("addDecay", .01, shape(1, 6), shape(1, 6))
                        .apart("parameters gradients")
                        .writes("gradients"),
                call("clip", .01, shape(1, 6)).writes("parameters"),
                call("movingAverage", .999, shape(1, 6), shape(1, 6))
                        .apart("parameters average")
                        .writes("average"));
    }

    private static GoodCall withOneState(String operation, String state, Object... values) {
        return call(operation, values)
                .apart("gradients " + state, "gradients parameters", state + " parameters")
                .writes(state, "parameters");
    }

    private static GoodCall adam(GoodCall.Builder call) {
        return call.apart("gradients firstMoment", "gradients secondMoment", "gradients parameters")
                .apart("firstMoment secondMoment", "firstMoment parameters", "secondMoment parameters")
                .writes("firstMoment", "secondMoment", "parameters");
    }
}
