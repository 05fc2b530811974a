package joust.backend;

/**
 * The hot path of dense networks on one device. Three families implement it, scalar, SIMD and OpenCL, and all compute the
 * same bits unless {@link #arithmetic()} says otherwise: each operation documents its one order of roundings.
 *
 * <p>Outputs are arguments, after the inputs; nothing is allocated after the first call of a shape. Operations take effect
 * in the order of the calls and may run later; only {@link #download} and {@link #synchronize} wait, and a device's error
 * surfaces at the next call. One thread at a time may use a backend; two at once are an {@link IllegalStateException}.
 * Shapes are {@code rows x cols}. Every backend that {@link Backends} hands out checks its arguments: a wrong one is an
 * {@link IllegalArgumentException} that names it, before anything is computed.
 */
public interface Backend
        extends Transfers,
                Arrangement,
                RandomNumbers,
                DenseOperations,
                Activations,
                ElementwiseOperations,
                Reductions,
                Losses,
                Optimizers,
                AutoCloseable {
    /** The name to ask for it again, such as {@code scalar} or {@code opencl:0}. */
    String name();

    /** The device in words, such as its model and its driver. */
    String device();

    /** How it rounds. */
    Arithmetic arithmetic();

    /** How many threads compute, the caller's among them; 1 for a device that is not the CPU. */
    int threads();

    /** Waits until every operation called so far has taken effect. */
    void synchronize();

    /** Releases the device; tensors and the backend may not be used afterwards. */
    @Override
    void close();

    @Override
    default Backend self() {
        return this;
    }
}
