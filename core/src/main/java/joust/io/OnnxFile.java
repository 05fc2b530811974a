package joust.io;

import java.io.IOException;
import java.nio.file.Path;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.LossFunction;
import joust.nn.Mlp;

/**
 * Trained networks as ONNX models of opset 13: float32, any number of rows. A generator takes {@code noise}, {@code rows x dimension},
 * with the columns of the class behind where it is told, and gives {@code sample}, {@code rows x columns}; it is the network that samples
 * are made of, at the moving average of its parameters where there is one. A discriminator takes {@code sample}, likewise with the class
 * behind, and as many of these side by side as are packed, and gives {@code real}, {@code rows x 1}: the probability of being real
 * where the loss makes it one, else the plain output. Normalised weights are those that it computes with.
 */
public final class OnnxFile {
    /** The oldest version of the format that knows the opset. */
    private static final int IR_VERSION = 7;

    private static final int OPSET = 13;

    private OnnxFile() {}

    /**
     * Writes the generator, replacing a file of the same name only when the new one is complete and on the disk.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeGenerator(Path file, GanNetworks networks) throws IOException {
        try (Mlp network = networks.samplingNetwork()) {
            OnnxGraph graph = new OnnxGraph("noise", network.shape().inputs()).network(network);
            write(file, graph.build("generator", "sample"));
        }
    }

    /**
     * Writes the discriminator, likewise.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeDiscriminator(Path file, GanNetworks networks, GanConfig config) throws IOException {
        LossFunction loss = config.loss().function();
        try (Mlp network = networks.discriminatorNetwork()) {
            OnnxGraph graph = new OnnxGraph("sample", network.shape().inputs()).network(network);
            if (loss.outputs() == 2) {
                graph.difference();
            }
            if (loss.onLogits()) {
                graph.sigmoid();
            }
            write(file, graph.build("discriminator", "real"));
        }
    }

    private static void write(Path file, ProtoMessage graph) throws IOException {
        ProtoMessage model = new ProtoMessage()
                .number(1, IR_VERSION)
                .text(2, "joust")
                .message(7, graph)
                .message(8, new ProtoMessage().text(1, "").number(2, OPSET));
        AtomicFile.write(file, model.toByteArray());
    }
}
