package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.Backends;
import joust.backend.CheckedBackend;
import joust.backend.Tensor;
import joust.gan.GanTrainer;
import joust.opencl.FaultyCalls.Call;
import org.jocl.CL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices whose memory is full, and devices that are lost, at any call. */
class DeviceFaultTest {
    private static final int SIZE = 1000;
    private static final String PRESET = "toy2d";
    private static final int STEPS = 2;

    private final FoundDevice device = FirstDevice.find();
    private final FaultyCalls calls = new FaultyCalls();
    private final OpenClContext context = OpenClContext.open(device, DeviceMemory.of(device.facts()), calls);
    private final Backend backend = CheckedBackend.wrap(new OpenClBackend(context, DeviceProducts.on(context)));

    /** Every way to the device, each often enough that places in the queue are marked and waited for. */
    private void useEverything() {
        float[] numbers = new float[SIZE];
        Tensor x = backend.allocate(1, SIZE);
        Tensor y = backend.allocate(1, SIZE);
        for (int i = 0; i < 1500; i++) {
            backend.upload(numbers, 0, x);
            backend.fill(y, i);
            backend.scale(2, x, y);
            backend.copy(y, x);
            if (i % 500 == 1) {
                backend.download(x, numbers, 0);
                backend.synchronize();
                backend.allocate(1, 2).close();
            }
        }
    }

    private void trainToTheEnd() {
        try (GanTrainer trainer = SmallTrainings.begin(backend, PRESET)) {
            for (int i = 0; i < STEPS; i++) {
                trainer.advance();
            }
        }
    }

    private void assertClosesWithNothingLeft() {
        backend.close();
        assertThat(context.liveObjects()).isZero();
        assertThat(context.memory().used()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"CREATE,-4,2", "CREATE,-5,5", "CREATE,-6,5", "FILL,-4,7"})
    void whereverMemoryEndsTheTrainingGivesItsOwnBackAndTheNextOneIsRight(Call call, int status, int stride) {
        int failures = 0;
        for (int n = 1; n == 1 + failures * stride; n += stride) {
            calls.failOnce(call, n, status);
            BackendException failure = catchThrowableOfType(BackendException.class, this::trainToTheEnd);
            if (calls.hasFailed()) {
                failures++;
                assertThat(failure)
                        .hasMessageStartingWith("opencl:0 (")
                        .hasMessageContainingAll("(" + status + ")", "this backend uses ", "smaller batch");
            }
        }
        calls.failOnce(call, Integer.MAX_VALUE, status);
        assertThat(failures).isGreaterThan(3);
        try (Backend scalar = Backends.open("scalar")) {
            assertThat(SmallTrainings.hashes(backend, PRESET, STEPS))
                    .isEqualTo(SmallTrainings.hashes(scalar, PRESET, STEPS));
        }
        assertClosesWithNothingLeft();
    }

    @Test
    void memoryThatIsExchangedForALargerPieceIsNotUsedWhereThereIsNone() {
        Tensor longRows = backend.allocate(2, 10_000);
        Tensor longerRows = backend.allocate(2, 5_000_000);
        Tensor out = backend.allocate(2, 1);
        backend.fill(longRows, 1);
        backend.rowSumOfSquares(longRows, out);
        calls.failOnce(Call.CREATE, 1, CL.CL_MEM_OBJECT_ALLOCATION_FAILURE);
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> backend.rowSumOfSquares(longerRows, out))
                .withMessageContaining("allocate: no device memory for");
        backend.rowSumOfSquares(longRows, out);
        float[] sums = new float[2];
        backend.download(out, sums, 0);
        assertThat(sums).containsExactly(10_000, 10_000);
        assertClosesWithNothingLeft();
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void ofALostDeviceEverythingSaysTheSameAndAllIsReleased(Call call) {
        assertIsLost(call, CL.CL_INVALID_COMMAND_QUEUE);
    }

    @ParameterizedTest
    @CsvSource({"LAUNCH,-9999", "READ,-9999", "FINISH,-14", "FILL,-2", "WRITE,-34", "READ,-5", "AWAIT,-5", "FINISH,-4"})
    void otherWordsForALostDevice(Call call, int status) {
        assertIsLost(call, status);
    }

    private void assertIsLost(Call call, int status) {
        Tensor before = backend.allocate(1, SIZE);
        calls.failFrom(call, 1, status);
        BackendException first = catchThrowableOfType(BackendException.class, this::useEverything);
        assertThat(first)
                .hasMessageStartingWith("opencl:0 (" + device.facts().model() + "): ")
                .hasMessageContainingAll(" failed: ", "(" + status + ")", "the device is lost", "joust resume");
        float[] numbers = new float[SIZE];
        for (Runnable later : List.<Runnable>of(
                () -> backend.allocate(1, 1),
                () -> backend.view(before, 0, 1, 1),
                () -> backend.upload(numbers, 0, before),
                () -> backend.download(before, numbers, 0),
                () -> backend.fill(before, 1),
                () -> backend.scale(1, before, before),
                backend::synchronize)) {
            assertThatExceptionOfType(BackendException.class)
                    .isThrownBy(later::run)
                    .withMessage(first.getMessage())
                    .withCause(first);
        }
        before.close();
        assertClosesWithNothingLeft();
        assertThatIllegalStateException().isThrownBy(backend::close);
    }

    @Test
    void aTrainingOnALostDeviceEndsAndCloses() {
        calls.failFrom(Call.LAUNCH, 100, CL.CL_INVALID_COMMAND_QUEUE);
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(this::trainToTheEnd)
                .withMessageContaining("launching kernel ")
                .withNoCause();
        assertClosesWithNothingLeft();
    }

    @Test
    void aLaunchWithoutMemoryIsRefusedAndMayBeTriedAgain() {
        Tensor x = backend.allocate(1, 3);
        backend.fill(x, 2);
        calls.failOnce(Call.LAUNCH, 1, CL.CL_OUT_OF_RESOURCES);
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> backend.scale(2, x, x))
                .withMessageContainingAll(
                        "launching kernel scale failed: CL_OUT_OF_RESOURCES (-5)", "this backend uses");
        backend.scale(3, x, x);
        float[] numbers = new float[3];
        backend.download(x, numbers, 0);
        assertThat(numbers).containsOnly(6);
        assertClosesWithNothingLeft();
    }

    @Test
    void whatOnlyClosingFindsOutIsSaidThere() {
        backend.fill(backend.allocate(1, 3), 2);
        calls.failFrom(Call.FINISH, 1, CL.CL_INVALID_COMMAND_QUEUE);
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(backend::close)
                .withMessageContainingAll("opencl:0 (", "before closing", "the device is lost");
        assertThat(context.liveObjects()).isZero();
        assertThat(context.memory().used()).isZero();
    }
}
