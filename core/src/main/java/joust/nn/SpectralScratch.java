package joust.nn;

import joust.backend.Backend;
import joust.backend.Reductions;
import joust.backend.Tensor;

/**
 * What the layers of a {@link SpectralNorm} share, as none of it outlasts a call.
 *
 * @param spread one number in every element, {@code 1 x largest}
 * @param product element by element, {@code 1 x largest}
 * @param ones {@code 1 x largest}
 * @param reduction scratch of a sum
 * @param sum {@code 1 x 1}
 * @param square {@code 1 x 1}
 */
record SpectralScratch(
        Tensor spread, Tensor product, Tensor ones, Tensor reduction, Tensor sum, Tensor square, InverseRoots roots) {
    /**
     * Allocates.
     *
     * @param largest elements of the largest weight
     */
    static SpectralScratch allocate(Workspace workspace, Backend backend, int largest) {
        Tensor ones = workspace.allocate(1, largest);
        backend.fill(ones, 1);
        return new SpectralScratch(
                workspace.allocate(1, largest),
                workspace.allocate(1, largest),
                ones,
                workspace.allocate(1, Reductions.scratchSize(largest)),
                workspace.allocate(1, 1),
                workspace.allocate(1, 1),
                new InverseRoots(workspace, backend, 1));
    }
}
