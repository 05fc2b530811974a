package joust.backend.testing;

/** What a reference oracle expects of each operand, and the absolute error it allows. */
final class Bounded {
    private final double[][] expected;
    private final double[][] allowed;

    Bounded(double[][] expected, double[][] allowed) {
        this.expected = expected;
        this.allowed = allowed;
    }

    double[] expected(int operand) {
        return expected[operand];
    }

    double[] allowed(int operand) {
        return allowed[operand];
    }
}
