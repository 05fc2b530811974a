package joust.backend.testing;

import java.util.List;
import joust.backend.Backend;
import org.jspecify.annotations.Nullable;

/** Runs cases on two backends and compares what they leave, bit for bit. */
final class BitComparison {
    private BitComparison() {}

    /**
     * Compares all cases.
     *
     * @throws AssertionError with the first differences, if there are any
     */
    static void compare(List<OperationCase> cases, Backend candidate, Backend yardstick) {
        Faults faults = new Faults();
        for (OperationCase each : cases) {
            faults.add(findDifference(each, candidate, yardstick));
        }
        faults.check();
    }

    private static @Nullable String findDifference(OperationCase each, Backend candidate, Backend yardstick) {
        Placement placement = Placement.SHARED_ROOT;
        try {
            float[][] actual = CaseRunner.run(candidate, each, placement);
            float[][] expected = CaseRunner.run(yardstick, each, placement);
            String fault = CaseCheck.compareBits(each.operands(), expected, actual);
            return fault == null
                    ? null
                    : CaseCheck.headline(each, placement, candidate) + "against " + yardstick.name() + ", " + fault;
        } catch (AssertionError e) {
            return CaseCheck.headline(each, placement, candidate) + e.getMessage();
        }
    }
}
