package joust.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import joust.backend.Activation;

/**
 * A dense network in double precision, in naive loops and straight from the definitions: the oracle for forward and backward
 * passes of any backend. Derivatives are taken from the input of each activation, not from its output.
 *
 * @param shape the layers
 * @param head what follows the last activation
 * @param weights per layer {@code inputs x outputs}
 * @param biases per layer {@code outputs}
 */
public record ReferenceMlp(NetworkShape shape, Head head, List<double[][]> weights, List<double[]> biases) {

    /** All intermediate results of a batch: per layer the batch before and after the activation, and the head's. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Trace(double[][] x, List<double[][]> z, List<double[][]> y, double[][] scaled, double[][] output) {}

    /** Gradients of everything. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Gradients(List<double[][]> weights, List<double[]> biases, double[][] input) {}

    /** The same numbers as a network on a backend has. */
    public static ReferenceMlp of(Mlp mlp) {
        Arena values = mlp.parameters().values();
        List<Layer> layers = mlp.shape().layers();
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            weights.add(rows(values.readWeight(i), layers.get(i).outputs()));
            biases.add(rows(values.readBias(i), layers.get(i).outputs())[0]);
        }
        return new ReferenceMlp(mlp.shape(), mlp.head(), weights, biases);
    }

    /** A float array as rows of {@code cols} doubles. */
    public static double[][] rows(float[] values, int cols) {
        double[][] rows = new double[values.length / cols][cols];
        for (int i = 0; i < values.length; i++) {
            rows[i / cols][i % cols] = values[i];
        }
        return rows;
    }

    /** Takes a batch through the network. */
    public Trace forward(double[][] x) {
        List<double[][]> z = new ArrayList<>();
        List<double[][]> y = new ArrayList<>();
        double[][] input = x;
        for (int i = 0; i < weights.size(); i++) {
            Activation f = shape.layers().get(i).activation();
            z.add(affine(input, weights.get(i), biases.get(i)));
            input = map(z.getLast(), v -> activate(f, v));
            y.add(input);
        }
        double[][] scaled = map(input, v -> head.scale() * v);
        double[][] output = map(scaled, v -> Math.min(Math.max(v, head.clampLow()), head.clampHigh()));
        return new Trace(x, z, y, scaled, output);
    }

    /** The gradients of everything from the gradient of the output. */
    public Gradients backward(Trace trace, double[][] outputGradient) {
        int last = weights.size() - 1;
        double[][][] weightGradients = new double[last + 1][][];
        double[][] biasGradients = new double[last + 1][];
        double[][] gradient = combine(outputGradient, trace.scaled(), this::headDerivative);
        for (int i = last; i >= 0; i--) {
            Activation f = shape.layers().get(i).activation();
            double[][] gz = combine(gradient, trace.z().get(i), z -> derivative(f, z));
            double[][] x = i == 0 ? trace.x() : trace.y().get(i - 1);
            weightGradients[i] = transposedProduct(x, gz);
            biasGradients[i] = columnSums(gz);
            gradient = productWithTransposed(gz, weights.get(i));
        }
        return new Gradients(Arrays.asList(weightGradients), Arrays.asList(biasGradients), gradient);
    }

    /** How far the nearest point where a derivative jumps is from any number of a trace; infinite if there is none. */
    public double kinkDistance(Trace trace) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.size(); i++) {
            Activation.Kind kind = shape.layers().get(i).activation().kind();
            if (kind == Activation.Kind.RELU || kind == Activation.Kind.LEAKY_RELU) {
                nearest = Math.min(nearest, distance(trace.z().get(i), 0));
            }
        }
        nearest = Math.min(nearest, distance(trace.scaled(), head.clampLow()));
        return Math.min(nearest, distance(trace.scaled(), head.clampHigh()));
    }

    /** f(x), by its textbook formula. */
    public static double activate(Activation f, double x) {
        return switch (f.kind()) {
            case IDENTITY -> x;
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x < 0 ? f.slope() * x : x;
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
        };
    }

    /** f'(x), from the input. */
    public static double derivative(Activation f, double x) {
        return switch (f.kind()) {
            case IDENTITY -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x < 0 ? f.slope() : 1;
            case SIGMOID -> sigmoid(x) * sigmoid(-x);
            case TANH -> 1 / (StrictMath.cosh(x) * StrictMath.cosh(x));
        };
    }

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private double headDerivative(double scaled) {
        return scaled < head.clampLow() || scaled > head.clampHigh() ? 0 : head.scale();
    }

    private static double distance(double[][] values, double from) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] row : values) {
            for (double value : row) {
                nearest = Math.min(nearest, Math.abs(value - from));
            }
        }
        return nearest;
    }

    private static double[][] affine(double[][] x, double[][] w, double[] b) {
        double[][] z = new double[x.length][b.length];
        for (int r = 0; r < x.length; r++) {
            for (int j = 0; j < b.length; j++) {
                z[r][j] = b[j];
                for (int k = 0; k < w.length; k++) {
                    z[r][j] += x[r][k] * w[k][j];
                }
            }
        }
        return z;
    }

    private static double[][] transposedProduct(double[][] x, double[][] gz) {
        double[][] product = new double[x[0].length][gz[0].length];
        for (int r = 0; r < x.length; r++) {
            for (int k = 0; k < product.length; k++) {
                for (int j = 0; j < product[k].length; j++) {
                    product[k][j] += x[r][k] * gz[r][j];
                }
            }
        }
        return product;
    }

    private static double[][] productWithTransposed(double[][] gz, double[][] w) {
        double[][] product = new double[gz.length][w.length];
        for (int r = 0; r < gz.length; r++) {
            for (int k = 0; k < w.length; k++) {
                for (int j = 0; j < w[k].length; j++) {
                    product[r][k] += gz[r][j] * w[k][j];
                }
            }
        }
        return product;
    }

    private static double[] columnSums(double[][] gz) {
        double[] sums = new double[gz[0].length];
        for (double[] row : gz) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }

    private static double[][] map(double[][] x, DoubleUnaryOperator f) {
        double[][] y = new double[x.length][x[0].length];
        for (int r = 0; r < x.length; r++) {
            for (int j = 0; j < y[r].length; j++) {
                y[r][j] = f.applyAsDouble(x[r][j]);
            }
        }
        return y;
    }

    private static double[][] combine(double[][] g, double[][] at, DoubleUnaryOperator derivative) {
        double[][] product = map(at, derivative);
        for (int r = 0; r < g.length; r++) {
            for (int j = 0; j < g[r].length; j++) {
                product[r][j] *= g[r][j];
            }
        }
        return product;
    }
}
