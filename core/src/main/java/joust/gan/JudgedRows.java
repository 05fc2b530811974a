package joust.gan;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.nn.GradientSink;
import joust.nn.Pass;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Rows between a generator that learns and the discriminator that judges them: as they are where nothing is done to them, else a copy
 * with noise and classes; and the gradient's way back.
 */
final class JudgedRows {
    private final Backend backend;
    private final Tensor made;
    private final GradientSink sink;
    private final GradientSink packedSink;
    private final Tensor input;
    private final @Nullable SideRows copied;
    private final @Nullable Tensor inputGradient;
    private final @Nullable Tensor rowGradient;
    private final @Nullable Tensor dataGradient;
    private final @Nullable Tensor labelGradient;

    /**
     * Prepares a batch, with all that it needs in a workspace, which closes it.
     *
     * @param copies whether the rows are changed on their way although no classes are told
     */
    JudgedRows(Workspace workspace, Backend backend, BatchConfig batch, Pass generator, boolean copies) {
        this.backend = backend;
        this.made = generator.output();
        this.sink = generator.sink();
        boolean told = batch.classes() > 0;
        int columns = made.cols();
        int width = columns + batch.classes();
        this.packedSink = told ? sink : packed(batch);
        if (told || copies) {
            this.input = workspace.allocate(batch.packs(), batch.packing() * width);
            this.copied = new SideRows(workspace, backend, batch, columns, backend.view(input, 0, batch.size(), width));
        } else {
            this.input = pack(batch, made);
            this.copied = null;
        }
        this.inputGradient = told ? workspace.allocate(batch.packs(), batch.packing() * width) : null;
        this.rowGradient = inputGradient == null ? null : backend.view(inputGradient, 0, batch.size(), width);
        this.dataGradient = told ? workspace.allocate(batch.size(), columns) : null;
        this.labelGradient = told ? workspace.allocate(batch.size(), batch.classes()) : null;
    }

    private GradientSink packed(BatchConfig batch) {
        return batch.packing() == 1
                ? sink
                : new GradientSink(pack(batch, sink.gradient()), sink.activation(), pack(batch, sink.y()));
    }

    private Tensor pack(BatchConfig batch, Tensor rows) {
        return batch.packing() == 1 ? rows : backend.view(rows, 0, batch.packs(), batch.packing() * rows.cols());
    }

    /** Where the classes go that the rows were made for; null where none are told. */
    @Nullable
    Tensor labels() {
        return copied == null ? null : copied.labels();
    }

    /** Where noise may be added after {@link #copy}; the generator's own output where nothing is copied. */
    Tensor data() {
        return copied == null ? made : copied.data();
    }

    /** Takes over what the generator has made. */
    void copy() {
        if (copied != null) {
            backend.copyRows(made, 0, made.rows(), copied.data(), 0);
        }
    }

    /** What the discriminator takes. */
    Tensor join() {
        if (copied != null) {
            copied.join();
        }
        return input;
    }

    /** Takes the gradient of the discriminator's pass to where the generator's pass expects it. */
    void backward(Pass discriminator) {
        if (inputGradient == null || rowGradient == null || dataGradient == null || labelGradient == null) {
            discriminator.backwardInput(packedSink);
            return;
        }
        discriminator.backwardInput(inputGradient, Activation.IDENTITY, input);
        backend.splitColumns(rowGradient, dataGradient, labelGradient);
        backend.activateBackward(sink.activation(), sink.y(), dataGradient, sink.gradient());
    }
}
