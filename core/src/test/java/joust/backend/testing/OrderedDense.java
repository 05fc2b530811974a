package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

import joust.backend.Activation;
import joust.backend.Store;

/** Matrix products and layers in the documented order: one chain of fma over ascending k. */
final class OrderedDense {
    private OrderedDense() {}

    static void matmul(Product product, float[] a, float[] b, float[] out) {
        for (int i = 0; i < product.m(); i++) {
            for (int j = 0; j < product.n(); j++) {
                int position = i * product.n() + j;
                float acc = product.store() == Store.ADD ? out[position] : 0;
                for (int p = 0; p < product.k(); p++) {
                    acc = fma(a[product.inA(i, p)], b[product.inB(p, j)], acc);
                }
                out[position] = acc;
            }
        }
    }

    static void addBias(float[] bias, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += bias[i % bias.length];
        }
    }

    static void dense(Product product, Activation activation, float[] x, float[] w, float[] bias, float[] y) {
        matmul(product, x, w, y);
        addBias(bias, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = OrderedActivations.forward(activation, y[i]);
        }
    }

    static void backwardInput(
            Product product, Activation below, float[] gradient, float[] w, float[] yBelow, float[] gradientBelow) {
        matmul(product, gradient, w, gradientBelow);
        for (int i = 0; i < gradientBelow.length; i++) {
            gradientBelow[i] = OrderedActivations.backward(below, yBelow[i], gradientBelow[i]);
        }
    }
}
