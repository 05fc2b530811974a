package joust.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementaryTest {
    private static final String NEEDS_FMA = "errors and bits are stated for fused arithmetic; this machine has none";

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void errorsStayWithinTheLimit(ElementaryFunction function) {
        assumeTrue(FusedArithmetic.FUSED, NEEDS_FMA);
        double worst = 0;
        float at = 0;
        for (float x : SweepArguments.all()) {
            double error = ElementaryFunction.error(function.apply(x), function.exact(x));
            if (error > worst) {
                worst = error;
                at = x;
            }
        }
        assertThat(worst).as("%s(%s)", function, at).isLessThanOrEqualTo(function.limit());
    }

    @ParameterizedTest
    @CsvSource({
        "EXP, cfc2e7cc93cd2e0d1036f70b3e00a651c29d4d479dbbda4ce96b05861041d986",
        "LOG, ce1e6e5e13fc1ab725dbb3f9b9a0a0f94c2ba31b51a3a18f5f3f5ee7d4df573f",
        "LOG1P, 51e4fdd79828d0c62a7e1764b5f76dc38c2204d0d6204c951f9c70b2e4e1c2ae",
        "SINPI, c1a0978684f24c0c559f2aefd3f2cd905792fd7fb3a6319ac40aa6617b26ed44",
        "COSPI, b59252ee1b8b17d7f25788074b4683b2f0b57aefeacc6a9076f1d799da335b85",
        "TANH, 0d2c1d51ff7d1373e0830c2c6456c94fedf4a44c3d06927fe00791e521338924",
        "SIGMOID, ec12192890309188b3af791ad39fa08327c179f40a0760f557d32aa9c486f647",
        "SOFTPLUS, c48a3f79d5a929c2828511cfa0b38a1f2191bfcbed1c60740ea3e3fd2cb0a840",
    })
    @Tag("slow")
    void bitsAreTheseOnEveryMachine(ElementaryFunction function, String sha256) throws NoSuchAlgorithmException {
        assumeTrue(FusedArithmetic.FUSED, NEEDS_FMA);
        float[] arguments = SweepArguments.all();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * arguments.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float x : arguments) {
            bytes.putInt(Float.floatToIntBits(function.apply(x)));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource({
        "EXP, 0, 1",
        "EXP, -0, 1",
        "EXP, Infinity, Infinity",
        "EXP, -Infinity, 0",
        "EXP, 88.7229, Infinity",
        "EXP, -103.98, 0",
        "EXP, -103.9, 1.4E-45",
        "LOG, 1, 0",
        "LOG, 0, -Infinity",
        "LOG, -0, -Infinity",
        "LOG, Infinity, Infinity",
        "LOG, -1, NaN",
        "LOG, -1.4E-45, NaN",
        "LOG, -Infinity, NaN",
        "LOG1P, 0, 0",
        "LOG1P, -0, -0",
        "LOG1P, -1, -Infinity",
        "LOG1P, Infinity, Infinity",
        "LOG1P, -1.0000001, NaN",
        "LOG1P, -Infinity, NaN",
        "LOG1P, 1.4E-45, 1.4E-45",
        "LOG1P, -1.4E-45, -1.4E-45",
        "SINPI, 0, 0",
        "SINPI, -0, -0",
        "SINPI, 0.5, 1",
        "SINPI, 1, 0",
        "SINPI, -1, -0",
        "SINPI, 1.5, -1",
        "SINPI, 2, 0",
        "SINPI, -2.5, -1",
        "SINPI, 3.4028235E38, 0",
        "SINPI, Infinity, NaN",
        "SINPI, -Infinity, NaN",
        "COSPI, 0, 1",
        "COSPI, -0, 1",
        "COSPI, 0.5, 0",
        "COSPI, -0.5, 0",
        "COSPI, 1, -1",
        "COSPI, 1.5, 0",
        "COSPI, 8388607, -1",
        "COSPI, 16777215, -1",
        "COSPI, 16777216, 1",
        "COSPI, Infinity, NaN",
        "TANH, 0, 0",
        "TANH, -0, -0",
        "TANH, Infinity, 1",
        "TANH, -Infinity, -1",
        "TANH, -1.4E-45, -1.4E-45",
        "SIGMOID, 0, 0.5",
        "SIGMOID, -0, 0.5",
        "SIGMOID, Infinity, 1",
        "SIGMOID, -Infinity, 0",
        "SIGMOID, -34.65736, 0",
        "SOFTPLUS, -34.65736, 0",
        "SOFTPLUS, -Infinity, 0",
        "SOFTPLUS, Infinity, Infinity",
        "SOFTPLUS, 100, 100",
    })
    void specialArgumentsGiveExactValues(ElementaryFunction function, float x, float expected) {
        float value = function.apply(x);
        assertThat(Float.floatToIntBits(value))
                .as("%s(%s) = %s", function, x, value)
                .isEqualTo(Float.floatToIntBits(expected));
    }

    @ParameterizedTest
    @EnumSource
    void nanStaysNanWhateverItsSignAndPayload(ElementaryFunction function) {
        for (int bits : new int[] {0x7fc00000, 0xffc00000, 0x7f800001, 0xffffffff}) {
            assertThat(function.apply(Float.intBitsToFloat(bits)))
                    .as("%x", bits)
                    .isNaN();
        }
    }

    @Test
    void theMeasureOfErrorsSeesOneUnit() {
        assertThat(ElementaryFunction.error(Math.nextUp(1f), 1)).isEqualTo(1);
        assertThat(ElementaryFunction.error(1f, Math.nextDown(1.0))).isLessThan(1e-8);
        assertThat(ElementaryFunction.error(Float.MIN_VALUE, 3 * (double) Float.MIN_VALUE))
                .isEqualTo(2);
        assertThat(ElementaryFunction.error(-0f, 0)).isInfinite();
        assertThat(ElementaryFunction.error(Float.NaN, 1)).isInfinite();
        assertThat(ElementaryFunction.error(Float.MAX_VALUE, 1e39)).isInfinite();
    }
}
