package joust.data;

import java.util.Objects;

/** What every draw checks of its arguments. */
final class Draws {
    private Draws() {}

    /** Throws unless the position is at least 0 and rows of so many columns fit behind the offset. */
    static void check(GeneratedSamples samples, long position, float[] out, int offset, int rows) {
        if (position < 0) {
            throw new IllegalArgumentException(samples.name() + ": position is " + position + ", expected at least 0");
        }
        Objects.checkFromIndexSize((long) offset, (long) rows * samples.columns(), (long) out.length);
    }

    /** Throws unless the point has a coordinate per column. */
    static void check(GeneratedSamples samples, double[] point) {
        if (point.length != samples.columns()) {
            throw new IllegalArgumentException(
                    samples.name() + ": the point has " + point.length + " coordinates, expected " + samples.columns());
        }
    }

    /** Throws unless the value is finite and positive. */
    static void checkPositive(String what, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + ", expected a finite number above 0");
        }
    }

    /** Throws unless values as far from 0 as this are finite in float32. */
    static void checkReach(String what, double reach) {
        if (!(reach <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    what + " reaches values of " + reach + ", expected at most " + Float.MAX_VALUE);
        }
    }
}
