package joust.backend;

/** Which tensors of one operation may share storage, and whether a range of an array or a tensor exists. */
final class StorageChecks {
    private final OperationGuard guard;

    StorageChecks(OperationGuard guard) {
        this.guard = guard;
    }

    /** Demands that two tensors share nothing. */
    void apart(String first, Tensor a, String second, Tensor b) {
        if (overlap(a, b)) {
            throw shared(first, a, second, b, "must share nothing");
        }
    }

    /** Demands that no two of three tensors share anything. */
    void apart(String first, Tensor a, String second, Tensor b, String third, Tensor c) {
        apart(first, a, second, b);
        apart(first, a, third, c);
        apart(second, b, third, c);
    }

    /** Demands that no two of four tensors share anything. */
    void apart(String first, Tensor a, String second, Tensor b, String third, Tensor c, String fourth, Tensor d) {
        apart(first, a, second, b, third, c);
        apart(first, a, fourth, d);
        apart(second, b, fourth, d);
        apart(third, c, fourth, d);
    }

    /** Demands that two tensors of equal size hold exactly the same numbers or share nothing. */
    void sameOrApart(String first, Tensor a, String second, Tensor b) {
        if (overlap(a, b) && a.offset() != b.offset()) {
            throw shared(first, a, second, b, "must be the same range or share nothing");
        }
    }

    /** Whether two tensors lie in one root. */
    @SuppressWarnings("ReferenceEquality") // two roots of equal shape are two roots
    static boolean sameRoot(Tensor a, Tensor b) {
        return a.root() == b.root();
    }

    private static boolean overlap(Tensor a, Tensor b) {
        return sameRoot(a, b) && a.offset() < end(b) && b.offset() < end(a);
    }

    /** The end of a tensor in its root, which always lies within an int: a view never leaves its root. */
    private static int end(Tensor tensor) {
        return tensor.offset() + tensor.size();
    }

    private IllegalArgumentException shared(String first, Tensor a, String second, Tensor b, String expected) {
        return new IllegalArgumentException(guard.operation() + ": " + first + " " + range(a) + " overlaps " + second
                + " " + range(b) + " of the same root; they " + expected);
    }

    private static String range(Tensor tensor) {
        return tensor.shape() + " at floats " + tensor.offset() + " to " + (end(tensor) - 1);
    }

    /** Demands that a range of an array exists. */
    void array(String name, float[] array, int offset, int count) {
        guard.present(name, array);
        if (offset < 0 || count > array.length - offset) {
            throw new IllegalArgumentException(guard.operation() + ": " + name + " holds " + array.length
                    + " floats, expected " + count + " from offset " + offset + " on");
        }
    }

    /** Demands a shape with at least one element and no more than an int counts. */
    void shape(int rows, int cols) {
        if (rows < 1 || cols < 1) {
            throw new IllegalArgumentException(
                    guard.operation() + ": " + rows + "x" + cols + ", expected at least 1 row and 1 column");
        }
        if ((long) rows * cols > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(guard.operation() + ": " + rows + "x" + cols + " are "
                    + (long) rows * cols + " elements, expected at most " + Integer.MAX_VALUE);
        }
    }

    /** Demands that {@code count} elements from {@code offset} on lie within a tensor. */
    void view(Tensor source, int offset, int rows, int cols) {
        if (offset < 0 || rows * cols > source.size() - offset) {
            throw new IllegalArgumentException(guard.operation() + ": " + rows + "x" + cols + " from offset " + offset
                    + " on does not lie within source " + source.shape() + ", which holds " + source.size()
                    + " elements");
        }
    }

    /** Demands that a range of rows exists. */
    void rows(String name, Tensor tensor, int first, int count) {
        if (first < 0 || count > tensor.rows() - first) {
            throw new IllegalArgumentException(guard.operation() + ": " + name + " is " + tensor.shape() + ", expected "
                    + count + " rows from row " + first + " on");
        }
    }
}
