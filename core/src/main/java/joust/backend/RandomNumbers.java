package joust.backend;

/**
 * Philox4x32-10 (Salmon et al. 2011), counter-based: element i takes word i mod 4 of block {@code position + i/4}; the key
 * is the seed, the counter (block low, block high, stream, 0). The caller keeps positions; an operation on n elements uses
 * {@code ceil(n/4)} blocks.
 */
public interface RandomNumbers {
    /**
     * Fills {@code out} with numbers uniform in [low, high]: {@code fma(u, high - low, low)}, u = (w >>> 8) 2⁻²⁴ in [0, 1), so
     * that {@code high} itself comes by rounding alone.
     *
     * @param seed the key
     * @param stream the stream, at least 0
     * @param position the first block, at least 0
     * @param low the lower bound, finite
     * @param high the upper bound, finite and above {@code low}; the difference is taken in double and rounded once
     */
    void uniform(long seed, int stream, long position, float low, float high, Tensor out);

    /**
     * Fills {@code out} with normal numbers by Box and Muller (1958): {@code fma(deviation, n, mean)}; a pair of words gives
     * r cospi(a) and r sinpi(a) with r = √(-2 log(((w₀ >>> 8) + 1) 2⁻²⁴)) and a = (w₁ >>> 8) 2⁻²³.
     *
     * @param deviation the standard deviation, finite and at least 0
     */
    void normal(long seed, int stream, long position, float mean, float deviation, Tensor out);
}
