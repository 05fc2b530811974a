package joust.math;

import static joust.math.FusedArithmetic.fma;
import static joust.math.Philox4x32.MULTIPLIER_0;
import static joust.math.Philox4x32.MULTIPLIER_1;
import static joust.math.Philox4x32.ROUNDS;
import static joust.math.Philox4x32.WEYL_0;
import static joust.math.Philox4x32.WEYL_1;

import java.util.Objects;

/**
 * Random arrays from {@link Philox4x32}: element i is made from word i mod 4 of block position + i / 4 of a stream, so
 * an operation over n elements uses {@link #blocks} of n blocks and the next one starts behind them. A part of an array
 * that begins at a multiple of four elements can be made alone. Nothing is allocated.
 */
public final class RandomFill {

    private RandomFill() {}

    /**
     * Blocks that an operation over so many elements uses: a quarter of them, rounded up.
     *
     * @param count elements, at least 0
     * @return blocks
     */
    public static long blocks(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count of elements is " + count + ", expected at least 0");
        }
        return count / Philox4x32.WORDS + (count % Philox4x32.WORDS == 0 ? 0 : 1);
    }

    /**
     * Uniform values fma(u, scale, low) with u = (word &gt;&gt;&gt; 8) · 2⁻²⁴, a multiple of 2⁻²⁴ in [0, 1).
     *
     * @param seed the seed
     * @param stream the stream
     * @param position first block
     * @param low what u = 0 gives
     * @param scale width of the interval
     * @param out receives the values
     * @param offset index of the first
     * @param count how many
     */
    public static void uniform(
            long seed, int stream, long position, float low, float scale, float[] out, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, out.length);
        int blocks = (int) blocks(count);
        for (int b = 0; b < blocks; b++) {
            long block = position + b;
            long first = Philox4x32.pair((int) block, (int) (block >>> 32));
            long second = Philox4x32.pair(stream, 0);
            for (int round = 0; round < ROUNDS; round++) {
                long mixed = Philox4x32.mix(MULTIPLIER_1, second, first, (int) seed + round * WEYL_0);
                second = Philox4x32.mix(MULTIPLIER_0, first, second, (int) (seed >>> 32) + round * WEYL_1);
                first = mixed;
            }
            uniformPair(first, low, scale, out, offset + 4 * b, count - 4 * b);
            uniformPair(second, low, scale, out, offset + 4 * b + 2, count - 4 * b - 2);
        }
    }

    /**
     * Normal values fma(deviation, n, mean). Each pair of words gives two (Box and Muller 1958): r = √(-2 · log(((w₀
     * &gt;&gt;&gt; 8) + 1) · 2⁻²⁴)), a = (w₁ &gt;&gt;&gt; 8) · 2⁻²³, n = r · cospi(a) and r · sinpi(a). No |n| exceeds
     * 5.77.
     *
     * @param seed the seed
     * @param stream the stream
     * @param position first block
     * @param mean mean of the values
     * @param deviation their standard deviation
     * @param out receives the values
     * @param offset index of the first
     * @param count how many; a count that is no multiple of four leaves the last values of the last block unused
     */
    public static void normal(
            long seed, int stream, long position, float mean, float deviation, float[] out, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, out.length);
        int blocks = (int) blocks(count);
        for (int b = 0; b < blocks; b++) {
            long block = position + b;
            long first = Philox4x32.pair((int) block, (int) (block >>> 32));
            long second = Philox4x32.pair(stream, 0);
            for (int round = 0; round < ROUNDS; round++) {
                long mixed = Philox4x32.mix(MULTIPLIER_1, second, first, (int) seed + round * WEYL_0);
                second = Philox4x32.mix(MULTIPLIER_0, first, second, (int) (seed >>> 32) + round * WEYL_1);
                first = mixed;
            }
            normalPair(first, mean, deviation, out, offset + 4 * b, count - 4 * b);
            normalPair(second, mean, deviation, out, offset + 4 * b + 2, count - 4 * b - 2);
        }
    }

    /**
     * Indices of rows drawn with replacement: the high word of word · rowCount, unsigned. A row's probability is off by
     * less than 2⁻³².
     *
     * @param seed the seed
     * @param stream the stream
     * @param position first block
     * @param rowCount rows to draw from, at least 1
     * @param out receives indices in [0, rowCount)
     * @param offset index of the first
     * @param count how many
     */
    public static void rows(long seed, int stream, long position, int rowCount, int[] out, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, out.length);
        if (rowCount < 1) {
            throw new IllegalArgumentException("rowCount is " + rowCount + ", expected at least 1");
        }
        int blocks = (int) blocks(count);
        for (int b = 0; b < blocks; b++) {
            long block = position + b;
            long first = Philox4x32.pair((int) block, (int) (block >>> 32));
            long second = Philox4x32.pair(stream, 0);
            for (int round = 0; round < ROUNDS; round++) {
                long mixed = Philox4x32.mix(MULTIPLIER_1, second, first, (int) seed + round * WEYL_0);
                second = Philox4x32.mix(MULTIPLIER_0, first, second, (int) (seed >>> 32) + round * WEYL_1);
                first = mixed;
            }
            rowPair(first, rowCount, out, offset + 4 * b, count - 4 * b);
            rowPair(second, rowCount, out, offset + 4 * b + 2, count - 4 * b - 2);
        }
    }

    private static void uniformPair(long words, float low, float scale, float[] out, int at, int left) {
        if (left > 0) {
            out[at] = fma((int) (words >>> 40) * 0x1p-24f, scale, low);
        }
        if (left > 1) {
            out[at + 1] = fma(((int) words >>> 8) * 0x1p-24f, scale, low);
        }
    }

    private static void normalPair(long words, float mean, float deviation, float[] out, int at, int left) {
        if (left <= 0) {
            return;
        }
        float u = ((int) (words >>> 40) + 1) * 0x1p-24f;
        float angle = ((int) words >>> 8) * 0x1p-23f;
        float radius = (float) Math.sqrt(-2f * Elementary.log(u));
        out[at] = fma(deviation, radius * Elementary.cospi(angle), mean);
        if (left > 1) {
            out[at + 1] = fma(deviation, radius * Elementary.sinpi(angle), mean);
        }
    }

    private static void rowPair(long words, int rowCount, int[] out, int at, int left) {
        if (left > 0) {
            out[at] = (int) (((words >>> 32) * rowCount) >>> 32);
        }
        if (left > 1) {
            out[at + 1] = (int) (((words & 0xFFFFFFFFL) * rowCount) >>> 32);
        }
    }
}
