package joust.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sizes of one matrix product: {@code op(a)} is {@code m x k}, {@code op(b)} is {@code k x n}.
 *
 * @param m rows of the result
 * @param k the summed dimension
 * @param n columns of the result
 */
public record MatrixShape(int m, int k, int n) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:x(\\d{1,5})x(\\d{1,5}))?");

    /**
     * Reads {@code 128x512x784}, or {@code 1024} for a square.
     *
     * @throws IllegalArgumentException if the text has another form or a size is 0
     */
    public static MatrixShape parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "shape: '" + text + "', expected m x k x n such as 128x512x784, or 1024");
        }
        int m = Integer.parseInt(matcher.group(1));
        boolean square = matcher.group(2) == null;
        int k = square ? m : Integer.parseInt(matcher.group(2));
        int n = square ? m : Integer.parseInt(matcher.group(3));
        if (m == 0 || k == 0 || n == 0) {
            throw new IllegalArgumentException("shape: '" + text + "', expected sizes of at least 1");
        }
        return new MatrixShape(m, k, n);
    }

    /** The sizes as {@link #parse} reads them. */
    public String label() {
        return m + "x" + k + "x" + n;
    }

    /** Bytes of both operands and the result: what has to be moved at least once. */
    public double bytes() {
        return (double) Float.BYTES * ((double) m * k + (double) k * n + (double) m * n);
    }

    /** Floating-point operations of the product, a multiplication and an addition counted apart. */
    public double flops() {
        return 2.0 * m * k * n;
    }
}
