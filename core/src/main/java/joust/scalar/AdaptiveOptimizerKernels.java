package joust.scalar;

import static joust.math.Denormals.floorOfProducts;
import static joust.math.Denormals.floorOfSquares;
import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * Optimizers with a step size of its own for each parameter, on float arrays, as joust.backend.Optimizers defines them.
 * Scalars come in double and are rounded to float32 once, 1-beta and 1-rho after a subtraction in double. Offsets and errors
 * are as in {@link ElementwiseKernels}; no two arrays may overlap. States and
 * squares are +0 where that interface says. NaN goes through. A double
 * square root rounded to float is the correctly rounded float one, and C2 emits just that.
 */
public final class AdaptiveOptimizerKernels {
    /** Numbers of each array in a pass, 32 KB. */
    private static final int BLOCK = 8192;

    private AdaptiveOptimizerKernels() {}

    /** RMSProp: {@code v = fma(rho, v, ((1-rho)*g)*g), p = fma(-learningRate, g/(sqrt(v)+epsilon), p)}. */
    public static void rmsProp(
            double learningRate,
            double rho,
            double epsilon,
            float[] g,
            int gOffset,
            float[] v,
            int vOffset,
            float[] p,
            int pOffset,
            int count) {
        Bounds.vector("g", g, gOffset, count);
        Bounds.vector("v", v, vOffset, count);
        Bounds.vector("p", p, pOffset, count);
        float minusRate = (float) -learningRate;
        float keep = (float) rho;
        float blend = (float) (1 - rho);
        float e = (float) epsilon;
        if (gOffset == pOffset && vOffset == pOffset) {
            rmsPropAligned(minusRate, keep, blend, e, g, v, p, pOffset, pOffset + count);
            return;
        }
        float floor = floorOfProducts(keep);
        float squareFloor = floorOfSquares(blend);
        for (int i = 0; i < count; i++) {
            float gradient = g[gOffset + i];
            float squared = toZero(gradient, squareFloor);
            float square = toZero(fma(keep, v[vOffset + i], (blend * squared) * squared), floor);
            v[vOffset + i] = square;
            p[pOffset + i] = fma(minusRate, gradient / ((float) Math.sqrt(square) + e), p[pOffset + i]);
        }
    }

    private static void rmsPropAligned(
            float minusRate, float keep, float blend, float e, float[] g, float[] v, float[] p, int from, int to) {
        float floor = floorOfProducts(keep);
        float squareFloor = floorOfSquares(blend);
        for (int i = from; i < to; i++) {
            float squared = toZero(g[i], squareFloor);
            float square = toZero(fma(keep, v[i], (blend * squared) * squared), floor);
            v[i] = square;
            p[i] = fma(minusRate, g[i] / ((float) Math.sqrt(square) + e), p[i]);
        }
    }

    /**
     * Adam: {@code m = fma(beta1, m, (1-beta1)*g), v = fma(beta2, v, ((1-beta2)*g)*g),
     * p = fma(-stepSize, m/(sqrt(v)+epsilon), p)}.
     *
     * @param stepSize the bias-corrected rate {@code learningRate*sqrt(1-beta2^t)/(1-beta1^t)} of step t
     */
    public static void adam(
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float[] v,
            int vOffset,
            float[] p,
            int pOffset,
            int count) {
        Bounds.vector("g", g, gOffset, count);
        Bounds.vector("m", m, mOffset, count);
        Bounds.vector("v", v, vOffset, count);
        Bounds.vector("p", p, pOffset, count);
        float minusStep = (float) -stepSize;
        float keep1 = (float) beta1;
        float blend1 = (float) (1 - beta1);
        float keep2 = (float) beta2;
        float blend2 = (float) (1 - beta2);
        float e = (float) epsilon;
        if (gOffset == pOffset && mOffset == pOffset && vOffset == pOffset) {
            adamAligned(minusStep, keep1, blend1, keep2, blend2, e, g, m, v, p, pOffset, pOffset + count);
            return;
        }
        float floor1 = floorOfProducts(keep1);
        float floor2 = floorOfProducts(keep2);
        float squareFloor = floorOfSquares(blend2);
        for (int i = 0; i < count; i++) {
            float gradient = g[gOffset + i];
            float squared = toZero(gradient, squareFloor);
            float mean = toZero(fma(keep1, m[mOffset + i], blend1 * gradient), floor1);
            float square = toZero(fma(keep2, v[vOffset + i], (blend2 * squared) * squared), floor2);
            m[mOffset + i] = mean;
            v[vOffset + i] = square;
            p[pOffset + i] = fma(minusStep, mean / ((float) Math.sqrt(square) + e), p[pOffset + i]);
        }
    }

    /** In two passes over what the caches hold, for C2 makes vectors of loops up to a length only: one pass took ten times as long. */
    private static void adamAligned(
            float minusStep,
            float keep1,
            float blend1,
            float keep2,
            float blend2,
            float e,
            float[] g,
            float[] m,
            float[] v,
            float[] p,
            int from,
            int to) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            firstMoments(keep1, blend1, g, m, start, end);
            adamStep(minusStep, keep2, blend2, e, g, m, v, p, start, end);
        }
    }

    private static void firstMoments(float keep, float blend, float[] g, float[] m, int from, int to) {
        float floor = floorOfProducts(keep);
        for (int i = from; i < to; i++) {
            m[i] = toZero(fma(keep, m[i], blend * g[i]), floor);
        }
    }

    private static void adamStep(
            float minusStep,
            float keep,
            float blend,
            float e,
            float[] g,
            float[] m,
            float[] v,
            float[] p,
            int from,
            int to) {
        float floor = floorOfProducts(keep);
        float squareFloor = floorOfSquares(blend);
        for (int i = from; i < to; i++) {
            float squared = toZero(g[i], squareFloor);
            float square = toZero(fma(keep, v[i], (blend * squared) * squared), floor);
            v[i] = square;
            p[i] = fma(minusStep, m[i] / ((float) Math.sqrt(square) + e), p[i]);
        }
    }
}
