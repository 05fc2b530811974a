package joust.backend.testing;

import joust.backend.Activation;
import joust.backend.Store;
import joust.backend.Tensor;

/** What backends get wrong, each as a change of one call. */
final class Sabotages {
    private Sabotages() {}

    static void oneUnitInTheLastPlace(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoil(call.output(), call.output().size() - 1, Math::nextUp);
    }

    static void aThousandthTooMuch(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoilAll(call.output(), x -> x * 1.001f);
    }

    static void lastElementForgotten(SabotagedCall call) {
        int last = call.output().size() - 1;
        float before = call.read(call.output())[last];
        call.proceed();
        SabotagedCall.spoil(call.output(), last, x -> before);
    }

    static void writesBehind(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoil(call.output(), call.output().size(), x -> 0f);
    }

    static void writesBefore(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoil(call.output(), -1, x -> 0f);
    }

    static void backToFront(SabotagedCall call) {
        call.proceed();
        float[] forwards = call.read(call.output());
        float[] backwards = new float[forwards.length];
        for (int i = 0; i < forwards.length; i++) {
            backwards[i] = forwards[forwards.length - 1 - i];
        }
        SabotagedCall.write(call.output(), backwards);
    }

    static void denormalsFlushed(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoilAll(call.output(), x -> Math.abs(x) < Float.MIN_NORMAL ? 0f : x);
    }

    static void negativeZeroPassed(SabotagedCall call) {
        float[] x = call.read(call.tensor(1));
        call.proceed();
        for (int i = 0; i < x.length; i++) {
            float input = x[i];
            SabotagedCall.spoil(call.output(), i, y -> input == 0 ? input : y);
        }
    }

    static void notANumberSwallowed(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoilAll(call.output(), y -> Float.isNaN(y) ? 0f : y);
    }

    static void inputChanged(SabotagedCall call) {
        call.proceed();
        SabotagedCall.spoil(call.tensor(1), 0, x -> 1 - x);
    }

    /** Better than the contract, and so not the same. */
    static void productSummedInDouble(SabotagedCall call) {
        Tensor a = call.tensor(1);
        Tensor b = call.tensor(3);
        boolean transposeA = (boolean) call.argument(0);
        boolean transposeB = (boolean) call.argument(2);
        ProductShape shape = new ProductShape(
                call.output().rows(),
                transposeA ? a.rows() : a.cols(),
                call.output().cols());
        Product product = new Product(shape, transposeA, transposeB, (Store) call.argument(4));
        double[] out = widen(call.read(call.output()));
        ReferenceDense.matmul(product, widen(call.read(a)), widen(call.read(b)), out, new double[out.length]);
        call.proceed();
        for (int i = 0; i < out.length; i++) {
            float better = (float) out[i];
            SabotagedCall.spoil(call.output(), i, x -> better);
        }
    }

    static void biasAtTheStartOfTheChain(SabotagedCall call) {
        Tensor x = call.tensor(0);
        Tensor y = call.output();
        float[] bias = call.read(call.tensor(2));
        float[] z = new float[y.size()];
        for (int i = 0; i < z.length; i++) {
            z[i] = bias[i % bias.length];
        }
        Product product = new Product(new ProductShape(y.rows(), x.cols(), y.cols()), false, false, Store.ADD);
        OrderedDense.matmul(product, call.read(x), call.read(call.tensor(1)), z);
        call.proceed();
        for (int i = 0; i < z.length; i++) {
            z[i] = OrderedActivations.forward((Activation) call.argument(3), z[i]);
        }
        SabotagedCall.write(y, z);
    }

    static void summedInPlainOrder(SabotagedCall call) {
        float sum = call.argument(1) == Store.ADD ? call.read(call.output())[0] : 0;
        for (float value : call.read(call.tensor(0))) {
            sum += value;
        }
        call.proceed();
        SabotagedCall.write(call.output(), sum);
    }

    static void biasGradientForgotten(SabotagedCall call) {
        float[] before = call.read(call.output());
        call.proceed();
        SabotagedCall.write(call.output(), before);
    }

    static void columnsSwapped(SabotagedCall call) {
        Object left = call.argument(0);
        call.with(0, call.argument(1)).with(1, left).proceed();
    }

    @SuppressWarnings("DoNotCallSuggester") // A sabotage is called by its catalogue.
    static void refused(SabotagedCall call) {
        throw new UnsupportedOperationException("not in this release: " + call.output());
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
