package joust.backend;

/** Something to compute again and again, of which {@link Backends#fastest} asks who does it in the shortest time. */
public interface Workload {
    /** In words, for messages, such as {@code a step of digits}. */
    String name();

    /** All that its time depends on but the backend, such as its shapes: what is kept for one holds for all that are equal. */
    String signature();

    /** Allocates what it needs on a backend. */
    Work prepare(Backend backend);

    /** The workload on one backend. */
    interface Work extends AutoCloseable {
        /** Computes it once; the backend may still be computing when it returns. */
        void run();

        /** Gives its tensors back; the backend stays open. */
        @Override
        void close();
    }

    /**
     * A network of dense layers with ReLU, forward and backward.
     *
     * @param batch rows of its input
     * @param widths of the input and of each layer, at least two
     * @throws IllegalArgumentException if a number is below 1 or widths are missing
     */
    static Workload layers(int batch, int... widths) {
        return new LayerWorkload(batch, widths.clone());
    }
}
