package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.testing.AllocationProbe;
import joust.backend.testing.ChildJvm;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Presets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neither sharing a task nor a step of training on shared kernels allocates, on any thread. */
@Tag("childjvm")
class TeamAllocationTest {
    /** Prints what is allocated once warm; the last line says that all was measured. */
    static final class Child {
        private static final int ROUNDS = 500;
        /** What allocates does so in every batch; vectors are boxed until C2 has compiled their kernels, which takes its time. */
        private static final int BATCHES = 40;

        private Child() {}

        public static void main(String[] arguments) {
            int[] sink = new int[64];
            TeamTask task = (worker, workers) -> sink[worker]++;
            try (Team own = new WorkerTeam(3);
                    Team idle = new ExecutorTeam(3, helper -> {});
                    Team direct = new ExecutorTeam(3, Runnable::run)) {
                measure("own threads", () -> own.run(task));
                measure("executor that does nothing", () -> idle.run(task));
                measure("executor on the caller", () -> direct.run(task));
            }
            GanConfig digits = Presets.get("digits");
            try (Backend backend = Backends.open("simd", BackendOptions.threads(2));
                    GanTrainer trainer = new GanTrainer(
                            backend, digits, DataSources.open(digits.data()).training())) {
                measure("steps of training", trainer::advance);
            }
            System.out.println("all was measured");
        }

        private static void measure(String what, Runnable action) {
            AllocationProbe probe = new AllocationProbe();
            AllocationProbe.Allocation allocation = probe.measure(action, ROUNDS, ROUNDS);
            for (int batch = 1; batch < BATCHES && allocation.total() > 0; batch++) {
                allocation = probe.measure(action, 0, ROUNDS);
            }
            System.out.println(what + ": " + allocation.total() + " bytes " + allocation.others());
        }
    }

    @Test
    void sharedWorkAllocatesNothing() {
        ChildJvm.Result result = ChildJvm.run(List.of("--add-modules=" + JavaMachine.VECTOR_MODULE), Child.class);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output().lines())
                .contains(
                        "own threads: 0 bytes {}",
                        "executor that does nothing: 0 bytes {}",
                        "executor on the caller: 0 bytes {}",
                        "steps of training: 0 bytes {}",
                        "all was measured");
    }
}
