package joust.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Philox4x32Test {

    /** Lines "philox4x32 10" of tests/kat_vectors in Random123 1.14: counter, key, result. */
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1",
    })
    void tenRoundsGiveThePublishedVectors(String counter, String key, String expected) {
        int[] c = words(counter);
        int[] k = words(key);
        int[] out = new int[4];
        Philox4x32.rounds(c[0], c[1], c[2], c[3], k[0], k[1], out, 0);
        assertThat(out).containsExactly(words(expected));
    }

    @Test
    void aBlockIsCountedBySeedStreamAndIndex() {
        int[] counter = {0x89abcdef, 0x01234567, -7, 0};
        int[] out = new int[6];
        Philox4x32.block(0xfedcba9876543210L, -7, 0x0123456789abcdefL, out, 1);
        int[] expected = naive(counter, 0x76543210, 0xfedcba98);
        assertThat(out).containsExactly(0, expected[0], expected[1], expected[2], expected[3], 0);
    }

    @Test
    void anArrayTooShortForABlockIsRefused() {
        assertThatThrownBy(() -> Philox4x32.block(1, 2, 3, new int[6], 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The paper's rounds word by word, in whole numbers of any length. */
    private static int[] naive(int[] counter, int k0, int k1) {
        BigInteger word = BigInteger.ONE.shiftLeft(32);
        int[] c = counter.clone();
        for (int round = 0; round < 10; round++) {
            BigInteger p0 = unsigned(c[0]).multiply(BigInteger.valueOf(0xD2511F53L));
            BigInteger p1 = unsigned(c[2]).multiply(BigInteger.valueOf(0xCD9E8D57L));
            int key0 = unsigned(k0)
                    .add(unsigned(0x9E3779B9).multiply(BigInteger.valueOf(round)))
                    .intValue();
            int key1 = unsigned(k1)
                    .add(unsigned(0xBB67AE85).multiply(BigInteger.valueOf(round)))
                    .intValue();
            c = new int[] {
                p1.divide(word).intValue() ^ c[1] ^ key0,
                p1.intValue(),
                p0.divide(word).intValue() ^ c[3] ^ key1,
                p0.intValue()
            };
        }
        return c;
    }

    private static BigInteger unsigned(int word) {
        return BigInteger.valueOf(Integer.toUnsignedLong(word));
    }

    private static int[] words(String hexadecimal) {
        return Arrays.stream(hexadecimal.split(" "))
                .mapToInt(HexFormat::fromHexDigits)
                .toArray();
    }
}
