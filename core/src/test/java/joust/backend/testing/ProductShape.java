package joust.backend.testing;

/** A product of an {@code m x k} and a {@code k x n} matrix. */
record ProductShape(int m, int k, int n) {
    @Override
    public String toString() {
        return m + "x" + k + " . " + k + "x" + n;
    }
}
