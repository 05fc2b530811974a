package joust.simd;

import java.util.stream.IntStream;

/**
 * One product, shared by a team: never along k, so that each element stays one chain. Where all of a in panels fits a worker's
 * cache, workers claim groups of columns ({@link PanelClaims}), so that one whose core is disturbed does fewer of them; otherwise each
 * has its rectangle of the result.
 */
final class ProductTask implements TeamTask {
    /** Below so many multiply-adds the caller is done before another thread has woken up. */
    private static final long WORTH_SHARING = 200_000;
    /** The costs of packing an element of a and of a straight b, in multiply-adds of a tile's row. */
    private static final long PACKING = 8;
    /** The same for a transposed b: weights, mostly, that an optimizer has just written, perhaps on another core. */
    private static final long TURNING = 40;
    /** Where shares of rows begin: at multiples of this, of which {@link RowPanels} makes panels that waste little. */
    private static final int ROW_STEP = 2;
    /** Columns of the narrowest tile. */
    private static final int NARROWEST = Blocks.WIDE ? Lanes.COUNT : Blocks.COLUMNS;
    /** Panels of b for each thread, at least, where threads claim them. */
    private static final int CLAIMS = 4;

    private final Team team;
    private final SimdScratch[] scratches;
    private final Product product = new Product();
    private final PanelClaims claims;
    private int rowParts;
    private boolean claimed;

    ProductTask(Team team) {
        this.team = team;
        this.claims = new PanelClaims(team.size());
        this.scratches = IntStream.range(0, team.size())
                .mapToObj(worker -> new SimdScratch())
                .toArray(SimdScratch[]::new);
    }

    /** The operands, to be set before {@link #compute}. */
    Product product() {
        return product;
    }

    /**
     * Computes the product whose operands have been set. Where rows are shared and there is no packed copy, each worker packs b for itself;
     * so one that is to be filled has to be packed beforehand then, as {@link #sharesRows} tells.
     */
    void compute() {
        int workers = team.size();
        if (workers == 1 || !isWorthSharing()) {
            rowParts = 1;
            claimed = false;
            run(0, 1);
            return;
        }
        claimed = isClaimable(workers);
        claims.reset(Math.ceilDiv(product.n, Blocks.COLUMNS));
        rowParts = claimed ? 1 : bestRowParts(workers);
        team.run(this);
    }

    /** Whether rows would be shared between workers if b were packed. */
    boolean sharesRows() {
        int workers = team.size();
        return workers > 1 && isWorthSharing() && !isClaimable(workers) && bestRowParts(workers) > 1;
    }

    private boolean isWorthSharing() {
        return (long) product.m * product.n * product.k >= WORTH_SHARING;
    }

    private int bestRowParts(int workers) {
        int best = 1;
        long least = Long.MAX_VALUE;
        for (int parts = 1; parts <= workers; parts++) {
            if (workers % parts == 0 && (parts == 1 || product.m >= parts * RowPanels.FEW_ROWS)) {
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
        long rows = RowPanels.padded(Math.ceilDiv(Math.ceilDiv(product.m, ROW_STEP), rowParts) * ROW_STEP);
        long panels = Math.ceilDiv(Math.ceilDiv(product.n, Blocks.COLUMNS), columnParts) * (long) Blocks.COLUMNS;
        long columns = Math.min(panels, Math.ceilDiv(product.n, NARROWEST) * (long) NARROWEST);
        long packing = product.transposeB ? TURNING : PACKING;
        return rows * columns + PACKING * rows + (product.packsB() ? packing * columns : 0);
    }

    private boolean isClaimable(int workers) {
        return !product.isDirect()
                && product.n >= (long) CLAIMS * workers * Blocks.COLUMNS
                && ProductShare.fitsWhole(product);
    }

    /** Packs a and claims panels of columns until none are left. */
    private void claim(int worker) {
        SimdScratch scratch = scratches[worker];
        int group = Blocks.groupColumns(Blocks.depth(product.k), product.transposeB) / Blocks.COLUMNS;
        long claim = claims.claim(worker, group);
        if (claim != PanelClaims.NONE) {
            ProductShare.packWhole(product, scratch);
        }
        for (; claim != PanelClaims.NONE; claim = claims.claim(worker, group)) {
            int column = PanelClaims.first(claim) * Blocks.COLUMNS;
            int lastColumn = Math.min(product.n, PanelClaims.end(claim) * Blocks.COLUMNS);
            ProductShare.columns(product, column, lastColumn, scratch);
        }
    }

    @Override
    public void run(int worker, int workers) {
        if (claimed) {
            claim(worker);
            return;
        }
        int columnParts = workers / rowParts;
        int part = worker / columnParts;
        int row = boundary(part, rowParts, product.m, ROW_STEP);
        int lastRow = boundary(part + 1, rowParts, product.m, ROW_STEP);
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
