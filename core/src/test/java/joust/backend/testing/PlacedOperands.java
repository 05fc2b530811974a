package joust.backend.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/** The operands of a case on a backend, with margins around them that nothing may touch. */
final class PlacedOperands implements AutoCloseable {
    private final Backend backend;
    private final List<PlacedRoot> roots = new ArrayList<>();
    private final Tensor[] tensors;

    private PlacedOperands(Backend backend, int operands) {
        this.backend = backend;
        this.tensors = new Tensor[operands];
    }

    static PlacedOperands place(Backend backend, List<Operand> operands, Placement placement) {
        PlacedOperands placed = new PlacedOperands(backend, operands.size());
        switch (placement) {
            case SHARED_ROOT -> placed.placeTogether(operands);
            case OWN_ROOTS -> placed.placeApart(operands);
            case WHOLE_ROOTS -> placed.placeWhole(operands);
        }
        return placed;
    }

    /** The tensors in the order of the operands. */
    Tensor[] tensors() {
        return tensors;
    }

    /**
     * Downloads everything; returns the operands' contents.
     *
     * @throws AssertionError if a margin or an input has changed
     */
    float[][] collect() {
        float[][] contents = new float[tensors.length][];
        for (PlacedRoot root : roots) {
            root.collectInto(contents, backend);
        }
        return contents;
    }

    /**
     * Checks the counts of writes; to be called before anything else is written.
     *
     * @throws AssertionError if a written root's count has not moved, or another's has
     */
    void checkVersions() {
        roots.forEach(PlacedRoot::checkVersion);
    }

    @Override
    public void close() {
        roots.forEach(PlacedRoot::close);
    }

    private void placeTogether(List<Operand> operands) {
        int[] indices = new int[operands.size()];
        Arrays.setAll(indices, i -> i);
        int[] offsets = new int[operands.size()];
        int end = Margins.FLOATS;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = end;
            end += operands.get(i).size() + Margins.FLOATS + Margins.GROWTH * i;
        }
        roots.add(PlacedRoot.shared(backend, operands, indices, offsets, end, tensors));
    }

    private void placeApart(List<Operand> operands) {
        for (int i = 0; i < operands.size(); i++) {
            int[] offset = {Margins.FLOATS + Margins.GROWTH * i};
            int end = offset[0] + operands.get(i).size() + Margins.FLOATS;
            roots.add(PlacedRoot.shared(backend, operands, new int[] {i}, offset, end, tensors));
        }
    }

    private void placeWhole(List<Operand> operands) {
        for (int i = 0; i < operands.size(); i++) {
            roots.add(PlacedRoot.whole(backend, operands.get(i), i, tensors));
        }
    }
}
