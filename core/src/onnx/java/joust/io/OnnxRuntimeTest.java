package joust.io;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Samples;
import joust.gan.DataConfig;
import joust.gan.DataSources;
import joust.gan.Discriminator;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.GanTrainer;
import joust.gan.Generator;
import joust.gan.Presets;
import joust.gan.TrainingListener;
import joust.nn.Dense;
import joust.nn.Mlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * ONNX Runtime computes what Joust computes. Both accumulate in float32, in orders of their own, so they may differ by 8·ε·s per output:
 * s = 1 + the network in double on |weights|, |biases| and |inputs| with activations as identity, which bounds the terms of all sums.
 */
class OnnxRuntimeTest {
    private static final int ROWS = 1000;
    private static final double EPSILON = Math.ulp(1f);

    private final Backend backend = Backends.open("scalar");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        backend.close();
    }

    static List<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theGeneratorMakesTheSameSamples(String preset) throws IOException, OrtException {
        GanConfig config = Presets.get(preset);
        Path file = folder.resolve("generator.onnx");
        try (GanNetworks networks = trained(config);
                Generator generator = Generator.of(networks, config);
                Mlp network = networks.samplingNetwork()) {
            OnnxFile.writeGenerator(file, networks);
            float[] noise = inputs(network.shape().inputs());
            float[] expected = generator.transform(noise);
            assertClose(run(file, noise, network), expected, bounds(network, noise));
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theDiscriminatorJudgesTheSame(String preset) throws IOException, OrtException {
        GanConfig config = Presets.get(preset);
        Path file = folder.resolve("discriminator.onnx");
        try (GanNetworks networks = trained(config);
                Discriminator discriminator = new Discriminator(networks, config);
                Mlp network = networks.discriminatorNetwork()) {
            OnnxFile.writeDiscriminator(file, networks, config);
            int packing = config.batch().packing();
            float[] rows = inputs(network.shape().inputs() / packing);
            double[] judged = discriminator.judge(rows);
            float[] packs = packs(rows, packing);
            float[] expected = new float[ROWS];
            double[] all = bounds(network, packs);
            double[] bounds = new double[ROWS];
            int outputs = network.shape().outputs();
            for (int row = 0; row < ROWS; row++) {
                expected[row] = (float) judged[row];
                for (int output = 0; output < outputs; output++) {
                    bounds[row] += all[row * outputs + output];
                }
            }
            assertClose(run(file, packs, network), expected, bounds);
        }
    }

    /** A few steps from their beginning, where the data are at hand, so that no weight is where it was drawn. */
    private GanNetworks trained(GanConfig config) {
        GanNetworks networks = GanNetworks.initialize(backend, config);
        if (config.data() instanceof DataConfig.Idx || config.data() instanceof DataConfig.FashionMnist) {
            return networks;
        }
        Samples samples = DataSources.open(config.data()).training();
        try (GanTrainer trainer = new GanTrainer(backend, config, samples)) {
            trainer.train(20, TrainingListener.NONE);
            networks.state()
                    .arenas()
                    .forEach((name, arena) ->
                            arena.copyFrom(trainer.networks().state().arenas().get(name)));
            networks.state().restore(Map.of());
        }
        return networks;
    }

    /** Packs of equal rows, as a discriminator of packs judges a row. */
    private static float[] packs(float[] rows, int packing) {
        int columns = rows.length / ROWS;
        float[] packs = new float[rows.length * packing];
        for (int pack = 0; pack < ROWS; pack++) {
            for (int i = 0; i < packing; i++) {
                System.arraycopy(rows, pack * columns, packs, (pack * packing + i) * columns, columns);
            }
        }
        return packs;
    }

    private static float[] inputs(int columns) {
        float[] values = new float[ROWS * columns];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] run(Path file, float[] inputs, Mlp network) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {ROWS, network.shape().inputs()};
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs), shape);
                OrtSession.Result result =
                        session.run(Map.of(session.getInputNames().iterator().next(), input))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            float[] values = new float[output.getFloatBuffer().remaining()];
            output.getFloatBuffer().get(values);
            return values;
        }
    }

    private static double[] bounds(Mlp network, float[] inputs) {
        double[] values = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            values[i] = Math.abs(inputs[i]);
        }
        for (Dense layer : network.layers()) {
            values = absolute(layer, values);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + Math.abs(network.head().scale()) * values[i];
        }
        return values;
    }

    private static double[] absolute(Dense layer, double[] inputs) {
        int in = layer.weight().rows();
        int out = layer.weight().cols();
        float[] weight = new float[in * out];
        float[] bias = new float[out];
        layer.backend().download(layer.weight(), weight, 0);
        layer.backend().download(layer.bias(), bias, 0);
        double[] outputs = new double[ROWS * out];
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < out; j++) {
                outputs[row * out + j] = Math.abs(bias[j]);
            }
            for (int k = 0; k < in; k++) {
                for (int j = 0; j < out; j++) {
                    outputs[row * out + j] += inputs[row * in + k] * Math.abs(weight[k * out + j]);
                }
            }
        }
        return outputs;
    }

    private static void assertClose(float[] found, float[] expected, double[] bounds) {
        assertThat(found).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            double error = Math.abs((double) found[i] - expected[i]) / (EPSILON * bounds[i]);
            worst = Math.max(worst, error);
            assertThat(error)
                    .as("output %s: %s, expected %s", i, found[i], expected[i])
                    .isLessThanOrEqualTo(8);
        }
        System.out.println("greatest difference: " + worst + " of 8 ε s");
    }
}
