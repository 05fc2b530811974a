package joust.nn;

import joust.backend.Backend;
import joust.backend.Reductions;
import joust.backend.Store;
import joust.backend.Tensor;

/** Sums of squares over arenas of one shape: the sums of the tensors, added in order of layers, weight before bias. */
final class Norms {
    private final Backend backend;
    private final NetworkShape shape;
    private final Tensor scratch;
    private final Tensor sum;
    private final float[] host = new float[1];

    /** Allocates what a sum needs in a workspace, which closes it. */
    Norms(Workspace workspace, Backend backend, NetworkShape shape) {
        this.backend = backend;
        this.shape = shape;
        int largest = shape.layers().stream()
                .mapToInt(layer -> layer.inputs() * layer.outputs())
                .max()
                .orElseThrow();
        this.scratch = workspace.allocate(1, Reductions.scratchSize(largest));
        this.sum = workspace.allocate(1, 1);
    }

    float sumOfSquaredWeights(Arena arena) {
        for (int i = 0; i < shape.layers().size(); i++) {
            backend.sumOfSquares(arena.weight(i), i == 0 ? Store.OVERWRITE : Store.ADD, scratch, sum);
        }
        return read();
    }

    float sumOfSquares(Arena arena) {
        for (int i = 0; i < shape.layers().size(); i++) {
            backend.sumOfSquares(arena.weight(i), i == 0 ? Store.OVERWRITE : Store.ADD, scratch, sum);
            backend.sumOfSquares(arena.bias(i), Store.ADD, scratch, sum);
        }
        return read();
    }

    private float read() {
        backend.download(sum, host, 0);
        return host[0];
    }
}
