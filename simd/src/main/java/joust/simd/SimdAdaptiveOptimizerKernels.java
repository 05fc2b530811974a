package joust.simd;

import static joust.math.Denormals.floorOfProducts;
import static joust.math.Denormals.floorOfSquares;
import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;

/**
 * Optimizers with a step size of its own for each parameter, on float arrays, as joust.backend.Optimizers defines them, in one
 * pass over memory. Scalars come in double and are rounded to float32 once, 1-beta and 1-rho after a subtraction in double.
 * Offsets and errors are as in {@link SimdElementwiseKernels}; no two arrays may overlap. NaN goes through.
 * States and squares are +0 where that interface says.
 */
public final class SimdAdaptiveOptimizerKernels {
    private SimdAdaptiveOptimizerKernels() {}

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
        float floor = floorOfProducts(keep);
        float squareFloor = floorOfSquares(blend);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, g, gOffset + i);
            FloatVector square = FloatVector.fromArray(Lanes.FLOATS, v, vOffset + i);
            FloatVector squared = Lanes.toZero(gradient, squareFloor);
            square = Lanes.fma(
                    square,
                    FloatVector.broadcast(Lanes.FLOATS, keep),
                    squared.mul(blend).mul(squared));
            square = Lanes.toZero(square, floor);
            square.intoArray(v, vOffset + i);
            FloatVector step = gradient.div(square.sqrt().add(e));
            FloatVector parameter = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            Lanes.fma(step, FloatVector.broadcast(Lanes.FLOATS, minusRate), parameter)
                    .intoArray(p, pOffset + i);
        }
        rmsPropTail(
                minusRate, keep, blend, e, g, gOffset + whole, v, vOffset + whole, p, pOffset + whole, count - whole);
    }

    private static void rmsPropTail(
            float minusRate,
            float keep,
            float blend,
            float e,
            float[] g,
            int gOffset,
            float[] v,
            int vOffset,
            float[] p,
            int pOffset,
            int count) {
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
        float floor1 = floorOfProducts(keep1);
        float floor2 = floorOfProducts(keep2);
        float squareFloor = floorOfSquares(blend2);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, g, gOffset + i);
            FloatVector mean = FloatVector.fromArray(Lanes.FLOATS, m, mOffset + i);
            FloatVector square = FloatVector.fromArray(Lanes.FLOATS, v, vOffset + i);
            mean = Lanes.fma(mean, FloatVector.broadcast(Lanes.FLOATS, keep1), gradient.mul(blend1));
            mean = Lanes.toZero(mean, floor1);
            mean.intoArray(m, mOffset + i);
            FloatVector squared = Lanes.toZero(gradient, squareFloor);
            square = Lanes.fma(
                    square,
                    FloatVector.broadcast(Lanes.FLOATS, keep2),
                    squared.mul(blend2).mul(squared));
            square = Lanes.toZero(square, floor2);
            square.intoArray(v, vOffset + i);
            FloatVector step = mean.div(square.sqrt().add(e));
            FloatVector parameter = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            Lanes.fma(step, FloatVector.broadcast(Lanes.FLOATS, minusStep), parameter)
                    .intoArray(p, pOffset + i);
        }
        adamTail(
                minusStep,
                keep1,
                blend1,
                keep2,
                blend2,
                e,
                g,
                gOffset + whole,
                m,
                mOffset + whole,
                v,
                vOffset + whole,
                p,
                pOffset + whole,
                count - whole);
    }

    private static void adamTail(
            float minusStep,
            float keep1,
            float blend1,
            float keep2,
            float blend2,
            float e,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float[] v,
            int vOffset,
            float[] p,
            int pOffset,
            int count) {
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

    /**
     * AdamW: {@code p = fma(-decayRate, p, p)}, then {@link #adam}, in the same pass.
     *
     * @param stepSize the bias-corrected rate of {@link #adam}
     */
    public static void adamW(
            double decayRate,
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
        float minusDecay = (float) -decayRate;
        float minusStep = (float) -stepSize;
        float keep1 = (float) beta1;
        float blend1 = (float) (1 - beta1);
        float keep2 = (float) beta2;
        float blend2 = (float) (1 - beta2);
        float e = (float) epsilon;
        float floor1 = floorOfProducts(keep1);
        float floor2 = floorOfProducts(keep2);
        float squareFloor = floorOfSquares(blend2);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, g, gOffset + i);
            FloatVector mean = FloatVector.fromArray(Lanes.FLOATS, m, mOffset + i);
            FloatVector square = FloatVector.fromArray(Lanes.FLOATS, v, vOffset + i);
            mean = Lanes.fma(mean, FloatVector.broadcast(Lanes.FLOATS, keep1), gradient.mul(blend1));
            mean = Lanes.toZero(mean, floor1);
            mean.intoArray(m, mOffset + i);
            FloatVector squared = Lanes.toZero(gradient, squareFloor);
            square = Lanes.fma(
                    square,
                    FloatVector.broadcast(Lanes.FLOATS, keep2),
                    squared.mul(blend2).mul(squared));
            square = Lanes.toZero(square, floor2);
            square.intoArray(v, vOffset + i);
            FloatVector step = mean.div(square.sqrt().add(e));
            FloatVector parameter = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            parameter = Lanes.fma(parameter, FloatVector.broadcast(Lanes.FLOATS, minusDecay), parameter);
            Lanes.fma(step, FloatVector.broadcast(Lanes.FLOATS, minusStep), parameter)
                    .intoArray(p, pOffset + i);
        }
        adamWTail(
                minusDecay,
                minusStep,
                keep1,
                blend1,
                keep2,
                blend2,
                e,
                g,
                gOffset + whole,
                m,
                mOffset + whole,
                v,
                vOffset + whole,
                p,
                pOffset + whole,
                count - whole);
    }

    private static void adamWTail(
            float minusDecay,
            float minusStep,
            float keep1,
            float blend1,
            float keep2,
            float blend2,
            float e,
            float[] g,
            int gOffset,
            float[] m,
            int mOffset,
            float[] v,
            int vOffset,
            float[] p,
            int pOffset,
            int count) {
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
            float decayed = fma(minusDecay, p[pOffset + i], p[pOffset + i]);
            p[pOffset + i] = fma(minusStep, mean / ((float) Math.sqrt(square) + e), decayed);
        }
    }
}
