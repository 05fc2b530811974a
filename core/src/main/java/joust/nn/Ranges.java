package joust.nn;

/** Checks of an optimizer's constants. */
final class Ranges {
    private Ranges() {}

    static void checkFraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("optimizer: " + name + " is " + value + ", expected a number in [0, 1)");
        }
    }

    static void checkEpsilon(double value) {
        // Rounded to float32, 0 would divide 0 by 0 in the gaps of an arena and +∞ would stop every parameter.
        if (!((float) value > 0 && (float) value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "optimizer: epsilon is " + value + ", expected a float32 number above 0");
        }
    }

    static void checkNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "optimizer: " + name + " is " + value + ", expected a finite number of at least 0");
        }
    }
}
