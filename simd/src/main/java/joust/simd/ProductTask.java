package joust.simd;

import java.util.stream.IntStream;

/** One product, shared by a team as rectangles of the result: never along k, so that each element stays one chain. */
final class ProductTask implements TeamTask {
    /** Below so many multiply-adds the caller is done before another thread has woken up. */
    private static final long WORTH_SHARING = 200_000;
    /** The costs of packing an element of a and of b, in multiply-adds of a tile's row. */
    private static final long PACKING = 8;

    private final Team team;
    private final SimdScratch[] scratches;
    private final Product product = new Product();
    private int rowParts;

    ProductTask(Team team) {
        this.team = team;
        this.scratches = IntStream.range(0, team.size())
                .mapToObj(worker -> new SimdScratch())
                .toArray(SimdScratch[]::new);
    }

    /** The operands, to be set before {@link #compute}. */
    Product product() {
        return product;
    }

    /** Computes the product whose operands have been set. */
    void compute() {
        int workers = team.size();
        if (workers == 1 || (long) product.m * product.n * product.k < WORTH_SHARING) {
            rowParts = 1;
            run(0, 1);
            return;
        }
        rowParts = bestRowParts(workers);
        team.run(this);
    }

    private int bestRowParts(int workers) {
        int best = 1;
        long least = Long.MAX_VALUE;
        for (int parts = 1; parts <= workers; parts++) {
            if (workers % parts == 0) {
                long cost = cost(parts, workers / parts);
                if (cost < least) {
                    least = cost;
                    best = parts;
                }
            }
        }
        return best;
    }

    /** The longest share, in multiply-adds per step of k. */
    private long cost(int rowParts, int columnParts) {
        long rows = Math.ceilDiv(Blocks.rowPanels(product.m), rowParts) * (long) Blocks.ROWS;
        long columns = Math.ceilDiv(Math.ceilDiv(product.n, Blocks.COLUMNS), columnParts) * (long) Blocks.COLUMNS;
        return rows * columns + PACKING * (rows + (product.packedB == null ? columns : 0));
    }

    @Override
    public void run(int worker, int workers) {
        int columnParts = workers / rowParts;
        int part = worker / columnParts;
        int row = boundary(part, rowParts, product.m, Blocks.ROWS);
        int lastRow = boundary(part + 1, rowParts, product.m, Blocks.ROWS);
        int column = boundary(worker % columnParts, columnParts, product.n, Blocks.COLUMNS);
        int lastColumn = boundary(worker % columnParts + 1, columnParts, product.n, Blocks.COLUMNS);
        if (row < lastRow && column < lastColumn) {
            ProductShare.run(product, row, lastRow, column, lastColumn, scratches[worker]);
        }
    }

    private static int boundary(int part, int parts, int size, int together) {
        int panels = Math.ceilDiv(size, together);
        return (int) Math.min(size, (long) panels * part / parts * together);
    }
}
