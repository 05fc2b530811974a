package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation;
import org.junit.jupiter.api.Test;

class NetworkShapeTest {
    private static final Activation F = Activation.RELU;

    @Test
    void theNetworksOfTheKerasGuideHaveTheirPublishedNumberOfParameters() {
        assertThat(NetworkShape.of(F, Activation.SIGMOID, 100, 256, 512, 784).parameterCount())
                .isEqualTo(559_632);
        assertThat(NetworkShape.of(F, Activation.SIGMOID, 784, 512, 256, 1).parameterCount())
                .isEqualTo(533_505);
    }

    @Test
    void sizesAndActivationsGoFromInputToOutput() {
        NetworkShape shape = NetworkShape.of(F, Activation.TANH, 2, 5, 3);
        assertThat(shape.inputs()).isEqualTo(2);
        assertThat(shape.outputs()).isEqualTo(3);
        assertThat(shape.sizes()).isEqualTo("2-5-3");
        assertThat(shape.layers()).containsExactly(new Layer(2, 5, F), new Layer(5, 3, Activation.TANH));
    }

    @Test
    void onlySizesDecideWhetherParametersFit() {
        NetworkShape shape = NetworkShape.of(F, F, 2, 5, 3);
        assertThat(shape.hasSizesOf(NetworkShape.of(F, Activation.TANH, 2, 5, 3)))
                .isTrue();
        assertThat(shape.hasSizesOf(NetworkShape.of(F, F, 2, 4, 3))).isFalse();
    }

    @Test
    void theListOfLayersIsACopy() {
        List<Layer> layers = new ArrayList<>(List.of(new Layer(1, 2, F)));
        NetworkShape shape = new NetworkShape(layers);
        layers.clear();
        assertThat(shape.layers()).hasSize(1);
    }

    @Test
    void layersWithoutSizeAreErrors() {
        assertThat(new Layer(1, 1, F).inputs()).isEqualTo(1);
        assertThatThrownBy(() -> new Layer(0, 1, F)).hasMessage("layer: inputs is 0, expected at least 1");
        assertThatThrownBy(() -> new Layer(1, -1, F)).hasMessage("layer: outputs is -1, expected at least 1");
    }

    @Test
    void weightsBeyondAnIntAreErrors() {
        assertThat(new Layer(Integer.MAX_VALUE, 1, F).outputs()).isEqualTo(1);
        assertThatThrownBy(() -> new Layer(65_536, 32_768, F))
                .hasMessage("layer: a weight of 65536x32768 has 2147483648 elements, expected at most 2147483647");
    }

    @Test
    void layersThatDoNotFitTogetherAreErrors() {
        assertThatThrownBy(() -> new NetworkShape(List.of()))
                .hasMessage("network: there are no layers, expected at least one");
        assertThatThrownBy(() -> NetworkShape.of(F, F, 3))
                .hasMessage("network: there are no layers, expected at least one");
        assertThatThrownBy(() -> new NetworkShape(List.of(new Layer(1, 2, F), new Layer(3, 1, F))))
                .hasMessage("network: layer 1 has 3 inputs, expected 2, the outputs of layer 0");
    }

    @Test
    void parametersThatTogetherExceedAnIntAreErrors() {
        Layer half = new Layer(32_768, 32_768, F);
        assertThatThrownBy(() -> new NetworkShape(List.of(half, half)))
                .hasMessage(
                        "network: the parameters up to layer 1 take 2147549184 floats, expected at most 2147483647");
        // 2^31 - 64 is the largest multiple of 64: one weight of 2^31 - 128 and a bias of 1.
        assertThat(new NetworkShape(List.of(new Layer(Integer.MAX_VALUE - 127, 1, F))).parameterCount())
                .isEqualTo(Integer.MAX_VALUE - 126);
        assertThatThrownBy(() -> new NetworkShape(List.of(new Layer(Integer.MAX_VALUE - 126, 1, F))))
                .hasMessage(
                        "network: the parameters up to layer 0 take 2147483648 floats, expected at most 2147483647");
    }
}
