package joust.opencl;

import joust.backend.Tensor;

/** Single elements of a product, computed on the host in the documented order, with the identity as activation. */
final class ProductSample {
    private final ProductForm form;
    private final float[] a;
    private final float[] b;
    private final float[] beside;
    private final int m;
    private final int n;
    private final int k;

    /** With both operands, what lies beside the product, and a tensor of the result's shape. */
    ProductSample(ProductForm form, float[] a, float[] b, float[] beside, Tensor out) {
        this.form = form;
        this.a = a;
        this.b = b;
        this.beside = beside;
        this.m = out.rows();
        this.n = out.cols();
        this.k = a.length / m;
    }

    /** Whether a result has the right bits at some positions. */
    boolean agrees(float[] found, int[] positions) {
        for (int position : positions) {
            float expected = element(position / n, position % n);
            if (Float.floatToIntBits(found[position]) != Float.floatToIntBits(expected)) {
                return false;
            }
        }
        return true;
    }

    private float element(int row, int column) {
        float sum = 0;
        for (int i = 0; i < k; i++) {
            float left = a[form.transposeA() ? i * m + row : row * k + i];
            float right = b[form.transposeB() ? column * k + i : i * n + column];
            sum = Math.fma(left, right, sum);
        }
        return form.epilogue() == ProductForm.Epilogue.BIAS ? sum + beside[column] : sum;
    }
}
