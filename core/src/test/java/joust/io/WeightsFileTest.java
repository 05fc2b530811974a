package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.CheckedBackend;
import joust.nn.Arena;
import joust.nn.Initializer;
import joust.nn.NetworkShape;
import joust.nn.Parameters;
import joust.scalar.ScalarProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    private final Backend backend =
            CheckedBackend.wrap(new ScalarProvider().open(BackendName.parse("scalar"), BackendOptions.DEFAULT));

    @TempDir
    private Path folder;

    private Path file;
    private Parameters generator;
    private Parameters discriminator;

    @BeforeEach
    void writeTwoNetworks() throws IOException {
        file = folder.resolve("weights.safetensors");
        generator = parameters(3, 0, 2, 5, 3);
        discriminator = parameters(3, 1, 3, 1);
        WeightsFile.write(file, networks(generator, discriminator), Map.of("preset", "toy2d"));
    }

    @Test
    void tensorsAreNamedAndShapedByNetworkAndLayer() throws IOException {
        Map<String, int[]> tensors = PlainSafeTensors.tensors(file);
        assertThat(tensors.keySet())
                .containsExactly(
                        "generator.0.weight[2,5]",
                        "generator.0.bias[5]",
                        "generator.1.weight[5,3]",
                        "generator.1.bias[3]",
                        "discriminator.0.weight[3,1]",
                        "discriminator.0.bias[1]");
        int[] weight = new int[15];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Float.floatToRawIntBits(generator.values().readWeight(1)[i]);
        }
        assertThat(tensors.get("generator.1.weight[5,3]")).containsExactly(weight);
        assertThat(SafeTensors.read(file).metadata()).isEqualTo(Map.of("preset", "toy2d"));
    }

    @Test
    void networksComeBackWithTheSameHashes() throws IOException {
        Parameters generatorAgain = parameters(4, 0, 2, 5, 3);
        Parameters discriminatorAgain = parameters(4, 1, 3, 1);
        WeightsFile.load(SafeTensors.read(file), networks(generatorAgain, discriminatorAgain));
        assertThat(generatorAgain.sha256()).isEqualTo(generator.sha256());
        assertThat(discriminatorAgain.sha256()).isEqualTo(discriminator.sha256());
    }

    @Test
    void oneNetworkOfAFileMayBeRead() throws IOException {
        Parameters again = parameters(4, 1, 3, 1);
        WeightsFile.load(SafeTensors.read(file), Map.of("discriminator", again.values()));
        assertThat(again.sha256()).isEqualTo(discriminator.sha256());
    }

    @Test
    void aNetworkOfAnotherShapeIsAnErrorAndNoneIsTouched() throws IOException {
        Parameters fits = parameters(4, 0, 2, 5, 3);
        String hash = fits.sha256();
        Map<String, Arena> networks = networks(fits, parameters(4, 1, 4, 1));
        SafeTensors content = SafeTensors.read(file);
        assertThatThrownBy(() -> WeightsFile.load(content, networks))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": tensor \"discriminator.0.weight\": expected shape [4, 1], found shape [3, 1]");
        assertThat(fits.sha256()).isEqualTo(hash);
    }

    @Test
    void everyMissingSurplusOrMisshapenTensorIsNamed() throws IOException {
        SafeTensors content = SafeTensors.read(file);
        Map<String, Arena> deeper =
                Map.of("discriminator", parameters(4, 1, 3, 2, 1).values());
        assertThatThrownBy(() -> WeightsFile.load(content, deeper))
                .hasMessage(file + ": tensor \"discriminator.0.weight\": expected shape [3, 2], found shape [3, 1]"
                        + "; tensor \"discriminator.0.bias\": expected shape [2], found shape [1]"
                        + "; tensor \"discriminator.1.weight\": expected shape [2, 1], found no such tensor"
                        + "; tensor \"discriminator.1.bias\": expected shape [1], found no such tensor");
        Map<String, Arena> flatter = Map.of("generator", parameters(4, 0, 2, 5).values());
        assertThatThrownBy(() -> WeightsFile.load(content, flatter))
                .hasMessage(file
                        + ": tensor \"generator.1.weight\": expected only tensors of a network 2-5, found one more"
                        + "; tensor \"generator.1.bias\": expected only tensors of a network 2-5, found one more");
        Map<String, Arena> other = Map.of("gen", parameters(4, 0, 2, 5).values());
        assertThatThrownBy(() -> WeightsFile.load(content, other))
                .hasMessageStartingWith(
                        file + ": tensor \"gen.0.weight\": expected shape [2, 5], found no such tensor");
    }

    @Test
    void faultsBeyondAHundredAreCounted() throws IOException {
        List<NamedTensor> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(new NamedTensor("gen." + i + ".gain", List.of(0), new float[0]));
        }
        SafeTensors content = new SafeTensors("many", many, Map.of());
        Map<String, Arena> other = Map.of("gen", parameters(4, 0, 2, 5).values());
        assertThatThrownBy(() -> WeightsFile.load(content, other))
                .message()
                .endsWith("; and 202 more")
                .hasSizeLessThan(12_000);
    }

    private Parameters parameters(long seed, int stream, int... sizes) {
        Parameters parameters =
                Parameters.allocate(backend, NetworkShape.of(Activation.RELU, Activation.IDENTITY, sizes));
        new Initializer.GlorotUniform().initialize(parameters, seed, stream);
        return parameters;
    }

    private static Map<String, Arena> networks(Parameters generator, Parameters discriminator) {
        Map<String, Arena> networks = new LinkedHashMap<>();
        networks.put("generator", generator.values());
        networks.put("discriminator", discriminator.values());
        return networks;
    }
}
