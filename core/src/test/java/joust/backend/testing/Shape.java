package joust.backend.testing;

/** Rows and columns of a tensor. */
record Shape(int rows, int cols) {
    int size() {
        return rows * cols;
    }

    @Override
    public String toString() {
        return rows + "x" + cols;
    }
}
