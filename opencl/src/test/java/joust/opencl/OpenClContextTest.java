package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import joust.backend.BackendException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenClContextTest {
    private static final String HALVE = "__kernel void halve(__global float *x, int offset, float factor, uint n) {"
            + " uint i = get_global_id(0); if (i < n) x[offset + i] = factor * x[offset + i]; }";

    private final OpenClContext context = FirstDevice.open();

    @AfterEach
    void closeContext() {
        if (context.liveObjects() > 0) {
            context.close();
        }
    }

    private static float[] ascending(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }

    private static float[] download(OpenClContext context, DeviceBuffer buffer, int count) {
        float[] values = new float[count];
        context.staging().download(buffer, 0, values, 0, count);
        return values;
    }

    @Test
    void numbersGoThereAndBackThroughEveryHalfOfTheStagingMemory() {
        int count = 1_000_003;
        DeviceBuffer buffer = context.allocate(count);
        float[] values = ascending(count);
        context.staging().upload(values, 0, buffer, 0, count);
        values[0] = 77;
        for (int i = 0; i < 3000; i++) {
            context.staging().upload(values, 0, buffer, 5, 1 + i % 37);
        }
        float[] expected = ascending(count);
        System.arraycopy(values, 0, expected, 5, 37);
        assertThat(download(context, buffer, count)).isEqualTo(expected);
    }

    @Test
    void newMemoryHoldsPositiveZeroAndFillAndCopyTakeRanges() {
        DeviceBuffer first = context.allocate(9);
        assertThat(download(context, first, 9)).containsOnly(0f);
        first.fill(2.5f, 2, 3);
        assertThat(download(context, first, 9)).containsExactly(0, 0, 2.5f, 2.5f, 2.5f, 0, 0, 0, 0);
        DeviceBuffer second = context.allocate(4);
        second.copyFrom(first, 4, 1, 2);
        assertThat(download(context, second, 4)).containsExactly(0, 2.5f, 0, 0);
    }

    @Test
    void everyLaunchTakesItsOwnArguments() {
        ClKernel kernel = ClProgram.ofSources(context, "", "halve", HALVE).kernel("halve");
        DeviceBuffer buffer = context.allocate(1000);
        buffer.fill(8f, 0, 1000);
        kernel.arguments().buffer(buffer).integer(1).real(0.5f).integer(998).launch(998);
        kernel.arguments().buffer(buffer).integer(3).real(0.25f).integer(2).launch(2);
        float[] values = download(context, buffer, 1000);
        assertThat(values).startsWith(8, 4, 4, 1, 1, 4).endsWith(4, 8);
        assertThat(context.launches()).isEqualTo(2);
    }

    @Test
    void aMissingArgumentIsSeenBeforeTheLaunch() {
        ClKernel kernel = ClProgram.ofSources(context, "", "halve", HALVE).kernel("halve");
        DeviceBuffer buffer = context.allocate(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.arguments().buffer(buffer).integer(0).launch(1))
                .withMessage("kernel halve takes 4 arguments and was given 2");
    }

    @Test
    void aKernelThatNamesItsGroupIsLaunchedWithIt() {
        String source = "__attribute__((reqd_work_group_size(16, 2, 1))) __kernel void sizes(__global float *x) {"
                + " x[get_global_id(1) * get_global_size(0) + get_global_id(0)] = get_local_size(0) + get_local_size(1); }";
        ClKernel kernel = ClProgram.ofSources(context, "", "sizes", source).kernel("sizes");
        DeviceBuffer buffer = context.allocate(32 * 4);
        kernel.arguments().buffer(buffer).launch(17, 3);
        assertThat(download(context, buffer, 32 * 4)).containsOnly(18f);
    }

    @Test
    void aGroupThatTheDeviceDoesNotAllowIsSeenBeforeTheLaunch() {
        int more = 2 * context.facts().largestGroup();
        String source = "__attribute__((reqd_work_group_size(" + more
                + ", 1, 1))) __kernel void crowd(__global float *x) {" + " x[get_local_id(0)] = 1; }";
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(
                        () -> ClProgram.ofSources(context, "", "crowd", source).kernel("crowd"));
    }

    @Test
    void whatTheCompilerSaysIsInTheMessage() {
        int before = context.liveObjects();
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> ClProgram.ofSources(context, "", "wrong.cl", "__kernel void wrong() { flub(); }"))
                .withMessageContainingAll("building wrong.cl for ", "CL_BUILD_PROGRAM_FAILURE (-11)", "flub");
        assertThat(context.liveObjects()).isEqualTo(before);
    }

    @Test
    void everyObjectIsReleasedOnceAndNothingWorksAfterwards() {
        ClProgram program = ClProgram.ofSources(context, "", "halve", HALVE);
        ClKernel kernel = program.kernel("halve");
        DeviceBuffer kept = context.allocate(10);
        DeviceBuffer closed = context.allocate(10);
        assertThat(context.liveObjects()).isEqualTo(6);
        closed.close();
        closed.close();
        assertThat(context.liveObjects()).isEqualTo(5);
        assertThat(context.memory().used()).isEqualTo(40);
        assertThatIllegalStateException().isThrownBy(() -> closed.fill(1, 0, 1)).withMessageContaining("released");
        context.close();
        assertThat(context.liveObjects()).isZero();
        kept.close();
        assertThatIllegalStateException().isThrownBy(context::close).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(context::finish).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(() -> context.allocate(1)).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(kernel::arguments).withMessageContaining("is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> program.kernel("halve"))
                .withMessageContaining("is closed");
    }
}
