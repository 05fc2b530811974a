package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import joust.backend.Activation;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

class MlpTest {
    private final TestBackend test = new TestBackend();

    @Test
    void aPassIsMadeOncePerNumberOfRows() {
        Mlp network = new Mlp(parameters(2, 3, 1));
        Pass ofFour = network.pass(4);
        Pass ofFive = network.pass(5);
        assertThat(network.pass(4)).isSameAs(ofFour);
        assertThat(network.pass(5)).isSameAs(ofFive).isNotSameAs(ofFour);
        assertThat(ofFour.rows()).isEqualTo(4);
        assertThat(ofFour.outputGradient().shape()).isEqualTo("4x1");
    }

    @Test
    void badNumbersOfRowsAreErrors() {
        Mlp network = new Mlp(parameters(2, 3, 40_000));
        assertThatThrownBy(() -> network.pass(0)).hasMessage("pass: rows is 0, expected at least 1");
        assertThatThrownBy(() -> network.pass(60_000))
                .hasMessage("pass: rows is 60000, expected at most 53687 for a layer with 40000 outputs");
    }

    @Test
    void theSameParametersMayStandBehindTwoHeads() {
        Parameters parameters = parameters(1, 1);
        test.write(parameters.weight(0), 3);
        Tensor x = test.tensor(1, 1, 1);
        assertThat(test.read(new Mlp(parameters).pass(1).forward(x))).containsExactly(3);
        Mlp clamped = new Mlp(parameters, Head.clamped(0, 1));
        assertThat(test.read(clamped.pass(1).forward(x))).containsExactly(1);
        assertThat(clamped.head()).isEqualTo(Head.clamped(0, 1));
        assertThat(clamped.parameters()).isSameAs(parameters);
        assertThat(clamped.shape()).isEqualTo(parameters.shape());
        assertThat(clamped.backend()).isSameAs(test.backend());
    }

    @Test
    void aMovingAverageCanBeEvaluatedInPlaceOfTheParameters() {
        Parameters parameters = parameters(1, 1);
        test.write(parameters.weight(0), 3);
        Arena average = parameters.allocateState();
        test.write(average.weight(0), 2);
        test.write(average.bias(0), 0.5f);
        Mlp network = new Mlp(parameters, average, Head.NONE);
        assertThat(test.read(network.pass(1).forward(test.tensor(1, 1, 10)))).containsExactly(20.5f);
    }

    @Test
    void valuesOfAnotherNetworkAreAnError() {
        Arena other = parameters(3, 2).allocateState();
        assertThatThrownBy(() -> new Mlp(parameters(2, 3), other, Head.NONE))
                .hasMessage("network: the values are those of a network 3-2, expected 2-3");
    }

    @Test
    void closingGivesThePassesBackAndKeepsTheParameters() {
        Parameters parameters = parameters(2, 3, 1);
        Mlp network = new Mlp(parameters, new Head(2, -1, 1));
        Pass pass = network.pass(2);
        network.close();
        assertThat(pass.output().isClosed()).isTrue();
        assertThat(pass.outputGradient().isClosed()).isTrue();
        assertThat(pass.sink().gradient().isClosed()).isTrue();
        assertThat(parameters.weight(0).isClosed()).isFalse();
        assertThat(network.pass(2)).isNotSameAs(pass);
    }

    @Test
    void layersAreOpenToWhoNeedsOne() {
        Parameters parameters = parameters(2, 3, 1);
        Mlp network = new Mlp(parameters);
        assertThat(network.layers()).hasSize(2);
        assertThat(network.layers().get(1).weight()).isSameAs(parameters.weight(1));
        assertThat(network.layers().get(1).biasGradient()).isSameAs(parameters.biasGradient(1));
    }

    private Parameters parameters(int... sizes) {
        return Parameters.allocate(test.backend(), NetworkShape.of(Activation.RELU, Activation.IDENTITY, sizes));
    }
}
