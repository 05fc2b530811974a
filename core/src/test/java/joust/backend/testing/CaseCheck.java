package joust.backend.testing;

import java.util.List;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import joust.math.FusedArithmetic;
import org.jspecify.annotations.Nullable;

/** Holds one case to its oracles. */
final class CaseCheck {
    private CaseCheck() {}

    /**
     * Runs a case and compares its results with the reference and with the documented order, as far as the backend's
     * arithmetic promises them: without fused multiply-adds differences cancel, so only the order tells what is right; on a
     * device with a tolerance only the reference does.
     *
     * @param factor widens what the reference allows; 1 for float32 arithmetic
     * @return what is wrong, or null
     */
    static @Nullable String findFault(
            Backend backend, OperationCase operationCase, Placement placement, double factor) {
        String fault;
        try {
            fault = compare(
                    operationCase, CaseRunner.run(backend, operationCase, placement), backend.arithmetic(), factor);
        } catch (AssertionError e) {
            fault = e.getMessage();
        }
        return fault == null ? null : headline(operationCase, placement, backend) + fault;
    }

    private static @Nullable String compare(
            OperationCase operationCase, float[][] results, Arithmetic arithmetic, double factor) {
        boolean ordered = arithmetic == (FusedArithmetic.FUSED ? Arithmetic.FMA : Arithmetic.MULTIPLY_ADD);
        if (arithmetic == Arithmetic.MULTIPLY_ADD && !ordered) {
            throw new IllegalStateException("the oracles fuse multiply-adds on this machine and the backend does not");
        }
        Bounded bounded = arithmetic == Arithmetic.MULTIPLY_ADD ? null : operationCase.referenceResult();
        String fault = bounded == null ? null : compareBounded(operationCase.operands(), bounded, factor, results);
        if (fault != null) {
            return "against the double-precision reference, " + fault;
        }
        fault = ordered ? compareBits(operationCase.operands(), operationCase.orderedResult(), results) : null;
        return fault == null ? null : "against the documented order, " + fault;
    }

    /** The first result that differs in a bit, or null. */
    static @Nullable String compareBits(List<Operand> operands, float[][] expected, float[][] actual) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).role().isResult()) {
                String fault = Comparison.ofBits(operands.get(i), expected[i], actual[i]);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    static String headline(OperationCase operationCase, Placement placement, Backend backend) {
        return operationCase + ", " + placement + ", on " + backend.name() + " [" + backend.device() + "]: ";
    }

    /** The first result that differs by more than allowed, or null. */
    static @Nullable String compareBounded(List<Operand> operands, Bounded bounded, double factor, float[][] actual) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).role().isResult()) {
                String fault = Comparison.ofBounded(
                        operands.get(i), bounded.expected(i), bounded.allowed(i), factor, actual[i]);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }
}
