package joust.backend.testing;

import java.util.Arrays;

/** One tensor of an operation under test: its name in the contract, shape, role and content before the call. */
final class Operand {
    /** What outputs hold before a call: a NaN that comes from nowhere else, so that it is recognised if it is left or read. */
    static final float POISON = Float.intBitsToFloat(0x7fc0dead);

    private final String name;
    private final Role role;
    private final int rows;
    private final int cols;
    private final float[] values;

    private Operand(String name, Role role, int rows, int cols, float[] values) {
        if (values.length != rows * cols) {
            throw new IllegalArgumentException(
                    name + ": " + values.length + " values, expected " + rows + "x" + cols + " = " + rows * cols);
        }
        this.name = name;
        this.role = role;
        this.rows = rows;
        this.cols = cols;
        this.values = values;
    }

    static Operand holding(String name, Role role, int rows, int cols, float[] values) {
        return new Operand(name, role, rows, cols, values);
    }

    static Operand poisoned(String name, Role role, int rows, int cols) {
        float[] values = new float[rows * cols];
        Arrays.fill(values, POISON);
        return new Operand(name, role, rows, cols, values);
    }

    static boolean isPoison(float value) {
        return Float.floatToRawIntBits(value) == Float.floatToRawIntBits(POISON);
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    int rows() {
        return rows;
    }

    int cols() {
        return cols;
    }

    int size() {
        return values.length;
    }

    String shape() {
        return rows + "x" + cols;
    }

    /** A copy of the content before the call. */
    float[] values() {
        return values.clone();
    }
}
