package joust.gan;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.testing.AllocationProbe;

/**
 * Prints what the steps of each small system allocate once they are warm; throws if that is not nothing. Arguments: the backend's
 * name, its number of threads.
 */
final class TrainingAllocation {
    private static final int WARM_UP = 20_000;
    private static final int STEPS = 1_000;
    /** What a step allocates shows in every batch, what a recompilation by the Java machine does only in one. */
    private static final int BATCHES = 5;

    private TrainingAllocation() {}

    public static void main(String[] arguments) {
        BackendOptions options = BackendOptions.threads(Integer.parseInt(arguments[1]));
        long allocated = 0;
        try (Backend backend = Backends.open(arguments[0], options)) {
            for (GanConfig config : SmallSystems.all()) {
                allocated += measure(backend, config);
            }
        }
        if (allocated > 0) {
            throw new IllegalStateException("warm steps on " + arguments[0] + " allocate");
        }
        System.out.println("every system was measured");
    }

    private static long measure(Backend backend, GanConfig config) {
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallSystems.samples(config))) {
            AllocationProbe probe = new AllocationProbe();
            AllocationProbe.Allocation allocation = probe.measure(trainer::advance, WARM_UP, STEPS);
            print(config, allocation);
            for (int batch = 1; batch < BATCHES && allocation.total() > 0; batch++) {
                allocation = probe.measure(trainer::advance, STEPS, STEPS);
                print(config, allocation);
            }
            return allocation.total();
        }
    }

    private static void print(GanConfig config, AllocationProbe.Allocation allocation) {
        System.out.println(allocation + " bytes in " + STEPS + " steps of " + config.name());
    }
}
