package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Compares a whole tensor with its reference by the norm of the difference. */
final class NormwiseError {
    private NormwiseError() {}

    /** Fails unless {@code ‖actual − expected‖ ≤ tolerance ‖expected‖}; a reference of zeros admits nothing but zeros. */
    static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            norm += expected[i] * expected[i];
        }
        assertThat(Math.sqrt(difference))
                .as("%s: norm of the difference; norm of the reference %s", what, Math.sqrt(norm))
                .isLessThanOrEqualTo(tolerance * Math.sqrt(norm));
    }

    /** The elements of a matrix, row by row. */
    static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Floats as doubles. */
    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
