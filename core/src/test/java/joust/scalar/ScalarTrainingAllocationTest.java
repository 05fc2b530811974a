package joust.scalar;

import joust.gan.TrainingAllocationContract;

/** Training on the scalar backend allocates nothing once it is warm. */
class ScalarTrainingAllocationTest extends TrainingAllocationContract {
    @Override
    protected String backend() {
        return "scalar";
    }
}
