package joust.nn;

import static joust.backend.testing.FailingBackend.assertLeavesNothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final NetworkShape SHAPE = NetworkShape.of(Activation.RELU, Activation.TANH, 3, 5, 70, 2);

    private final TestBackend test = new TestBackend();
    private final Parameters parameters = Parameters.allocate(test.backend(), SHAPE);

    @Test
    void everyViewBeginsAtAMultipleOf64FloatsBehindTheOneBefore() {
        assertThat(parameters.values().tensor().shape()).isEqualTo("1x896");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            offsets.add(parameters.weight(i).offset());
            offsets.add(parameters.bias(i).offset());
        }
        assertThat(offsets).containsExactly(0, 64, 128, 512, 640, 832);
        assertThat(parameters.weight(1).shape()).isEqualTo("5x70");
        assertThat(parameters.bias(1).shape()).isEqualTo("1x70");
        assertThat(parameters.weightGradient(1).shape()).isEqualTo("5x70");
        assertThat(parameters.biasGradient(2).offset())
                .isEqualTo(parameters.bias(2).offset());
        assertThat(parameters.gradients().tensor())
                .isNotSameAs(parameters.values().tensor());
        assertThat(parameters.backend()).isSameAs(test.backend());
        assertThat(parameters.gradients().shape()).isEqualTo(SHAPE);
    }

    @Test
    void theHashIsThatOfTheNumbersInOrderWithoutTheGaps() throws Exception {
        new Initializer.Normal(0, 1).initialize(parameters, 3, 0);
        parameters
                .values()
                .writeBias(0, new float[] {-0f, Float.NaN, Float.intBitsToFloat(0xffc12345), Float.MIN_VALUE, 1});
        assertThat(parameters.sha256()).isEqualTo(independentHash(parameters.values()));
        Arena average = parameters.allocateState();
        assertThat(average.sha256()).isEqualTo(independentHash(average)).isNotEqualTo(parameters.sha256());
        test.backend().fill(test.backend().view(parameters.values().tensor(), 15, 1, 49), Float.NaN);
        assertThat(parameters.sha256()).isEqualTo(independentHash(parameters.values()));
    }

    @Test
    void theHashOfATensorLargerThanAChunkCountsEveryNumber() throws Exception {
        try (Parameters large =
                Parameters.allocate(test.backend(), NetworkShape.of(Activation.RELU, Activation.RELU, 91, 91, 1))) {
            new Initializer.Normal(0, 1).initialize(large, 3, 0);
            assertThat(large.sha256()).isEqualTo(independentHash(large.values()));
        }
    }

    private static String independentHash(Arena arena) throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            for (float[] values : List.of(arena.readWeight(i), arena.readBias(i))) {
                for (float value : values) {
                    int bits = Float.isNaN(value) ? 0x7fc00000 : Float.floatToRawIntBits(value);
                    out.writeInt(Integer.reverseBytes(bits));
                }
            }
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        return String.format("%064x", new BigInteger(1, hash));
    }

    @Test
    void numbersGoToTheHostAndBackLayerByLayer() {
        float[] weight = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        parameters.values().writeWeight(0, weight);
        parameters.values().writeBias(2, new float[] {-1, -2});
        assertThat(parameters.values().readWeight(0)).containsExactly(weight);
        assertThat(parameters.values().readBias(2)).containsExactly(-1, -2);
        assertThat(test.read(parameters.weight(0))).containsExactly(weight);
        assertThat(parameters.values().readBias(0)).containsOnly(0);
    }

    @Test
    void arraysOfTheWrongLengthAreErrors() {
        assertThatThrownBy(() -> parameters.values().writeWeight(0, new float[14]))
                .hasMessage("weight of layer 0: there are 14 numbers, expected 15 (3x5)");
        assertThatThrownBy(() -> parameters.values().writeBias(1, new float[71]))
                .hasMessage("bias of layer 1: there are 71 numbers, expected 70 (1x70)");
    }

    @Test
    void copiesTakeTheParametersAndLeaveTheGradients() {
        new Initializer.Normal(0, 1).initialize(parameters, 3, 0);
        test.backend().fill(parameters.weightGradient(0), 5);
        Parameters copy =
                Parameters.allocate(test.backend(), NetworkShape.of(Activation.TANH, Activation.IDENTITY, 3, 5, 70, 2));
        copy.copyFrom(parameters);
        assertThat(copy.sha256()).isEqualTo(parameters.sha256());
        assertThat(copy.gradients().readWeight(0)).containsOnly(0);
        Parameters other = Parameters.allocate(test.backend(), NetworkShape.of(Activation.RELU, Activation.RELU, 3, 5));
        assertThatThrownBy(() -> other.copyFrom(parameters))
                .hasMessage("copy: the source is a network 3-5-70-2, expected 3-5");
    }

    @Test
    void decayIsAddedToTheGradientsOfTheWeightsOnly() {
        Parameters small = small();
        small.addWeightDecay(0.5);
        assertThat(small.gradients().readWeight(0)).containsExactly(10 + 0.5f, 20 - 1);
        assertThat(small.gradients().readBias(0)).containsExactly(30);
        assertThat(small.gradients().readWeight(1)).containsExactly(40 + 2);
        assertThat(small.gradients().readBias(1)).containsExactly(50);
    }

    @Test
    void clippingActsOnWeightsAndBiases() {
        Parameters small = small();
        small.clip(1.5);
        assertThat(small.values().readWeight(0)).containsExactly(1, -1.5f);
        assertThat(small.values().readBias(0)).containsExactly(1.5f);
        assertThat(small.values().readWeight(1)).containsExactly(1.5f);
        assertThat(small.values().readBias(1)).containsExactly(-1.5f);
    }

    @Test
    void theMovingAverageGoesTheRemainingShareOfTheWay() {
        Parameters small = small();
        Arena average = small.allocateState();
        small.updateAverage(0.75, average);
        small.updateAverage(0.75, average);
        assertThat(average.readWeight(0)).containsExactly(0.4375f, -0.875f);
        assertThat(average.readBias(1)).containsExactly(0.4375f * -5);
    }

    @Test
    void sumsOfSquaresCountWeightsAloneAndGradientsAltogether() {
        Parameters small = small();
        assertThat(small.sumOfSquaredWeights()).isEqualTo(1 + 4 + 16);
        assertThat(small.gradientNorm()).isEqualTo(Math.sqrt(100 + 400 + 900 + 1600 + 2500));
        test.takeOperations();
        assertThat(small.sumOfSquaredWeights()).isEqualTo(21);
        assertThat(test.takeOperations()).containsExactly("sumOfSquares", "sumOfSquares");
        test.write(small.biasGradient(0), Float.NaN);
        assertThat(small.gradientNorm()).isNaN();
    }

    @Test
    void sumsOfSquaresOfLargeTensorsHaveRoomForTheirPartialSums() {
        try (Parameters large =
                Parameters.allocate(test.backend(), NetworkShape.of(Activation.RELU, Activation.RELU, 2, 100, 100))) {
            test.backend().fill(large.weight(1), 0.5f);
            test.backend().fill(large.weightGradient(1), 2);
            assertThat(large.sumOfSquaredWeights()).isEqualTo(2500);
            assertThat(large.gradientNorm()).isEqualTo(200);
        }
    }

    @Test
    void whatCannotBeAllocatedInWholeLeavesNothing() {
        Supplier<Backend> backends = () -> new TestBackend().backend();
        assertThat(assertLeavesNothing(backends, backend -> Parameters.allocate(backend, SHAPE)))
                .isEqualTo(4);
        int withOptimizer = assertLeavesNothing(backends, backend -> {
            try (Parameters held = Parameters.allocate(backend, SHAPE)) {
                return new Adam(0.5, 0.5, 1).start(held);
            }
        });
        assertThat(withOptimizer).isEqualTo(4 + 2);
    }

    @Test
    void closingGivesEverythingBack() {
        Tensor values = parameters.values().tensor();
        Tensor gradients = parameters.gradients().tensor();
        Arena state = parameters.allocateState();
        parameters.close();
        assertThat(values.isClosed()).isTrue();
        assertThat(gradients.isClosed()).isTrue();
        assertThat(test.allocated()).filteredOn(tensor -> !tensor.isClosed()).containsExactly(state.tensor());
        state.close();
        assertThat(state.tensor().isClosed()).isTrue();
        assertThatThrownBy(parameters::gradientNorm).isInstanceOf(IllegalStateException.class);
    }

    /** 2-1-1 with weights (1, -2), (4) and biases 3, -5; gradients 10 to 50. */
    private Parameters small() {
        Parameters small =
                Parameters.allocate(test.backend(), NetworkShape.of(Activation.RELU, Activation.RELU, 2, 1, 1));
        small.values().writeWeight(0, new float[] {1, -2});
        small.values().writeBias(0, new float[] {3});
        small.values().writeWeight(1, new float[] {4});
        small.values().writeBias(1, new float[] {-5});
        small.gradients().writeWeight(0, new float[] {10, 20});
        small.gradients().writeBias(0, new float[] {30});
        small.gradients().writeWeight(1, new float[] {40});
        small.gradients().writeBias(1, new float[] {50});
        return small;
    }
}
