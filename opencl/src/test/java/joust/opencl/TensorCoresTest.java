package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import joust.backend.Activation;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.Store;
import joust.backend.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TensorCoresTest {
    private static Backend open(String name) {
        FirstDevice.find();
        return new OpenClProvider().open(BackendName.parse(name), BackendOptions.DEFAULT);
    }

    @Test
    void aDeviceWithoutThemSaysWhyAndComputesWhatItComputesWithoutTheMode() {
        Assumptions.assumeFalse(
                TensorCores.areNvidias(FirstDevice.find().facts()), "the device may have tensor cores: it is NVIDIA's");
        try (Backend plain = open("opencl");
                Backend asked = open("opencl+tf32")) {
            assertThat(asked.device()).isEqualTo(plain.device() + ", no TF32: only NVIDIA GPUs are supported");
            assertThat(asked.name()).isEqualTo(plain.name());
            assertThat(asked.arithmetic()).isEqualTo(Arithmetic.FMA);
            assertThat(product(asked)).isEqualTo(product(plain));
        }
    }

    private static float[] product(Backend backend) {
        float[] numbers = new float[37 * 29];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1f / (i + 3);
        }
        float[] found = new float[37 * 37];
        try (Tensor a = backend.allocate(37, 29);
                Tensor out = backend.allocate(37, 37)) {
            backend.upload(numbers, 0, a);
            backend.matmul(false, a, true, a, Store.OVERWRITE, out);
            backend.download(out, found, 0);
        }
        return found;
    }

    /** The kernels in float32 are as exact as TF32 has to be; those that are off by one part in 128 are not. */
    @Test
    void theTestPassesExactProductsAndNamesTheFirstWrongNumber() {
        try (OpenClContext context = FirstDevice.open()) {
            OpenClBackend device = new OpenClBackend(context, DeviceProducts.on(context));
            ProductKernels exact = new PanelChoice(context).of(ProductForm.STRAIGHT, 131, 133, 45);
            TensorCoreCheck test = new TensorCoreCheck(device);
            TensorCores passed = TensorCores.tested(exact, test);
            assertThat(passed.products()).isSameAs(exact);
            assertThat(passed.problem()).isEmpty();
            TensorCores failed = TensorCores.tested(new SlightlyWrong(device, exact), test);
            assertThat(failed.products()).isNull();
            assertThat(failed.problem()).startsWith("element (0, ").contains(" expected ");
        }
    }

    /** Products that are too large by 2⁻⁷. */
    private record SlightlyWrong(Backend device, ProductKernels exact) implements ProductKernels {
        @Override
        public void compute(
                ProductForm form,
                boolean add,
                Tensor a,
                Tensor b,
                Tensor out,
                Activation activation,
                Tensor beside,
                Tensor sums) {
            exact.compute(form, add, a, b, out, activation, beside, sums);
            device.scale(1 + 0x1p-7f, out, out);
        }

        @Override
        public String name() {
            return exact.name();
        }
    }

    /** Only where there are tensor cores: every form, whatever sticks out, with numbers that leave TF32 nothing to round. */
    @Test
    void onTensorCoresWholeNumbersGiveTheScalarBackendsBits() {
        try (OpenClContext context = FirstDevice.open();
                Backend scalar = Backends.open("scalar")) {
            TensorCores cores = TensorCores.probe(context, new OpenClBackend(context, DeviceProducts.on(context)));
            ProductKernels products = cores.products();
            Assumptions.assumeTrue(products != null, () -> "no tensor cores: " + cores.problem());
            for (ProductTrial trial : wholeNumbers()) {
                trial.assertSameBits(context, scalar, Objects.requireNonNull(products));
            }
        }
    }

    static List<ProductTrial> wholeNumbers() {
        int[][] sizes = {{1, 1, 1}, {131, 133, 45}, {128, 128, 16}, {257, 132, 64}, {60, 68, 100}};
        List<ProductTrial> trials = new ArrayList<>();
        for (int[] size : sizes) {
            for (ProductForm form : ProductForm.values()) {
                boolean add = form.epilogue() == ProductForm.Epilogue.NONE;
                for (int offset : new int[] {0, 3}) {
                    trials.add(new ProductTrial(
                            form, add, Activation.leakyRelu(0.5f), size[0], size[1], size[2], offset, true));
                }
            }
        }
        return trials;
    }

    @Test
    void resultsWithFewBlocksAreLeftToOtherKernels() {
        try (OpenClContext context = FirstDevice.open()) {
            ProductChoice others = new PanelChoice(context);
            ProductKernels cores = new BlockProducts(context, BlockShape.TENSOR_CORES, BlockProducts.Unit.TENSOR_CORE);
            ProductChoice choice = new TensorCoreChoice(132, cores, others);
            assertThat(choice.of(ProductForm.LAYER, 1024, 1024, 8)).isSameAs(cores);
            assertThat(choice.of(ProductForm.LAYER, 128, 784, 8)).isSameAs(others.of(ProductForm.LAYER, 128, 784, 8));
        }
    }
}
