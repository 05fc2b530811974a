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
        "EXP, e6eb35fbe653a4c18230ae4386c45e816963ede12b5ddb0670bcfc54e3129dc7",
        "LOG, b6d27506f39a97518a9364b3b262b97def156a242f38d8ecd618123afecec9a5",
        "LOG1P, 3b97f9f342e63d7289c89b27abdfcccd170730727568cfc8c400c97f1ee70622",
        "SINPI, fe5434247b144b910e6b8cc3db6af6098bde1864e3597d5d63502005651c5845",
        "COSPI, dfa0b40ee135af0bd2023f0a59fe82cea27dc33c150e4931e014101d3cf9238f",
        "TANH, ab001f5486d089473c455f2517552bc1a23c89937160e43387d59a070a67d081",
        "SIGMOID, 68db0d644265bf7da00b0809c1e5cbc2b29482cbec14885eb13f040e064202d1",
        "SOFTPLUS, 65731b44b1e5524054fa03672a3aba9a4860ef0c8a26ebb6431b63f22916c8c7",
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
