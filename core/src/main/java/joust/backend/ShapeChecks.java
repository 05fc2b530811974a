package joust.backend;

/** Whether the shapes of one operation agree. Messages list the shapes of all tensors concerned. */
final class ShapeChecks {
    private final OperationGuard guard;

    ShapeChecks(OperationGuard guard) {
        this.guard = guard;
    }

    /** Demands equal shapes. */
    void equal(String first, Tensor a, String second, Tensor b) {
        if (differ(a, b)) {
            throw error("expected equal shapes", first, a, second, b);
        }
    }

    /** Demands three equal shapes. */
    void equal(String first, Tensor a, String second, Tensor b, String third, Tensor c) {
        if (differ(a, b) || differ(a, c)) {
            throw error("expected equal shapes", first, a, second, b, third, c);
        }
    }

    /** Demands four equal shapes. */
    void equal(String first, Tensor a, String second, Tensor b, String third, Tensor c, String fourth, Tensor d) {
        if (differ(a, b) || differ(a, c) || differ(a, d)) {
            throw error("expected equal shapes", first, a, second, b, third, c, fourth, d);
        }
    }

    private static boolean differ(Tensor a, Tensor b) {
        return a.rows() != b.rows() || a.cols() != b.cols();
    }

    /** Demands a shape that follows from another tensor. */
    void shape(String argument, Tensor tensor, int rows, int cols, String source, Tensor from) {
        if (tensor.rows() != rows || tensor.cols() != cols) {
            throw new IllegalArgumentException(guard.operation() + ": " + argument + " is " + tensor.shape()
                    + ", expected " + rows + "x" + cols + "; " + source + " is " + from.shape());
        }
    }

    /** Demands a shape that follows from two other tensors. */
    void shape(String argument, Tensor tensor, int rows, int cols, String first, Tensor a, String second, Tensor b) {
        if (tensor.rows() != rows || tensor.cols() != cols) {
            throw new IllegalArgumentException(guard.operation() + ": " + argument + " is " + tensor.shape()
                    + ", expected " + rows + "x" + cols + "; " + list(first, a, second, b));
        }
    }

    /** Demands {@code 1 x 1}. */
    void single(String argument, Tensor tensor) {
        if (tensor.size() != 1) {
            throw new IllegalArgumentException(
                    guard.operation() + ": " + argument + " is " + tensor.shape() + ", expected 1x1");
        }
    }

    /** Demands a number of columns. */
    void cols(String argument, Tensor tensor, int cols) {
        if (tensor.cols() != cols) {
            throw new IllegalArgumentException(guard.operation() + ": " + argument + " is " + tensor.shape()
                    + ", expected " + tensor.rows() + "x" + cols);
        }
    }

    /** Demands at least a number of columns. */
    void colsAtLeast(int lowest, String argument, Tensor tensor) {
        if (tensor.cols() < lowest) {
            throw new IllegalArgumentException(guard.operation() + ": " + argument + " is " + tensor.shape()
                    + ", expected at least " + lowest + " columns");
        }
    }

    /** Demands equal numbers of columns. */
    void equalCols(String first, Tensor a, String second, Tensor b) {
        if (a.cols() != b.cols()) {
            throw error("expected equal columns", first, a, second, b);
        }
    }

    /** Demands that {@code whole} is {@code left} and {@code right} side by side. */
    void sideBySide(String first, Tensor left, String second, Tensor right, String third, Tensor whole) {
        if (left.rows() != right.rows()
                || left.rows() != whole.rows()
                || (long) left.cols() + right.cols() != whole.cols()) {
            throw error(
                    "expected equal rows, and " + third + ".cols = " + first + ".cols + " + second + ".cols",
                    first,
                    left,
                    second,
                    right,
                    third,
                    whole);
        }
    }

    /** Demands room for the partial sums of a reduction over {@code x}. */
    void scratch(Tensor x, Tensor scratch) {
        int expected = Reductions.scratchSize(x.size());
        if (scratch.size() < expected) {
            throw new IllegalArgumentException(guard.operation() + ": scratch is " + scratch.shape()
                    + ", expected at least " + expected + " elements; x is " + x.shape());
        }
    }

    private IllegalArgumentException error(String reason, Object... namesAndTensors) {
        return new IllegalArgumentException(guard.operation() + ": " + list(namesAndTensors) + "; " + reason);
    }

    /** Lists shapes as in {@code a is 64x100, b is 100x784}; names and tensors take turns. */
    static String list(Object... namesAndTensors) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < namesAndTensors.length; i += 2) {
            text.append(i == 0 ? "" : ", ")
                    .append(namesAndTensors[i])
                    .append(" is ")
                    .append(((Tensor) namesAndTensors[i + 1]).shape());
        }
        return text.toString();
    }
}
