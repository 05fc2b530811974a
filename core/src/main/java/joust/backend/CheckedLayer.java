package joust.backend;

/** What the parts of {@link CheckedBackend} share: the decorated backend and the checks. */
abstract class CheckedLayer {
    final Backend delegate;
    final OperationGuard guard;
    final ShapeChecks shapes;
    final StorageChecks storage;
    final ScalarChecks scalars;

    CheckedLayer(Backend delegate) {
        this.delegate = delegate;
        this.guard = new OperationGuard(delegate);
        this.shapes = new ShapeChecks(guard);
        this.storage = new StorageChecks(guard);
        this.scalars = new ScalarChecks(guard);
    }
}
