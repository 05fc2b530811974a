package joust.bench;

import joust.data.FiniteSamples;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What every step draws: rows of a data set in memory, and noise; the generated rows lie behind the real ones. */
final class TorchBatches {
    static final int ROWS = 128;
    static final int NOISE = 100;
    static final int PIXELS = 784;

    final Tensor noise = torch.empty(ROWS, NOISE);
    final Tensor both = torch.empty(2 * ROWS, PIXELS);
    final Tensor generated = both.narrow(0, ROWS, ROWS);
    private final Tensor real = both.narrow(0, 0, ROWS);
    private final Tensor chosen = torch.zeros(ROWS).to(torch.ScalarType.Long);
    private final Tensor data;
    private final int rows;

    /**
     * Over rows in memory.
     *
     * @throws IllegalArgumentException if they have another number of pixels
     */
    TorchBatches(FiniteSamples images) {
        if (images.columns() != PIXELS) {
            throw new IllegalArgumentException(
                    images.name() + ": rows of " + images.columns() + " pixels, expected " + PIXELS);
        }
        rows = images.rows();
        data = TorchRuntime.tensor(images.values(), rows, PIXELS);
    }

    void drawReal() {
        chosen.random_(rows);
        torch.index_select_out(real, data, 0, chosen);
    }

    void drawNoise() {
        noise.normal_();
    }
}
