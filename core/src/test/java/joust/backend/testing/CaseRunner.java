package joust.backend.testing;

import joust.backend.Backend;

/** Runs a case on a backend. */
final class CaseRunner {
    private CaseRunner() {}

    /**
     * The operands' contents after the call.
     *
     * @throws AssertionError if the call changed an input or a margin, miscounted a write, or threw
     */
    static float[][] run(Backend backend, OperationCase operationCase, Placement placement) {
        try (PlacedOperands placed = PlacedOperands.place(backend, operationCase.operands(), placement)) {
            operationCase.invocation().call(backend, placed.tensors());
            placed.checkVersions();
            return placed.collect();
        } catch (RuntimeException e) {
            throw new AssertionError("threw " + e, e);
        }
    }
}
