package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.CheckedBackend;
import joust.backend.testing.Availability;
import joust.gan.GanTrainer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Training on an OpenCL device: the scalar backend's networks to the bit, and nothing that grows from step to step. */
class OpenClTrainingTest {
    private static final int STEPS = 30;

    @SuppressWarnings("UnusedVariable") // read by FieldSource
    private static final Iterable<String> PRESETS = SmallTrainings.PRESETS;

    @ParameterizedTest
    @FieldSource("PRESETS")
    void givesTheNetworksOfTheScalarBackend(String preset) {
        try (Backend openCl = Availability.open("opencl", BackendOptions.DEFAULT);
                Backend scalar = Backends.open("scalar")) {
            Assumptions.assumeTrue(openCl.arithmetic() == Arithmetic.FMA, "the device rounds otherwise");
            Assumptions.assumeTrue(scalar.arithmetic() == Arithmetic.FMA, "the processor rounds otherwise");
            assertThat(SmallTrainings.hashes(openCl, preset, STEPS))
                    .isEqualTo(SmallTrainings.hashes(scalar, preset, STEPS));
        }
    }

    @ParameterizedTest
    @FieldSource("PRESETS")
    void stepsLeaveNothingBehindAndWaitForNothing(String preset) {
        OpenClContext context = FirstDevice.open();
        try (Backend backend = CheckedBackend.wrap(new OpenClBackend(context, DeviceProducts.on(context)));
                GanTrainer trainer = SmallTrainings.begin(backend, preset)) {
            advance(trainer, STEPS);
            int objects = context.liveObjects();
            long memory = context.memory().used();
            long waits = context.waits();
            long launches = context.launches();
            advance(trainer, 1);
            long launchesOfAStep = context.launches() - launches;
            advance(trainer, 2 * STEPS);
            assertThat(context.waits()).as("waits").isEqualTo(waits);
            assertThat(context.launches() - launches).isEqualTo((2 * STEPS + 1) * launchesOfAStep);
            assertThat(launchesOfAStep).as("launches of a step").isBetween(5L, 100L);
            assertThat(context.memory().used()).as("device memory").isEqualTo(memory);
            // Two places in the queue and two halves of the staging memory may be marked by an event each.
            assertThat(context.liveObjects()).as("objects").isBetween(objects - 4, objects + 4);
        }
        assertThat(context.liveObjects()).isZero();
        assertThat(context.memory().used()).isZero();
    }

    @Test
    void twoBackendsAtOnceOnOneDeviceDoNotDisturbEachOther() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            Callable<String> training = () -> {
                try (Backend backend = Availability.open("opencl", BackendOptions.DEFAULT)) {
                    return SmallTrainings.hashes(backend, "gaussian1d", STEPS);
                }
            };
            // Alone, and on this thread: a skip has to be this test's own.
            String alone = training.call();
            var first = callers.submit(training);
            var second = callers.submit(training);
            assertThat(first.get()).isEqualTo(second.get()).isEqualTo(alone);
        }
    }

    @Test
    void aLongRunLeavesNothingBehind() {
        OpenClContext context = FirstDevice.open();
        try (Backend backend = CheckedBackend.wrap(new OpenClBackend(context, DeviceProducts.on(context)));
                GanTrainer trainer = SmallTrainings.begin(backend, "gaussian1d")) {
            advance(trainer, 500);
            backend.synchronize();
            int objects = context.liveObjects();
            advance(trainer, 2000);
            backend.synchronize();
            assertThat(context.liveObjects()).isBetween(objects - 4, objects + 4);
        }
        assertThat(context.liveObjects()).isZero();
    }

    private static void advance(GanTrainer trainer, int steps) {
        for (int i = 0; i < steps; i++) {
            trainer.advance();
        }
    }
}
