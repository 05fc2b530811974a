package joust.nn;

import static joust.nn.NormwiseError.assertClose;
import static joust.nn.NormwiseError.doubles;
import static joust.nn.NormwiseError.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Store;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassTest {
    private static final ReferenceLoss LOSS = new ReferenceLoss.Adversarial(Loss.LEAST_SQUARES, Side.GENERATOR, 1);
    private static final LossOfBatch BATCH_LOSS = new LossOfBatch(LOSS, LOSS, 1);

    private final TestBackend test = new TestBackend();
    private final Backend backend = test.backend();

    static List<Head> heads() {
        return List.of(
                Head.NONE, Head.scaled(5), Head.clamped(-0.5f, 0.5f), new Head(-3, Float.NEGATIVE_INFINITY, 1.5f));
    }

    /** A generator below and a discriminator above it, trained through the discriminator's frozen parameters. */
    @ParameterizedTest
    @MethodSource("heads")
    void aGeneratorIsTrainedThroughADiscriminatorThatStaysAsItIs(Head head) {
        for (int seed = 0; seed < 5; seed++) {
            Pair pair = Pair.draw(seed, head, backend);
            Pass generator = pair.generator.pass(pair.noise.rows());
            Pass discriminator = pair.discriminator.pass(pair.noise.rows());
            discriminator.forward(generator.forward(pair.noise));
            applyLoss(discriminator);
            String hash = pair.discriminator.parameters().sha256();
            String gradientHash = pair.discriminator.parameters().gradients().sha256();
            test.takeOperations();

            discriminator.backwardInput(generator.sink());
            generator.backwardWeightsFromSink(pair.noise, Store.OVERWRITE);

            assertThat(test.takeOperations())
                    .filteredOn("denseBackwardWeights"::equals)
                    .hasSize(pair.generator.layers().size());
            assertThat(pair.discriminator.parameters().sha256()).isEqualTo(hash);
            assertThat(pair.discriminator.parameters().gradients().sha256()).isEqualTo(gradientHash);
            pair.checkGeneratorGradients("seed " + seed);
        }
    }

    /** The two networks, with a batch that stays away from the kinks of both. */
    private record Pair(Mlp generator, Mlp discriminator, Tensor noise, RandomNet lower, ReferenceMlp upper) {
        static Pair draw(int seed, Head head, Backend backend) {
            for (int attempt = 0; ; attempt++) {
                int next = 100 * seed + attempt;
                RandomNet lower = RandomNet.draw(next, 3, RandomNet.activation(seed), head, BATCH_LOSS);
                Parameters upper = Parameters.allocate(
                        backend, NetworkShape.of(Activation.leakyRelu(0.1f), Activation.IDENTITY, 3, 5, 1));
                new Initializer.Normal(0.1, 0.5).initialize(upper, next, 1);
                Mlp discriminator = new Mlp(upper, Head.scaled(0.5f));
                ReferenceMlp reference = ReferenceMlp.of(discriminator);
                double[][] samples = lower.reference().forward(lower.batch()).output();
                if (reference.kinkDistance(reference.forward(samples)) >= 10 * RandomNet.STEP) {
                    Mlp generator = new Mlp(lower.parameters(backend), head);
                    return new Pair(generator, discriminator, lower.batch(backend), lower, reference);
                }
            }
        }

        void checkGeneratorGradients(String name) {
            ReferenceMlp reference = lower.reference();
            ReferenceMlp.Trace below = reference.forward(lower.batch());
            ReferenceMlp.Trace above = upper.forward(below.output());
            double[][] outputGradient =
                    upper.backward(above, LOSS.gradient(above.output())).input();
            ReferenceMlp.Gradients expected = reference.backward(below, outputGradient);
            Arena gradients = generator.parameters().gradients();
            for (int i = 0; i < expected.weights().size(); i++) {
                assertClose(
                        name + ", weight " + i,
                        doubles(gradients.readWeight(i)),
                        flat(expected.weights().get(i)),
                        1e-5);
                assertClose(
                        name + ", bias " + i,
                        doubles(gradients.readBias(i)),
                        expected.biases().get(i),
                        1e-5);
            }
        }
    }

    @Test
    void aGeneratorWithoutAHeadTakesItsGradientWithTheDerivativeAlreadyInIt() {
        Mlp generator = network(Head.NONE, Activation.TANH, 2, 3);
        Mlp discriminator = network(Head.NONE, Activation.IDENTITY, 3, 1);
        Tensor noise = test.tensor(1, 2, 1, 2);
        Pass lower = generator.pass(1);
        Pass upper = discriminator.pass(1);
        upper.forward(lower.forward(noise));
        test.takeOperations();
        upper.backwardInput(lower.sink());
        lower.backwardWeightsFromSink(noise, Store.OVERWRITE);
        assertThat(test.takeOperations()).containsExactly("denseBackwardInput", "denseBackwardWeights");
    }

    @Test
    void eachMethodComputesWhatItsNameSaysAndNoMore() {
        Mlp network = network(Head.NONE, Activation.IDENTITY, 2, 3, 1);
        Pass pass = network.pass(1);
        Tensor x = test.tensor(1, 2, 1, 2);
        Tensor input = backend.allocate(1, 2);
        test.takeOperations();

        pass.forward(x);
        assertThat(test.takeOperations()).containsExactly("dense", "dense");
        pass.backwardWeights(x, Store.OVERWRITE);
        assertThat(test.takeOperations())
                .containsExactly("denseBackwardWeights", "denseBackwardInput", "denseBackwardWeights");
        pass.backwardInput(input, Activation.IDENTITY, x);
        assertThat(test.takeOperations()).containsExactly("denseBackwardInput", "denseBackwardInput");
        pass.backward(x, Store.ADD, input, Activation.IDENTITY, x);
        assertThat(test.takeOperations())
                .containsExactly(
                        "denseBackwardWeights", "denseBackwardInput", "denseBackwardWeights", "denseBackwardInput");
    }

    @Test
    void oneOutputGradientMayBeTakenBackTwice() {
        Mlp network = network(new Head(5, -1, 1), Activation.TANH, 2, 3, 1);
        Pass pass = network.pass(2);
        Tensor x = test.tensor(2, 2, 0.1f, 0.2f, -0.3f, 0.4f);
        pass.forward(x);
        applyLoss(pass);
        pass.backwardWeights(x, Store.OVERWRITE);
        String first = network.parameters().gradients().sha256();
        pass.backwardWeights(x, Store.OVERWRITE);
        assertThat(network.parameters().gradients().sha256()).isEqualTo(first);
    }

    @Test
    void addingTwiceIsTwiceTheGradient() {
        Mlp network = network(Head.NONE, Activation.SIGMOID, 2, 1);
        Pass pass = network.pass(1);
        Tensor x = test.tensor(1, 2, 0.5f, 2);
        pass.forward(x);
        test.write(pass.outputGradient(), 4);
        pass.backwardWeights(x, Store.OVERWRITE);
        float[] once = network.parameters().gradients().readWeight(0);
        pass.backwardWeights(x, Store.ADD);
        assertThat(once[0]).isNotZero();
        assertThat(network.parameters().gradients().readWeight(0)).containsExactly(2 * once[0], 2 * once[1]);
    }

    @Test
    void theOutputGoesThroughScaleAndClamp() {
        Mlp network = network(new Head(2, -3, 5), Activation.IDENTITY, 1, 1);
        test.write(network.parameters().weight(0), 1);
        Pass pass = network.pass(4);
        Tensor x = test.tensor(4, 1, -2, -1, 2, 3);
        assertThat(test.read(pass.forward(x))).containsExactly(-3, -2, 4, 5);
        test.write(pass.outputGradient(), 10, 20, 30, 40);
        Tensor input = backend.allocate(4, 1);
        pass.backwardInput(input, Activation.IDENTITY, x);
        assertThat(test.read(input)).containsExactly(0, 40, 60, 0);
        assertThat(test.read(pass.outputGradient())).containsExactly(10, 20, 30, 40);
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aRangeOfRowsIsAPassOfItsOwnOnTheSameTensors(Head head) {
        Mlp network = network(head, Activation.TANH, 2, 3, 2);
        Pass whole = network.pass(5);
        Pass part = whole.rows(1, 3);
        Tensor x = test.tensor(5, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        float[] outputs = test.read(whole.forward(x));
        assertThat(part.rows()).isEqualTo(3);
        assertThat(test.read(part.output())).containsExactly(Arrays.copyOfRange(outputs, 2, 8));

        Tensor rows = backend.view(x, 2, 3, 2);
        applyLoss(part);
        float[] gradient = test.read(part.outputGradient());
        part.backwardWeights(rows, Store.OVERWRITE);
        assertThat(test.read(part.outputGradient())).containsExactly(gradient);
        String ofPart = network.parameters().gradients().sha256();
        Pass alone = network.pass(3);
        alone.forward(rows);
        applyLoss(alone);
        alone.backwardWeights(rows, Store.OVERWRITE);
        assertThat(ofPart).isEqualTo(network.parameters().gradients().sha256());
        assertThat(part.forward(backend.view(x, 4, 3, 2))).isSameAs(part.output());
        assertThat(test.read(whole.output())[2]).isEqualTo(outputs[4]);
    }

    @Test
    void aRangeBeyondTheBatchIsAnError() {
        Pass pass = network(Head.NONE, Activation.TANH, 2, 1).pass(5);
        String expected = ", expected a range within the 5 of the batch";
        assertThatThrownBy(() -> pass.rows(-1, 2)).hasMessage("rows: 2 from -1 on" + expected);
        assertThatThrownBy(() -> pass.rows(4, 2)).hasMessage("rows: 2 from 4 on" + expected);
        assertThatThrownBy(() -> pass.rows(0, 0)).hasMessage("rows: 0 from 0 on" + expected);
        assertThat(pass.rows(0, 5).rows()).isEqualTo(5);
        assertThat(pass.rows(4, 1).rows()).isEqualTo(1);
    }

    @Test
    void aPassHasOutputsAndGradientsOfItsLayersAndNoMore() {
        Mlp network = network(Head.NONE, Activation.IDENTITY, 2, 3, 1);
        int before = test.allocated().size();
        network.pass(4);
        assertThat(test.allocated().stream().skip(before).map(Tensor::cols)).containsExactly(3, 1, 3, 1);
    }

    @Test
    void nothingIsAllocatedAfterAPassWasMade() {
        Mlp network = network(new Head(2, -1, 1), Activation.TANH, 2, 3, 1);
        Pass pass = network.pass(2);
        Tensor x = backend.allocate(2, 2);
        Tensor input = backend.allocate(2, 2);
        test.takeOperations();
        network.pass(2).forward(x);
        pass.backward(x, Store.OVERWRITE, input, Activation.IDENTITY, x);
        assertThat(test.takeOperations()).doesNotContain("allocate");
    }

    private Mlp network(Head head, Activation last, int... sizes) {
        Parameters parameters = Parameters.allocate(backend, NetworkShape.of(Activation.RELU, last, sizes));
        new Initializer.GlorotUniform().initialize(parameters, 7, 0);
        return new Mlp(parameters, head);
    }

    private void applyLoss(Pass pass) {
        Tensor target = backend.allocate(pass.rows(), pass.output().cols());
        backend.fill(target, 1);
        Tensor losses = backend.allocate(pass.rows(), pass.output().cols());
        backend.squaredError(pass.output(), target, 0.5f, losses, pass.outputGradient());
    }
}
