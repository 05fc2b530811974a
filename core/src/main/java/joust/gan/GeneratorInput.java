package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** The generator's input: noise, then the columns of the class where it is told. */
final class GeneratorInput {
    private final Backend backend;
    private final Tensor noise;
    private final Tensor input;

    /** Allocates what it needs in a workspace, which closes it. */
    GeneratorInput(Workspace workspace, Backend backend, GanConfig config, int rows) {
        this.backend = backend;
        int dimension = config.noise().dimension();
        int classes = config.batch().classes();
        this.noise = workspace.allocate(rows, dimension);
        this.input = classes == 0 ? noise : workspace.allocate(rows, dimension + classes);
    }

    /** Where the noise goes, {@code rows x dimension}. */
    Tensor noise() {
        return noise;
    }

    /** What the generator takes; {@code labels} are null where classes are not told. */
    Tensor join(@Nullable Tensor labels) {
        if (labels != null) {
            backend.concatColumns(noise, labels, input);
        }
        return input;
    }
}
