package joust.opencl;

import java.util.Locale;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.HostRandom;

/**
 * Compares products with a computation in double precision, within what TF32 allows: rounding a factor to 10 bits changes it
 * by at most 2⁻¹¹ of itself, so a product by at most 2⁻¹⁰ + 2⁻²² of itself; and each of k additions in float32, which the
 * unit may truncate, changes a sum by at most 2⁻²² of the sum of magnitudes.
 */
final class TensorCoreCheck {
    /** More than one block in each direction, with something that sticks out, and a k that is no multiple of anything. */
    private static final int M = 131;

    private static final int N = 133;
    private static final int K = 45;

    private static final double PRODUCT = 0x1p-10 + 0x1p-22;
    private static final double ADDITION = 0x1p-22;
    private static final ProductForm[] FORMS = {
        ProductForm.STRAIGHT, ProductForm.SECOND_TRANSPOSED, ProductForm.FIRST_TRANSPOSED
    };

    private final Backend device;

    /** With the device's backend, for memory. */
    TensorCoreCheck(Backend device) {
        this.device = device;
    }

    /** What the first number outside of the tolerance is, or an empty text. */
    String failure(ProductKernels products) {
        for (ProductForm form : FORMS) {
            String failure = failure(products, form);
            if (!failure.isEmpty()) {
                return failure;
            }
        }
        return "";
    }

    private String failure(ProductKernels products, ProductForm form) {
        float[] a = numbers(1, M * K);
        float[] b = numbers(2, K * N);
        float[] found = new float[M * N];
        try (Tensor x = device.allocate(form.transposeA() ? K : M, form.transposeA() ? M : K);
                Tensor w = device.allocate(form.transposeB() ? N : K, form.transposeB() ? K : N);
                Tensor y = device.allocate(M, N)) {
            device.upload(a, 0, x);
            device.upload(b, 0, w);
            device.fill(y, Float.NaN);
            products.compute(form, false, x, w, y, Activation.IDENTITY, y, y);
            device.download(y, found, 0);
        }
        for (int i = 0; i < found.length; i++) {
            String failure = failure(form, a, b, i / N, i % N, found[i]);
            if (!failure.isEmpty()) {
                return failure;
            }
        }
        return "";
    }

    private static String failure(ProductForm form, float[] a, float[] b, int row, int column, float found) {
        double sum = 0;
        double magnitudes = 0;
        for (int i = 0; i < K; i++) {
            double left = a[form.transposeA() ? i * M + row : row * K + i];
            double right = b[form.transposeB() ? column * K + i : i * N + column];
            sum += left * right;
            magnitudes += Math.abs(left * right);
        }
        double allowed = (PRODUCT + K * ADDITION) * magnitudes;
        return Math.abs(found - sum) <= allowed
                ? ""
                : String.format(
                        Locale.ROOT,
                        "element (%d, %d) of the test's product is %s, expected %s within %s",
                        row,
                        column,
                        found,
                        (float) sum,
                        (float) allowed);
    }

    private static float[] numbers(long seed, int count) {
        HostRandom random = new HostRandom(seed, 0, 0);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextNormal();
        }
        return numbers;
    }
}
