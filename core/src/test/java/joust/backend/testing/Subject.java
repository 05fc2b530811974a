package joust.backend.testing;

import java.util.List;
import joust.backend.Backend;

/**
 * The backend under test and what its contract needs to know of it.
 *
 * @param backend a backend that checks its arguments, as {@link joust.backend.Backends} hands it out
 * @param sizes where its kernels change paths
 * @param denseFactor widens what the reference allows to matrix products; 1 for float32 arithmetic
 * @param factor widens what the reference allows to everything else
 */
record Subject(Backend backend, ContractSizes sizes, double denseFactor, double factor) {
    private static final int MOVED_EVERY = 4;

    /** Holds the backend to cases of matrix products. */
    void holdDense(List<OperationCase> cases) {
        hold(cases, denseFactor);
    }

    /** Holds the backend to cases. */
    void hold(List<OperationCase> cases) {
        hold(cases, factor);
    }

    /** Holds the backend to cases in one placement. */
    void holdInPlace(List<OperationCase> cases, Placement placement) {
        Faults faults = new Faults();
        cases.forEach(each -> faults.add(CaseCheck.findFault(backend, each, placement, factor)));
        faults.check();
    }

    /** All cases in one root with margins, every fourth also in other placements. */
    private void hold(List<OperationCase> cases, double allowance) {
        Faults faults = new Faults();
        for (int i = 0; i < cases.size(); i++) {
            OperationCase each = cases.get(i);
            faults.add(CaseCheck.findFault(backend, each, Placement.SHARED_ROOT, allowance));
            if (i % MOVED_EVERY == 0) {
                faults.add(CaseCheck.findFault(backend, each, Placement.OWN_ROOTS, allowance));
                faults.add(CaseCheck.findFault(backend, each, Placement.WHOLE_ROOTS, allowance));
            }
        }
        faults.check();
    }
}
