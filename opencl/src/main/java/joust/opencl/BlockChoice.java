package joust.opencl;

import java.util.List;
import joust.backend.BackendException;

/** The largest blocks that are enough of them to occupy every compute unit of a GPU. */
final class BlockChoice implements ProductCandidates {
    private final List<BlockShape> shapes;
    private final List<ProductKernels> products;
    private final int units;

    /**
     * With the shapes that fit the device, and its compute units.
     *
     * @throws BackendException if none fits
     */
    BlockChoice(OpenClContext context, int units) {
        OpenClDevice device = context.facts();
        this.units = units;
        this.shapes =
                BlockShape.ALL.stream().filter(shape -> shape.fits(device)).toList();
        if (shapes.isEmpty()) {
            throw new BackendException("products need groups of "
                    + BlockShape.ALL.getLast().items() + " work-items with "
                    + BlockShape.ALL.getLast().localBytes() + " bytes of local memory, and " + device.model() + " has "
                    + device.largestGroup() + " and " + device.localMemory());
        }
        this.products = shapes.stream()
                .<ProductKernels>map(shape -> new BlockProducts(context, shape, BlockProducts.Unit.MULTIPLY_ADD))
                .toList();
    }

    @Override
    public ProductKernels of(ProductForm form, int m, int n, int k) {
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i).groups(m, n) >= units) {
                return products.get(i);
            }
        }
        return products.getLast();
    }

    @Override
    public List<ProductKernels> candidates(ProductForm form, int m, int n, int k) {
        return products;
    }
}
