package joust.gan;

import java.util.function.IntUnaryOperator;
import joust.math.RandomFill;

/**
 * A way through the generator's noise, from one random point to the next. Most noise of many dimensions lies near a sphere around its
 * centre, so the way follows great circles (White 2016, "Sampling generative networks"): a straight one would pass through the
 * middle, where no noise lies and nothing was learned.
 */
public final class LatentWalk {
    /** A sine below this leaves no plane to turn in. */
    private static final double COLLINEAR = 1e-6;

    private LatentWalk() {}

    /**
     * Rows along the way: a pure function of the arguments. Row i lies on the arc from point i / perArc to the next one, its share
     * (i mod perArc) / perArc of the angle behind it; its distance from the centre changes evenly from that of the one to that of the
     * other. Points that lie on one line with the centre, as all do in one dimension, are joined by a straight way, and what leaves the
     * bounds of uniform noise is cut to them.
     *
     * @param noise the distribution of the points
     * @param seed the key of the points
     * @param stream {@link Streams#EVALUATION_NOISE} or above
     * @param count how many rows, at least 1
     * @param perArc rows from one point to the next, at least 1
     * @return {@code count x dimension} numbers, row by row
     */
    public static float[] rows(NoiseConfig noise, long seed, int stream, int count, int perArc) {
        if (count < 1 || perArc < 1) {
            throw new IllegalArgumentException(
                    "walk: count is " + count + ", perArc " + perArc + ", expected at least 1 of each");
        }
        int columns = noise.dimension();
        int points = (count - 1) / perArc + 2;
        float[] ends = points(noise, seed, stream, points);
        float[] rows = new float[count * columns];
        for (int i = 0; i < count; i++) {
            int from = i / perArc * columns;
            between(noise, ends, from, from + columns, (double) (i % perArc) / perArc, rows, i * columns);
        }
        return rows;
    }

    /**
     * Rows along the way as the generator of a configuration takes them: where it is told a class, each arc is of one class, and the
     * arcs go through the classes in turn. Else these are {@link #rows}.
     *
     * @return {@code count x (dimension + classes)} numbers, row by row
     */
    public static float[] inputs(GanConfig config, long seed, int stream, int count, int perArc) {
        int classes = config.batch().classes();
        return inputs(config, seed, stream, count, perArc, arc -> classes == 0 ? 0 : arc % classes);
    }

    /**
     * Rows along the way as the generator of a configuration takes them, all of one class.
     *
     * @param label from 0 to {@code classes - 1}
     * @return {@code count x (dimension + classes)} numbers, row by row
     * @throws IllegalArgumentException if there is no such class
     */
    public static float[] inputs(GanConfig config, long seed, int stream, int count, int perArc, int label) {
        int classes = config.batch().classes();
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    "label: " + label + ", expected " + (classes == 0 ? "none" : "0 to " + (classes - 1)));
        }
        return inputs(config, seed, stream, count, perArc, arc -> label);
    }

    private static float[] inputs(
            GanConfig config, long seed, int stream, int count, int perArc, IntUnaryOperator classOfArc) {
        int dimension = config.noise().dimension();
        int classes = config.batch().classes();
        float[] noise = rows(config.noise(), seed, stream, count, perArc);
        float[] inputs = new float[count * (dimension + classes)];
        for (int i = 0; i < count; i++) {
            int at = i * (dimension + classes);
            System.arraycopy(noise, i * dimension, inputs, at, dimension);
            if (classes > 0) {
                inputs[at + dimension + classOfArc.applyAsInt(i / perArc)] = 1;
            }
        }
        return inputs;
    }

    private static float[] points(NoiseConfig noise, long seed, int stream, int count) {
        float[] points = new float[count * noise.dimension()];
        switch (noise) {
            case NoiseConfig.Normal normal ->
                RandomFill.normal(
                        seed, stream, 0, (float) normal.mean(), (float) normal.deviation(), points, 0, points.length);
            case NoiseConfig.Uniform uniform ->
                RandomFill.uniform(
                        seed, stream, 0, (float) uniform.low(), (float) uniform.high(), points, 0, points.length);
            case NoiseConfig.Stratified stratified ->
                RandomFill.uniform(
                        seed, stream, 0, (float) stratified.low(), (float) stratified.high(), points, 0, points.length);
        }
        return points;
    }

    private static void between(NoiseConfig noise, float[] ends, int from, int to, double share, float[] rows, int at) {
        int columns = noise.dimension();
        double centre = centre(noise);
        double squaresFrom = 0;
        double squaresTo = 0;
        double product = 0;
        for (int i = 0; i < columns; i++) {
            double a = ends[from + i] - centre;
            double b = ends[to + i] - centre;
            squaresFrom += a * a;
            squaresTo += b * b;
            product += a * b;
        }
        double normFrom = Math.sqrt(squaresFrom);
        double normTo = Math.sqrt(squaresTo);
        double angle = StrictMath.acos(Math.clamp(product / (normFrom * normTo), -1, 1));
        double sine = StrictMath.sin(angle);
        // Of unit vectors; NaN, where a point is the centre itself, takes the straight way too.
        boolean straight = !(sine > COLLINEAR);
        double norm = normFrom + (normTo - normFrom) * share;
        double ofFrom = straight ? 1 - share : StrictMath.sin((1 - share) * angle) / sine * norm / normFrom;
        double ofTo = straight ? share : StrictMath.sin(share * angle) / sine * norm / normTo;
        for (int i = 0; i < columns; i++) {
            double value = centre + ofFrom * (ends[from + i] - centre) + ofTo * (ends[to + i] - centre);
            rows[at + i] = (float) within(noise, value);
        }
    }

    private static double centre(NoiseConfig noise) {
        return switch (noise) {
            case NoiseConfig.Normal normal -> normal.mean();
            case NoiseConfig.Uniform uniform -> (uniform.low() + uniform.high()) / 2;
            case NoiseConfig.Stratified stratified -> (stratified.low() + stratified.high()) / 2;
        };
    }

    private static double within(NoiseConfig noise, double value) {
        return switch (noise) {
            case NoiseConfig.Normal _ -> value;
            case NoiseConfig.Uniform uniform -> Math.clamp(value, uniform.low(), uniform.high());
            case NoiseConfig.Stratified stratified -> Math.clamp(value, stratified.low(), stratified.high());
        };
    }
}
