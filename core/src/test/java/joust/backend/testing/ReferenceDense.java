package joust.backend.testing;

import java.util.Arrays;
import joust.backend.Activation;
import joust.backend.Store;

/** Matrix products and layers in double precision. */
final class ReferenceDense {
    private ReferenceDense() {}

    /**
     * The product; a chain of k fused multiply-adds errs by at most 2 k u Σ|ab| (Higham 2002, section 3.1), and by half the
     * smallest number at each step.
     */
    static void matmul(Product product, double[] a, double[] b, double[] out, double[] allowed) {
        for (int i = 0; i < product.m(); i++) {
            for (int j = 0; j < product.n(); j++) {
                int position = i * product.n() + j;
                double sum = product.store() == Store.ADD ? out[position] : 0;
                double magnitude = Math.abs(sum);
                for (int p = 0; p < product.k(); p++) {
                    double term = a[product.inA(i, p)] * b[product.inB(p, j)];
                    sum += term;
                    magnitude += Math.abs(term);
                }
                out[position] = sum;
                allowed[position] = (product.k() + 1) * (2 * Rounding.UNIT * magnitude + 0x1p-150);
            }
        }
    }

    /** The product of whole numbers so small that every order gives the same. */
    static void exactMatmul(Product product, double[] a, double[] b, double[] out, double[] allowed) {
        matmul(product, a, b, out, allowed);
        Arrays.fill(allowed, 0);
    }

    /** One rounding of an exact sum, which the double's own rounding cannot disturb (Figueroa 1995). */
    static void addBias(double[] bias, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += bias[i % bias.length];
        }
    }

    /** The error of x w + bias, carried through an activation that is Lipschitz, and the activation's own. */
    static void dense(
            Product product,
            Activation activation,
            double[] x,
            double[] w,
            double[] bias,
            double[] y,
            double[] allowed) {
        matmul(product, x, w, y, allowed);
        for (int i = 0; i < y.length; i++) {
            double z = y[i] + bias[i % bias.length];
            double error = allowed[i] + Rounding.relative(z, 1);
            y[i] = ReferenceActivations.forward(activation, z);
            allowed[i] = Double.isFinite(z)
                    ? error * ReferenceActivations.lipschitz(activation)
                            + ReferenceActivations.forwardError(activation, z)
                    : 0;
        }
    }

    /** The product's error times f′, and the roundings of f′ and of its product. */
    static void backwardInput(
            Product product,
            Activation below,
            double[] gradient,
            double[] w,
            double[] yBelow,
            double[] gradientBelow,
            double[] allowed) {
        matmul(product, gradient, w, gradientBelow, allowed);
        for (int i = 0; i < gradientBelow.length; i++) {
            double through = gradientBelow[i];
            double slope = Math.abs(ReferenceActivations.backward(below, yBelow[i], 1));
            gradientBelow[i] = ReferenceActivations.backward(below, yBelow[i], through);
            double ofProduct = slope == 0 ? 0 : slope * allowed[i] + Rounding.relative(gradientBelow[i], 1);
            allowed[i] = ofProduct + ReferenceActivations.backwardError(below, through, gradientBelow[i]);
        }
    }
}
