package joust.opencl;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.Store;
import joust.backend.Tensor;

/** The matrix products and layers of a device, each by the kernels that its size asks for. */
final class DeviceProducts {
    /** The mode that computes products on tensor cores. */
    static final String TF32 = "tf32";

    /** The property that forces {@code cpu} (panels) or {@code gpu} (blocks); otherwise the kind of device decides. */
    static final String SHAPE = "joust.opencl.shape";

    /** The property that, where it is {@code true}, has each new size of product measured when it is first met. */
    static final String TUNE = "joust.opencl.tune";

    private final TunedChoice tuned;
    private final ProductChoice choice;
    private final String description;
    private final boolean onTensorCores;

    private DeviceProducts(TunedChoice tuned, ProductChoice choice, String description, boolean onTensorCores) {
        this.tuned = tuned;
        this.choice = choice;
        this.description = description;
        this.onTensorCores = onTensorCores;
    }

    /**
     * The products of a device, with the bits of every other backend, by the kernels that were once measured to be fastest.
     *
     * @throws BackendException if {@value #SHAPE} is set to something else than it can be, or the device is too small
     */
    static DeviceProducts on(OpenClContext context) {
        OpenClDevice device = context.facts();
        boolean panels = panels(device);
        TunedChoice tuned = TunedChoice.kept(
                device, panels ? new PanelChoice(context) : new BlockChoice(context, device.computeUnits()));
        return new DeviceProducts(tuned, tuned, "products in " + (panels ? "panels" : "blocks"), false);
    }

    /** The same on tensor cores, where there are any that pass their test; with these products' backend, for memory. */
    DeviceProducts onTensorCores(OpenClContext context, Backend device) {
        TensorCores cores = TensorCores.probe(context, device);
        ProductKernels products = cores.products();
        if (products == null) {
            return new DeviceProducts(tuned, choice, description + ", no TF32: " + cores.problem(), false);
        }
        ProductChoice both = new TensorCoreChoice(context.facts().computeUnits(), products, choice);
        return new DeviceProducts(tuned, both, "products in TF32 on tensor cores", true);
    }

    /** From now on measures new sizes, if {@value #TUNE} says so; with these products' backend, for memory. */
    void measureNewSizes(Backend device) {
        if (Boolean.getBoolean(TUNE)) {
            tuned.measureWith(new ProductTuner(device, System::nanoTime));
        }
    }

    private static boolean panels(OpenClDevice device) {
        String shape = System.getProperty(SHAPE);
        if (shape == null) {
            return device.kind() == OpenClDevice.Kind.CPU;
        }
        return switch (shape) {
            case "cpu" -> true;
            case "gpu" -> false;
            default -> throw new BackendException(SHAPE + " is '" + shape + "', expected cpu or gpu");
        };
    }

    /** How products are computed, in words. */
    String description() {
        return description;
    }

    /** Whether products are computed in TF32. */
    boolean onTensorCores() {
        return onTensorCores;
    }

    /** As {@link joust.backend.DenseOperations#matmul}. */
    void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        compute(ProductForm.of(transposeA, transposeB), store, a, b, out, Activation.IDENTITY, out, out);
    }

    /** As {@link joust.backend.DenseOperations#dense}. */
    void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        compute(ProductForm.LAYER, Store.OVERWRITE, x, w, y, activation, bias, y);
    }

    /** As {@link joust.backend.DenseOperations#denseBackwardInput}. */
    void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        compute(
                ProductForm.INPUT_GRADIENT,
                Store.OVERWRITE,
                gradient,
                w,
                gradientBelow,
                activationBelow,
                yBelow,
                gradientBelow);
    }

    /** As {@link joust.backend.DenseOperations#denseBackwardWeights}. */
    void denseBackwardWeights(Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        compute(
                ProductForm.PARAMETER_GRADIENT,
                store,
                x,
                gradient,
                gradientW,
                Activation.IDENTITY,
                gradientW,
                gradientBias);
    }

    private void compute(
            ProductForm form,
            Store store,
            Tensor a,
            Tensor b,
            Tensor out,
            Activation activation,
            Tensor beside,
            Tensor sums) {
        choice.of(form, out.rows(), out.cols(), form.depth(a))
                .compute(form, store == Store.ADD, a, b, out, activation, beside, sums);
    }
}
