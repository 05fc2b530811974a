package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.IntFunction;
import joust.math.Elementary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions on the device have the bits of {@link Elementary} for every 997th float and at every border of a binade. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElementaryBitsTest {
    private static final int STRIDE = 997;
    private static final int CHUNK = 1 << 20;
    private static final int NEAR = 2;
    private static final int BINADES = 512;
    private static final int BINADE_BITS = 23;

    @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold no state
    enum Function {
        EXP(Elementary::exp),
        LOG(Elementary::log),
        LOG1P(Elementary::log1p),
        SINPI(Elementary::sinpi),
        COSPI(Elementary::cospi),
        SIGMOID(Elementary::sigmoid),
        TANH(Elementary::tanh),
        SOFTPLUS(Elementary::softplus);

        private final OnFloats onFloats;

        Function(OnFloats onFloats) {
            this.onFloats = onFloats;
        }
    }

    interface OnFloats {
        float of(float x);
    }

    private final OpenClContext context = FirstDevice.open();
    private final ClProgram program = context.build("", "elementary.cl");
    private final DeviceBuffer x = context.allocate(CHUNK);
    private final DeviceBuffer y = context.allocate(CHUNK);

    @BeforeAll
    void skipWhereTheDeviceRoundsOtherwise() {
        Assumptions.assumeTrue(context.facts().exact(), "the device rounds otherwise");
    }

    @AfterAll
    void closeContext() {
        context.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyStrideHasTheBitsOfTheHost(Function function) {
        for (long first = 0; first < 1L << 32; first += (long) CHUNK * STRIDE) {
            long start = first;
            compare(function, i -> (int) (start + (long) i * STRIDE), CHUNK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bordersOfBinadesToo(Function function) {
        int width = 2 * NEAR + 1;
        compare(function, i -> ((i / width) << BINADE_BITS) + i % width - NEAR, BINADES * width);
    }

    private void compare(Function function, IntFunction<Integer> bits, int count) {
        float[] arguments = new float[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = Float.intBitsToFloat(bits.apply(i));
        }
        context.staging().upload(arguments, 0, x, 0, count);
        ClKernel kernel = kernel(function);
        kernel.arguments()
                .buffer(x)
                .integer(0)
                .buffer(y)
                .integer(0)
                .integer(count)
                .launch(count);
        float[] results = new float[count];
        context.staging().download(y, 0, results, 0, count);
        kernel.close();
        for (int i = 0; i < count; i++) {
            float expected = function.onFloats.of(arguments[i]);
            if (Float.floatToIntBits(results[i]) != Float.floatToIntBits(expected)) {
                assertThat(results[i]).as("%s of %s", function, arguments[i]).isEqualTo(expected);
            }
        }
    }

    private ClKernel kernel(Function function) {
        return program.kernel(function.name().toLowerCase(Locale.ROOT) + "_test");
    }
}
