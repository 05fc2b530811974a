package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which kind of kernels a device gets. */
class DeviceProductsTest {
    @BeforeAll
    static void skipWithoutADevice() {
        FirstDevice.find();
    }

    private static Backend open(String shape) {
        return ProductShapeProperty.open(
                shape, () -> new OpenClProvider().open(BackendName.parse("opencl"), BackendOptions.DEFAULT));
    }

    @Test
    void thePropertyDecidesWhateverTheDevice() {
        try (Backend panels = open("cpu");
                Backend blocks = open("gpu")) {
            assertThat(panels.device()).endsWith(", products in panels");
            assertThat(blocks.device()).endsWith(", products in blocks");
        }
    }

    @Test
    void anotherValueOfThePropertyIsRefused() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> open("npu"))
                .withMessage("joust.opencl.shape is 'npu', expected cpu or gpu");
    }

    /** Six rows where there are as many, and the largest blocks that occupy 132 compute units. */
    @Test
    void sizesDecideByRule() {
        try (OpenClContext context = FirstDevice.open()) {
            PanelChoice panels = new PanelChoice(context);
            assertThat(panels.of(ProductForm.LAYER, 128, 784, 512).name()).isEqualTo("panel 6x16");
            assertThat(panels.of(ProductForm.LAYER, 2, 784, 512).name()).isEqualTo("panel 2x16");
            BlockChoice blocks = new BlockChoice(context, 132);
            assertThat(blocks.of(ProductForm.LAYER, 4096, 4096, 8).name()).isEqualTo("block 128x128x8 by 256");
            assertThat(blocks.of(ProductForm.LAYER, 1024, 1024, 8).name()).isEqualTo("block 64x64x8 by 64");
            assertThat(blocks.of(ProductForm.LAYER, 128, 512, 8).name()).isEqualTo("block 16x32x16 by 32");
        }
    }

    @Test
    void aBlockNeedsTheLocalMemoryThatItsSourcesDeclare() {
        assertThat(BlockShape.ALL.getFirst().localBytes()).isEqualTo(16_896);
        assertThat(BlockShape.TENSOR_CORES.localBytes()).isEqualTo(34_816);
        assertThat(BlockShape.ALL).extracting(BlockShape::items).containsExactly(256, 256, 64, 128, 64, 32);
        assertThat(BlockShape.TENSOR_CORES.items()).isEqualTo(256);
    }
}
