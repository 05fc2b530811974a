package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * A product and what its form adds to it, computed on the device and by the scalar backend. Operands lie between margins of
 * NaN, results are NaN before.
 *
 * @param offset where each operand starts in its memory, in floats
 * @param whole whether to compute with whole numbers from -8 to 8, whose products and sums are exact in TF32 too
 */
record ProductTrial(
        ProductForm form, boolean add, Activation activation, int m, int n, int k, int offset, boolean whole) {
    private static final int MARGIN = 9;

    /** Infinities, zeros and denormals, some of which meet, but too few to make everything NaN. */
    private static final float[] SPECIAL = {
        0, -0f, Float.MIN_VALUE, -Float.MIN_NORMAL, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, -104
    };

    ProductTrial(ProductForm form, int m, int n, int k) {
        this(form, false, Activation.IDENTITY, m, n, k, 0);
    }

    ProductTrial(ProductForm form, boolean add, Activation activation, int m, int n, int k, int offset) {
        this(form, add, activation, m, n, k, offset, false);
    }

    /** Demands that some kernels give the scalar backend's bits, and write nowhere else. */
    void assertSameBits(OpenClContext context, Backend scalar, ProductKernels kernels) {
        Random random = new Random(toString().hashCode());
        float[] a = numbers(random, m * k);
        float[] b = numbers(random, k * n);
        float[] out = add ? numbers(random, m * n) : nans(m * n);
        float[] beside = numbers(random, form == ProductForm.LAYER ? n : m * n);
        float[] sums = add ? numbers(random, n) : nans(n);
        float[] expectedOut = out.clone();
        float[] expectedSums = sums.clone();
        try (Tensor deviceA = place(context, scalar, a);
                Tensor deviceB = place(context, scalar, b);
                Tensor deviceOut = place(context, scalar, out);
                Tensor deviceBeside = place(context, scalar, beside);
                Tensor deviceSums = place(context, scalar, sums)) {
            boolean epilogue = form.epilogue() != ProductForm.Epilogue.NONE;
            kernels.compute(
                    form,
                    add,
                    view(deviceA, form.transposeA() ? k : m, form.transposeA() ? m : k),
                    view(deviceB, form.transposeB() ? n : k, form.transposeB() ? k : n),
                    view(deviceOut, m, n),
                    activation,
                    epilogue ? view(deviceBeside, form == ProductForm.LAYER ? 1 : m, n) : view(deviceOut, m, n),
                    form.sums() ? view(deviceSums, 1, n) : view(deviceOut, m, n));
            compute(scalar, a, b, beside, expectedOut, expectedSums);
            String what = kernels.name() + ", " + this;
            assertHolds(context, what + ", out", deviceOut, expectedOut);
            assertHolds(context, what + ", sums", deviceSums, form.sums() ? expectedSums : sums);
            assertHolds(context, what + ", a", deviceA, a);
            assertHolds(context, what + ", b", deviceB, b);
        }
    }

    private float[] numbers(Random random, int count) {
        float[] values = new float[count];
        if (whole) {
            for (int i = 0; i < count; i++) {
                values[i] = random.nextInt(17) - 8;
            }
            return values;
        }
        for (int i = 0; i < count; i++) {
            values[i] = Math.scalb(2 * random.nextFloat() - 1, random.nextInt(8) - 5);
        }
        if (random.nextInt(3) == 0) {
            values[random.nextInt(count)] = SPECIAL[random.nextInt(SPECIAL.length)];
        }
        return values;
    }

    private static float[] nans(int count) {
        float[] values = new float[count];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private Tensor place(OpenClContext context, Backend owner, float[] values) {
        int floats = offset + values.length + MARGIN;
        DeviceBuffer buffer = context.allocate(floats);
        buffer.fill(Float.NaN, 0, floats);
        context.staging().upload(values, 0, buffer, offset, values.length);
        return new DeviceTensor(owner, buffer, 1, floats);
    }

    private Tensor view(Tensor root, int rows, int cols) {
        return new DeviceTensor(root, offset, rows, cols);
    }

    private void compute(Backend scalar, float[] a, float[] b, float[] beside, float[] out, float[] sums) {
        Store store = add ? Store.ADD : Store.OVERWRITE;
        try (Tensor x = host(scalar, a, form.transposeA() ? k : m, form.transposeA() ? m : k);
                Tensor w = host(scalar, b, form.transposeB() ? n : k, form.transposeB() ? k : n);
                Tensor y = host(scalar, out, m, n);
                Tensor other = host(scalar, beside, form == ProductForm.LAYER ? 1 : m, n);
                Tensor columns = host(scalar, sums, 1, n)) {
            switch (form) {
                case LAYER -> scalar.dense(x, w, other, activation, y);
                case INPUT_GRADIENT -> scalar.denseBackwardInput(x, w, activation, other, y);
                case PARAMETER_GRADIENT -> scalar.denseBackwardWeights(x, w, store, y, columns);
                case STRAIGHT, SECOND_TRANSPOSED, FIRST_TRANSPOSED, BOTH_TRANSPOSED ->
                    scalar.matmul(form.transposeA(), x, form.transposeB(), w, store, y);
            }
            scalar.download(y, out, 0);
            scalar.download(columns, sums, 0);
        }
    }

    private static Tensor host(Backend scalar, float[] values, int rows, int cols) {
        Tensor tensor = scalar.allocate(rows, cols);
        scalar.upload(values, 0, tensor);
        return tensor;
    }

    private void assertHolds(OpenClContext context, String what, Tensor root, float[] expected) {
        float[] found = new float[root.size()];
        context.staging().download(DeviceTensor.bufferOf(root), 0, found, 0, found.length);
        for (int i = 0; i < found.length; i++) {
            int index = i - offset;
            float value = index >= 0 && index < expected.length ? expected[index] : Float.NaN;
            if (Float.floatToIntBits(found[i]) != Float.floatToIntBits(value)) {
                assertThat(found[i]).as("%s at %d", what, index).isEqualTo(value);
            }
        }
    }
}
