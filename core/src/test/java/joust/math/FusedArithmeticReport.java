package joust.math;

import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Prints what a Java machine of its own found: the flag, a value that shows the rounding, the probe, and with the
 * argument {@code errors} the largest error of each function over every 9973rd float.
 */
public final class FusedArithmeticReport {
    /** Fused, a · a - (1 + 2⁻¹¹) is 2⁻²⁴; with a rounded product it is 0. */
    static final float A = 1 + 0x1p-12f;

    static final float C = -(1 + 0x1p-11f);

    private FusedArithmeticReport() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        System.out.println("fused " + FusedArithmetic.FUSED);
        System.out.println("value " + FusedArithmetic.fma(A, A, C));
        System.out.println("probe " + FusedProbe.looksFused());
        if (!List.of(arguments).contains("errors")) {
            return;
        }
        for (ElementaryFunction function : ElementaryFunction.values()) {
            System.out.println(function + " "
                    + MathSweep.sweep(function, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 9973)
                            .error());
        }
    }
}
