package joust.bench;

import joust.math.RandomFill;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What every step draws: rows of a data set in memory, and noise; the generated rows lie behind the real ones. */
final class TorchBatches {
    static final int ROWS = 128;
    static final int NOISE = 100;
    static final int PIXELS = 784;
    private static final int IMAGES = 10_000;

    final Tensor noise = torch.empty(ROWS, NOISE);
    final Tensor both = torch.empty(2 * ROWS, PIXELS);
    final Tensor generated = both.narrow(0, ROWS, ROWS);
    private final Tensor real = both.narrow(0, 0, ROWS);
    private final Tensor chosen = torch.zeros(ROWS).to(torch.ScalarType.Long);
    private final Tensor data;

    TorchBatches() {
        float[] pixels = new float[IMAGES * PIXELS];
        RandomFill.uniform(1, 4, 0, 0, 1, pixels, 0, pixels.length);
        data = TorchRuntime.tensor(pixels, IMAGES, PIXELS);
    }

    void drawReal() {
        chosen.random_(IMAGES);
        torch.index_select_out(real, data, 0, chosen);
    }

    void drawNoise() {
        noise.normal_();
    }
}
