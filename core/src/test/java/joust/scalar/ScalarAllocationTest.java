package joust.scalar;

import joust.backend.testing.AllocationContract;

/** The scalar backend allocates nothing once it is warm. */
class ScalarAllocationTest extends AllocationContract {
    @Override
    protected String backend() {
        return "scalar";
    }
}
