package joust.math;

/**
 * Random numbers for work on the host: initial weights, generated data, shuffles. It reads the words of a
 * {@link Philox4x32} stream one after the other, computes in double with {@link StrictMath}, and so gives the same
 * numbers on every machine. For one thread.
 */
public final class HostRandom {

    private static final double TRUNCATION = 2;

    private final long seed;
    private final int stream;
    private final int[] words = new int[Philox4x32.WORDS];
    private long position;
    private int used = Philox4x32.WORDS;
    private double spareNormal = Double.NaN;

    /**
     * A reader that begins with a fresh block.
     *
     * @param seed the seed
     * @param stream the stream
     * @param position its first block
     */
    public HostRandom(long seed, int stream, long position) {
        this.seed = seed;
        this.stream = stream;
        this.position = position;
    }

    /**
     * The first block that no number was made from. A reader created there continues the stream; what this one still
     * holds of its last block is skipped.
     *
     * @return index of a block
     */
    public long position() {
        return position;
    }

    /**
     * A uniform value from one word.
     *
     * @return a multiple of 2⁻³² in [0, 1)
     */
    public double nextUniform() {
        return (nextWord() & 0xFFFFFFFFL) * 0x1p-32;
    }

    /**
     * A standard normal value. Two words make two of them (Box and Muller 1958), r = √(-2 · log((w₀ + 1) · 2⁻³²)) times
     * the cosine and the sine of 2π · w₁ · 2⁻³²; the second is kept for the next call.
     *
     * @return a value between -6.67 and 6.67
     */
    public double nextNormal() {
        if (!Double.isNaN(spareNormal)) {
            double value = spareNormal;
            spareNormal = Double.NaN;
            return value;
        }
        double radius = StrictMath.sqrt(-2 * StrictMath.log(nextUniform() + 0x1p-32));
        double angle = 2 * StrictMath.PI * nextUniform();
        spareNormal = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /**
     * A standard normal value cut at two deviations: values outside are drawn again. Its own deviation is 0.8796.
     *
     * @return a value in [-2, 2]
     */
    public double nextTruncatedNormal() {
        double value = nextNormal();
        while (Math.abs(value) > TRUNCATION) {
            value = nextNormal();
        }
        return value;
    }

    /**
     * A whole number, each with the same probability: the high word of word · bound, where words that would favour some
     * numbers are drawn again (Lemire 2019, "Fast random integer generation in an interval").
     *
     * @param bound at least 1
     * @return a number in [0, bound)
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + ", expected at least 1");
        }
        long threshold = (1L << 32) % bound;
        long product;
        do {
            product = (nextWord() & 0xFFFFFFFFL) * bound;
        } while ((product & 0xFFFFFFFFL) < threshold);
        return (int) (product >>> 32);
    }

    /**
     * A permutation, each with the same probability (Fisher and Yates, from the end).
     *
     * @param n its size, at least 0
     * @return the numbers 0 to n - 1 in random order
     */
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("size of the permutation is " + n + ", expected at least 0");
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }

    private int nextWord() {
        if (used == Philox4x32.WORDS) {
            Philox4x32.block(seed, stream, position++, words, 0);
            used = 0;
        }
        return words[used++];
    }
}
