package joust.opencl;

import joust.backend.Activation;
import joust.backend.Tensor;

/**
 * Products on processors: b is packed into panels of 16 columns, and a work-item computes tiles of a few rows of one panel,
 * without local memory and barriers. Packed weights are kept until something writes to their root.
 */
final class PanelProducts implements ProductKernels {
    /** Columns of a panel. */
    static final int PANEL = 16;

    /** Steps of k that one work-item packs. */
    private static final int PACKED_STEPS = 64;

    /** Work-items for each core: enough to share them evenly, and each far longer than its launch. */
    private static final int ITEMS_FOR_CORE = 16;

    private final PanelPrograms programs;
    private final PackedPanels packed;
    private final int rows;
    private final int cores;

    /** With tiles of that many rows, 1 to 6. */
    PanelProducts(OpenClContext context, PanelPrograms programs, PackedPanels packed, int rows) {
        this.programs = programs;
        this.packed = packed;
        this.rows = rows;
        this.cores = context.facts().computeUnits();
    }

    @Override
    public String name() {
        return "panel " + rows + "x" + PANEL;
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
        int k = form.depth(a);
        int panels = panels(out.cols());
        DeviceBuffer panelsOfB = form.sums() ? packAndSum(add, b, sums) : pack(form, b, out.cols(), k);
        int groupRows = groupRows(out.rows(), panels);
        programs.product(rows)
                .arguments()
                .tensor(a)
                .integer(form.transposeA() ? 1 : k)
                .integer(form.transposeA() ? out.rows() : 1)
                .buffer(panelsOfB)
                .tensor(out)
                .integer(out.rows())
                .integer(out.cols())
                .integer(k)
                .integer(groupRows)
                .integer(add ? 1 : 0)
                .integer(form.epilogue().code())
                .integer(ProductForm.code(activation))
                .real(activation.slope())
                .tensor(beside)
                .launch(panels, Math.ceilDiv(out.rows(), groupRows));
    }

    /** Rows of a work-item: a multiple of the tile's. */
    private int groupRows(int m, int panels) {
        int tiles = Math.ceilDiv(m, rows);
        int wanted = Math.max(1, Math.ceilDiv(ITEMS_FOR_CORE * cores, panels));
        return rows * Math.max(1, tiles / wanted);
    }

    private DeviceBuffer pack(ProductForm form, Tensor b, int n, int k) {
        if (!form.ofWeights()) {
            return pack(form, b, n, k, packed.scratch(floats(n, k)));
        }
        PackedPanels.Entry entry = packed.of(b, form.transposeB(), floats(n, k));
        if (!entry.isCurrent(b)) {
            pack(form, b, n, k, entry.buffer());
            entry.setCurrent(b);
        }
        return entry.buffer();
    }

    private DeviceBuffer pack(ProductForm form, Tensor b, int n, int k, DeviceBuffer to) {
        programs.pack()
                .arguments()
                .tensor(b)
                .integer(form.transposeB() ? 1 : n)
                .integer(form.transposeB() ? k : 1)
                .integer(k)
                .integer(n)
                .integer(PACKED_STEPS)
                .buffer(to)
                .launch(panels(n), Math.ceilDiv(k, PACKED_STEPS));
        return to;
    }

    private DeviceBuffer packAndSum(boolean add, Tensor b, Tensor sums) {
        DeviceBuffer to = packed.scratch(floats(b.cols(), b.rows()));
        programs.packAndSum()
                .arguments()
                .tensor(b)
                .integer(b.rows())
                .integer(b.cols())
                .buffer(to)
                .integer(add ? 1 : 0)
                .tensor(sums)
                .launch(panels(b.cols()));
        return to;
    }

    private static int panels(int n) {
        return Math.ceilDiv(n, PANEL);
    }

    private static long floats(int n, int k) {
        return (long) panels(n) * PANEL * k;
    }
}
