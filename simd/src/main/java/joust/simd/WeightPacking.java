package joust.simd;

/** Packs all of a matrix b, shared by a team panel by panel. */
final class WeightPacking implements TeamTask {
    /** Below so many elements the caller is done before another thread has woken up. */
    private static final int WORTH_SHARING = 16_384;

    private final Team team;
    private Product product = new Product();
    private PackedMatrix matrix = new PackedMatrix();

    WeightPacking(Team team) {
        this.team = team;
    }

    /** Packs the product's b into a matrix of its size. */
    void pack(Product product, PackedMatrix matrix) {
        this.product = product;
        this.matrix = matrix;
        if ((long) product.n * product.k < WORTH_SHARING) {
            run(0, 1);
        } else {
            team.run(this);
        }
    }

    @Override
    public void run(int worker, int workers) {
        int depth = Blocks.depth(product.k);
        int panels = Math.ceilDiv(product.n, Blocks.COLUMNS);
        int first = panels * worker / workers;
        int last = panels * (worker + 1) / workers;
        for (int step = 0; step < product.k; step += depth) {
            int steps = Math.min(depth, product.k - step);
            int column = first * Blocks.COLUMNS;
            int columns = Math.min(product.n, last * Blocks.COLUMNS) - column;
            int at = matrix.at(step, column, product.k);
            ProductShare.packColumns(product, column, columns, step, steps, matrix.panels(), at);
        }
    }
}
