package joust.opencl;

import java.util.ArrayList;
import java.util.List;

/** Tiles by the number of rows: six where there are as many, else no more than there are. */
final class PanelChoice implements ProductCandidates {
    private final List<ProductKernels> ofRows = new ArrayList<>();

    PanelChoice(OpenClContext context) {
        PanelPrograms programs = new PanelPrograms(context);
        PackedPanels packed = new PackedPanels(context);
        for (int rows = 1; rows <= PanelPrograms.MOST_ROWS; rows++) {
            ofRows.add(new PanelProducts(context, programs, packed, rows));
        }
    }

    @Override
    public ProductKernels of(ProductForm form, int m, int n, int k) {
        return ofRows.get(mostRows(m) - 1);
    }

    /** Four rows need fewer registers than six, and all rows of a tile may be in use. */
    @Override
    public List<ProductKernels> candidates(ProductForm form, int m, int n, int k) {
        int most = mostRows(m);
        return ofRows.subList(Math.max(0, most - 3), most);
    }

    private static int mostRows(int m) {
        return Math.min(m, PanelPrograms.MOST_ROWS);
    }
}
