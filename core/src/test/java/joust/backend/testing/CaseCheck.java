package joust.backend.testing;

import java.util.List;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import org.jspecify.annotations.Nullable;

/** Holds one case to its oracles. */
final class CaseCheck {
    private CaseCheck() {}

    /**
     * Runs a case and compares its results with the reference and, where the backend claims the bit contract, with the
     * documented order.
     *
     * @param factor widens what the reference allows; 1 for float32 arithmetic
     * @return what is wrong, or null
     */
    static @Nullable String findFault(
            Backend backend, OperationCase operationCase, Placement placement, double factor) {
        float[][] results;
        try {
            results = CaseRunner.run(backend, operationCase, placement);
        } catch (AssertionError e) {
            return headline(operationCase, placement, backend) + e.getMessage();
        }
        Bounded bounded = operationCase.referenceResult();
        String fault = bounded == null ? null : compareBounded(operationCase.operands(), bounded, factor, results);
        if (fault != null) {
            return headline(operationCase, placement, backend) + "against the double-precision reference, " + fault;
        }
        if (backend.arithmetic() == Arithmetic.FMA) {
            fault = compareBits(operationCase.operands(), operationCase.orderedResult(), results);
        }
        return fault == null
                ? null
                : headline(operationCase, placement, backend) + "against the documented order, " + fault;
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
