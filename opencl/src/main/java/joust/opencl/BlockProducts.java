package joust.opencl;

import java.util.EnumMap;
import java.util.Map;
import joust.backend.Activation;
import joust.backend.Tensor;

/**
 * Products on GPUs: a work-group computes a block of the result from blocks of the operands in local memory. Each form, and
 * each with aligned and with other operands, is a program of its own, built when it is first needed.
 */
final class BlockProducts implements ProductKernels {
    /** What computes a block. */
    enum Unit {
        /** The multiply-add units, in float32. */
        MULTIPLY_ADD("block", "block_product.cl", 4),
        /** NVIDIA's tensor cores, in TF32. */
        TENSOR_CORE("tensor core", "tensor_core_product.cl", 2);

        private final String words;
        private final String source;
        private final int width;

        Unit(String words, String source, int width) {
            this.words = words;
            this.source = source;
            this.width = width;
        }
    }

    /** Floats that one load of an aligned operand reads. */
    private static final int ALIGNMENT = 4;

    /** No loop around numbers in registers is longer, so that all are unrolled entirely. */
    private static final int UNROLLED = 16;

    /** Two groups of 256 work-items then share the 65,536 registers of a multiprocessor. */
    private static final String NVIDIA_REGISTERS = " -cl-nv-maxrregcount=128";

    private final OpenClContext context;
    private final BlockShape shape;
    private final Unit unit;
    private final Map<ProductForm, ClKernel> aligned = new EnumMap<>(ProductForm.class);
    private final Map<ProductForm, ClKernel> unaligned = new EnumMap<>(ProductForm.class);

    BlockProducts(OpenClContext context, BlockShape shape, Unit unit) {
        this.context = context;
        this.shape = shape;
        this.unit = unit;
    }

    @Override
    public String name() {
        return unit.words + " " + shape;
    }

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
        boolean quick = isAligned(a) && isAligned(b) && isAligned(out) && isAligned(beside);
        kernel(form, quick)
                .arguments()
                .tensor(a)
                .tensor(b)
                .tensor(out)
                .integer(out.rows())
                .integer(out.cols())
                .integer(form.depth(a))
                .integer(add ? 1 : 0)
                .integer(ProductForm.code(activation))
                .real(activation.slope())
                .tensor(beside)
                .tensor(sums)
                .launch(
                        (long) Math.ceilDiv(out.cols(), shape.columns()) * shape.items(),
                        Math.ceilDiv(out.rows(), shape.rows()));
    }

    /** Whether every row starts at a multiple of 16 bytes and is as long; the length of a vector counts too. */
    private static boolean isAligned(Tensor tensor) {
        return tensor.offset() % ALIGNMENT == 0 && tensor.cols() % ALIGNMENT == 0;
    }

    private ClKernel kernel(ProductForm form, boolean quick) {
        Map<ProductForm, ClKernel> kernels = quick ? aligned : unaligned;
        ClKernel kernel = kernels.get(form);
        if (kernel == null) {
            kernel = build(form, quick);
            kernels.put(form, kernel);
        }
        return kernel;
    }

    private ClKernel build(ProductForm form, boolean quick) {
        // Unrolled for a processor, these loops would take its compiler minutes.
        int unrolled = context.facts().kind() == OpenClDevice.Kind.CPU ? 1 : UNROLLED;
        boolean limited = unit == Unit.MULTIPLY_ADD && TensorCores.areNvidias(context.facts());
        String options = "-w " + shape.options()
                + define("FLOATS", "float" + unit.width)
                + define("INTS", "int" + unit.width)
                + define("AS_FLOATS", "as_float" + unit.width)
                + define("AS_INTS", "as_int" + unit.width)
                + define("UNROLLED", unrolled)
                + define("TRANSPOSED_A", form.transposeA() ? 1 : 0)
                + define("TRANSPOSED_B", form.transposeB() ? 1 : 0)
                + define("ALIGNED", quick ? 1 : 0)
                + define("SUMS", form.sums() ? 1 : 0)
                + define("EPILOGUE", form.epilogue().code())
                + (limited ? NVIDIA_REGISTERS : "");
        return context.build(options, "epilogue.cl", "block_staging.cl", unit.source)
                .kernel("product");
    }

    private static String define(String name, Object value) {
        return " -D " + name + "=" + value;
    }
}
