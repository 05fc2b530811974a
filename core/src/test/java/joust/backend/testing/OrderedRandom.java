package joust.backend.testing;

import joust.math.Elementary;

/**
 * Philox4x32-10, written down once more from the paper (Salmon et al. 2011, section 4.3), with the numbers that are made of
 * its words in the documented order of roundings.
 */
final class OrderedRandom {
    private static final int ROUNDS = 10;

    private OrderedRandom() {}

    /** The word that belongs to element {@code index} of a draw. */
    static int word(Draw draw, int index) {
        long block = draw.position() + index / 4;
        int[] counter = {(int) block, (int) (block >>> 32), draw.stream(), 0};
        int[] key = {(int) draw.seed(), (int) (draw.seed() >>> 32)};
        return philox(counter, key)[index % 4];
    }

    static int[] philox(int[] counter, int[] key) {
        int[] c = counter.clone();
        int[] k = key.clone();
        for (int round = 0; round < ROUNDS; round++) {
            long left = (c[0] & 0xffffffffL) * 0xD2511F53L;
            long right = (c[2] & 0xffffffffL) * 0xCD9E8D57L;
            c = new int[] {
                (int) (right >>> 32) ^ c[1] ^ k[0], (int) right, (int) (left >>> 32) ^ c[3] ^ k[1], (int) left
            };
            k[0] += 0x9E3779B9;
            k[1] += 0xBB67AE85;
        }
        return c;
    }

    static float uniform(int word) {
        return (word >>> 8) * 0x1p-24f;
    }

    static float normal(Draw draw, int index) {
        int first = index / 2 * 2;
        float u = ((word(draw, first) >>> 8) + 1) * 0x1p-24f;
        float r = (float) Math.sqrt(-2f * Elementary.log(u));
        float a = (word(draw, first + 1) >>> 8) * 0x1p-23f;
        return index % 2 == 0 ? r * Elementary.cospi(a) : r * Elementary.sinpi(a);
    }

    /** The row that element {@code index} of a draw selects among {@code rows}. */
    static int row(Draw draw, int index, int rows) {
        return (int) (((word(draw, index) & 0xffffffffL) * rows) >>> 32);
    }
}
