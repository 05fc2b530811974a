package joust.backend.testing;

/** A group of the contract's tests. */
abstract class ContractGroup {
    /** What is tested. */
    abstract Subject subject();

    final ContractSizes sizes() {
        return subject().sizes();
    }
}
