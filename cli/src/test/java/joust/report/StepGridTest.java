package joust.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;

class StepGridTest {
    private static final int WIDTH_AT = 16;

    @Test
    void aStepHasOnePictureAndTheNextAnother() {
        GanConfig config = Presets.get("digits");
        FiniteSamples images = (FiniteSamples) DataSources.open(config.data()).training();
        ImageShape shape = images.shape().orElseThrow();
        StepGrid grid = new StepGrid();
        try (Backend backend = Backends.open("scalar", BackendOptions.DEFAULT);
                GanTrainer trainer = new GanTrainer(backend, config, images)) {
            byte[] first = grid.png(trainer, images, shape);
            assertThat(grid.png(trainer, images, shape)).isSameAs(first);

            trainer.advance();
            assertThat(grid.png(trainer, images, shape)).isNotEqualTo(first);

            ByteBuffer header = ByteBuffer.wrap(first);
            assertThat(header.getInt(WIDTH_AT)).isEqualTo(StepGrid.width(shape));
            assertThat(header.getInt(WIDTH_AT + Integer.BYTES)).isEqualTo(StepGrid.height(shape));
        }
    }
}
