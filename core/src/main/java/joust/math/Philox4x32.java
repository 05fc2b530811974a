package joust.math;

import java.util.Objects;

/**
 * Philox4x32-10: a counter-based random generator. A block of four words is a pure function of key and counter, so any
 * part of a sequence can be made anywhere, in any order. From J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 4.3.
 */
public final class Philox4x32 {

    /** Words of a block. */
    public static final int WORDS = 4;

    static final int ROUNDS = 10;
    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;

    private Philox4x32() {}

    /**
     * The four words of a block of a stream: key = (low, high word of the seed), counter = (low, high word of the
     * block, stream, 0).
     *
     * @param seed any seed
     * @param stream any number of a stream; streams of one seed are independent
     * @param block index of the block, unsigned
     * @param out receives four words
     * @param offset index of the first
     */
    public static void block(long seed, int stream, long block, int[] out, int offset) {
        rounds((int) block, (int) (block >>> 32), stream, 0, (int) seed, (int) (seed >>> 32), out, offset);
    }

    /**
     * Ten rounds on any counter and key, as the published vectors give them.
     *
     * @param c0 word 0 of the counter
     * @param c1 word 1 of the counter
     * @param c2 word 2 of the counter
     * @param c3 word 3 of the counter
     * @param k0 word 0 of the key
     * @param k1 word 1 of the key
     * @param out receives four words
     * @param offset index of the first
     */
    public static void rounds(int c0, int c1, int c2, int c3, int k0, int k1, int[] out, int offset) {
        Objects.checkFromIndexSize(offset, WORDS, out.length);
        long first = pair(c0, c1);
        long second = pair(c2, c3);
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = mix(MULTIPLIER_1, second, first, k0 + round * WEYL_0);
            second = mix(MULTIPLIER_0, first, second, k1 + round * WEYL_1);
            first = mixed;
        }
        out[offset] = (int) (first >>> 32);
        out[offset + 1] = (int) first;
        out[offset + 2] = (int) (second >>> 32);
        out[offset + 3] = (int) second;
    }

    /** Two words as one long, the first of them in its high half. */
    static long pair(int first, int second) {
        return ((long) first << 32) | (second & 0xFFFFFFFFL);
    }

    /** One pair of a round: product of the other pair's first word; its high half meets the second word and the key. */
    static long mix(long multiplier, long other, long own, int key) {
        return (multiplier * (other >>> 32)) ^ ((own ^ key) << 32);
    }
}
