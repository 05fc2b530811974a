package joust.backend;

/** Whether the shapes of a matrix product, or of a layer, agree. */
final class DenseChecks {
    private final OperationGuard guard;
    private final ShapeChecks shapes;

    DenseChecks(OperationGuard guard, ShapeChecks shapes) {
        this.guard = guard;
        this.shapes = shapes;
    }

    /** Demands op(a) {@code m x k}, op(b) {@code k x n}, out {@code m x n}. */
    void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Tensor out) {
        int innerA = transposeA ? a.rows() : a.cols();
        int innerB = transposeB ? b.cols() : b.rows();
        if (innerA != innerB) {
            throw unequal(
                    "a is " + a.shape() + (transposeA ? " transposed" : "") + ", b is " + b.shape()
                            + (transposeB ? " transposed" : ""),
                    transposeA ? "a.rows" : "a.cols",
                    innerA,
                    transposeB ? "b.cols" : "b.rows",
                    innerB,
                    "out is " + out.shape());
        }
        int rows = transposeA ? a.cols() : a.rows();
        int cols = transposeB ? b.rows() : b.cols();
        shapes.shape(
                "out", out, rows, cols, transposeA ? "a transposed" : "a", a, transposeB ? "b transposed" : "b", b);
    }

    /** Demands x {@code m x k}, w {@code k x n}, bias {@code 1 x n}, y {@code m x n}. */
    void forward(Tensor x, Tensor w, Tensor bias, Tensor y) {
        if (x.cols() != w.rows()) {
            throw unequal(
                    ShapeChecks.list("x", x, "w", w),
                    "x.cols",
                    x.cols(),
                    "w.rows",
                    w.rows(),
                    ShapeChecks.list("bias", bias, "y", y));
        }
        shapes.shape("bias", bias, 1, w.cols(), "w", w);
        shapes.shape("y", y, x.rows(), w.cols(), "x", x, "w", w);
    }

    /** Demands gradient {@code m x n}, w {@code k x n}, yBelow and gradientBelow {@code m x k}. */
    void backwardInput(Tensor gradient, Tensor w, Tensor yBelow, Tensor gradientBelow) {
        if (gradient.cols() != w.cols()) {
            throw unequal(
                    ShapeChecks.list("gradient", gradient, "w", w),
                    "gradient.cols",
                    gradient.cols(),
                    "w.cols",
                    w.cols(),
                    ShapeChecks.list("yBelow", yBelow, "gradientBelow", gradientBelow));
        }
        shapes.shape("yBelow", yBelow, gradient.rows(), w.rows(), "gradient", gradient, "w", w);
        shapes.shape("gradientBelow", gradientBelow, gradient.rows(), w.rows(), "gradient", gradient, "w", w);
    }

    /** Demands x {@code m x k}, gradient {@code m x n}, gradientW {@code k x n}, gradientBias {@code 1 x n}. */
    void backwardWeights(Tensor x, Tensor gradient, Tensor gradientW, Tensor gradientBias) {
        if (x.rows() != gradient.rows()) {
            throw unequal(
                    ShapeChecks.list("x", x, "gradient", gradient),
                    "x.rows",
                    x.rows(),
                    "gradient.rows",
                    gradient.rows(),
                    ShapeChecks.list("gradientW", gradientW, "gradientBias", gradientBias));
        }
        shapes.shape("gradientW", gradientW, x.cols(), gradient.cols(), "x", x, "gradient", gradient);
        shapes.shape("gradientBias", gradientBias, 1, gradient.cols(), "gradient", gradient);
    }

    private IllegalArgumentException unequal(String factors, String first, int a, String second, int b, String others) {
        return new IllegalArgumentException(guard.operation() + ": " + factors + " (" + first + " " + a + " != "
                + second + " " + b + "); " + others);
    }
}
