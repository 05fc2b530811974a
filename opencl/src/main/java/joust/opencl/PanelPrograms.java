package joust.opencl;

import org.jspecify.annotations.Nullable;

/** The kernels of {@link PanelProducts}, each built when it is first needed. */
final class PanelPrograms {
    /** The most rows of a tile: with two vectors of 8 for each, as many accumulators as 16 registers leave room for. */
    static final int MOST_ROWS = 6;

    /** Without warnings: PoCL's compiler has many about the size of vectors, and prints how many. */
    private static final String VECTORS =
            "-w -D FLOATS=float8 -D INTS=int8 -D AS_FLOATS=as_float8 -D AS_INTS=as_int8 -D ROWS=";

    private final OpenClContext context;
    private final @Nullable ClProgram[] programs = new ClProgram[MOST_ROWS + 1];
    private final @Nullable ClKernel[] products = new ClKernel[MOST_ROWS + 1];
    private @Nullable ClKernel pack;
    private @Nullable ClKernel packAndSum;

    PanelPrograms(OpenClContext context) {
        this.context = context;
    }

    /** The product with tiles of that many rows. */
    ClKernel product(int rows) {
        ClKernel kernel = products[rows];
        if (kernel == null) {
            kernel = program(rows).kernel("product");
            products[rows] = kernel;
        }
        return kernel;
    }

    /** Packs a matrix. */
    ClKernel pack() {
        ClKernel kernel = pack;
        if (kernel == null) {
            kernel = program(MOST_ROWS).kernel("pack_panels");
            pack = kernel;
        }
        return kernel;
    }

    /** Packs a matrix and adds up its columns. */
    ClKernel packAndSum() {
        ClKernel kernel = packAndSum;
        if (kernel == null) {
            kernel = program(MOST_ROWS).kernel("pack_and_sum");
            packAndSum = kernel;
        }
        return kernel;
    }

    private ClProgram program(int rows) {
        ClProgram program = programs[rows];
        if (program == null) {
            program = context.build(VECTORS + rows, "epilogue.cl", "panel_product.cl");
            programs[rows] = program;
        }
        return program;
    }
}
