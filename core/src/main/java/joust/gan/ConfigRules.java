package joust.gan;

import java.util.List;
import java.util.Locale;
import joust.backend.Activation;
import joust.backend.Loss;
import org.jspecify.annotations.Nullable;

/** What the parts of a {@link GanConfig} demand of each other. */
final class ConfigRules {
    private ConfigRules() {}

    static void check(
            DataConfig data,
            NoiseConfig noise,
            NetworkConfig generator,
            NetworkConfig discriminator,
            LossConfig loss,
            BatchConfig batch,
            UpdateConfig updates,
            @Nullable PreTrainingConfig preTraining) {
        checkDiscriminator(discriminator, loss);
        Check.require(
                !generator.spectralNorm(),
                "generator.spectralNorm",
                true,
                "false: the discriminator's weights can be normalised");
        int columns = generator.output().width();
        checkColumns(data, generator);
        Check.require(
                2L * batch.size() * noise.dimension() <= Integer.MAX_VALUE,
                "noise.dimension",
                noise.dimension(),
                "a dimension at which twice batch.size rows are at most " + Integer.MAX_VALUE + " numbers");
        int classes = batch.classes();
        checkSizes("generator", generator, noise.dimension() + classes, 2L * batch.size());
        checkSizes("discriminator", discriminator, batch.packing() * (columns + classes), 2L * batch.packs());
        checkData(data, batch, updates);
        Check.require(
                !batch.sortedReal() || columns == 1,
                "batch.sortedReal",
                true,
                "false with data of " + columns + " columns");
        if (preTraining != null) {
            Check.require(
                    data instanceof DataConfig.Gaussian, "preTraining", "present", "none unless data.kind is gaussian");
            Check.require(
                    batch.packing() == 1 && batch.classes() == 0,
                    "preTraining",
                    "present",
                    "none with batch.packing or batch.classes");
            Check.require(
                    loss.function().outputs() == 1, "preTraining", "present", "none with two-class-cross-entropy");
        }
    }

    /** Classes come from data that have them, packs of rows are none of density's business. */
    private static void checkData(DataConfig data, BatchConfig batch, UpdateConfig updates) {
        boolean labelled = switch (data) {
            case DataConfig.Digits _,
                    DataConfig.Idx _,
                    DataConfig.FashionMnist _,
                    DataConfig.Pictures _,
                    DataConfig.Csv _ -> true;
            case DataConfig.Gaussian _, DataConfig.MultivariateGaussian _, DataConfig.Ring _, DataConfig.Grid _ ->
                false;
        };
        Check.require(
                batch.classes() == 0 || labelled, "batch.classes", batch.classes(), "0: these data have no classes");
        Check.require(
                batch.classes() == 0 || updates.noise() == UpdateConfig.NoiseUse.FRESH,
                "batch.classes",
                batch.classes(),
                "0 with updates.noise shared: the generator draws classes of its own");
    }

    private static void checkDiscriminator(NetworkConfig discriminator, LossConfig loss) {
        LossFunction function = loss.function();
        LayerConfig output = discriminator.output();
        String last = "discriminator.layers[" + (discriminator.layers().size() - 1) + "]";
        Check.require(
                output.width() == function.outputs(),
                last + ".width",
                output.width(),
                function.outputs() + " with this loss.function");
        ClampConfig clamp = discriminator.clamp();
        if (function.onLogits()) {
            Check.require(
                    output.activation() == Activation.Kind.IDENTITY,
                    last + ".activation",
                    label(output.activation()),
                    "identity: this loss.function takes logits");
            Check.require(
                    clamp == null,
                    "discriminator.clamp",
                    String.valueOf(clamp),
                    "none: this loss.function takes logits");
        }
        Loss single = function.loss();
        if (single != null && single.onProbabilities()) {
            Check.require(
                    clamp != null && clamp.low() > 0 && clamp.high() < 1,
                    "discriminator.clamp",
                    String.valueOf(clamp),
                    "bounds within (0, 1): this loss.function takes probabilities");
        }
        Check.require(
                function != LossFunction.WASSERSTEIN
                        || discriminator.weightClip() != null
                        || discriminator.spectralNorm()
                        || loss.penalty() != null,
                "discriminator.weightClip",
                "none",
                "a number above 0 with loss.function wasserstein, or loss.penalty, or discriminator.spectralNorm");
        Check.require(
                loss.penalty() == null || clamp == null,
                "discriminator.clamp",
                String.valueOf(clamp),
                "none with loss.penalty");
    }

    /** Checks the generator's width where the configuration alone tells the columns of the data. */
    private static void checkColumns(DataConfig data, NetworkConfig generator) {
        int columns = switch (data) {
            case DataConfig.Digits _ -> 64;
            case DataConfig.Gaussian _ -> 1;
            case DataConfig.MultivariateGaussian gaussian -> gaussian.mean().size();
            case DataConfig.Ring _ -> 2;
            case DataConfig.Grid _ -> 2;
            case DataConfig.FashionMnist _ -> 784;
            case DataConfig.Idx _ -> generator.output().width();
            case DataConfig.Pictures _ -> generator.output().width();
            case DataConfig.Csv _ -> generator.output().width();
        };
        Check.require(
                generator.output().width() == columns,
                "generator.layers[" + (generator.layers().size() - 1) + "].width",
                generator.output().width(),
                columns + ", the columns of the data");
    }

    /** Weights and activations are tensors, whose size is an int. */
    private static void checkSizes(String network, NetworkConfig config, int inputs, long rows) {
        List<LayerConfig> layers = config.layers();
        long parameters = 0;
        long below = inputs;
        for (int i = 0; i < layers.size(); i++) {
            int width = layers.get(i).width();
            parameters += (below + 1) * width;
            Check.require(
                    Math.max(parameters, rows * width) <= Integer.MAX_VALUE,
                    network + ".layers[" + i + "].width",
                    width,
                    "a width at which the network's parameters, and its outputs for twice batch.size rows, are at most "
                            + Integer.MAX_VALUE + " numbers each");
            below = width;
        }
    }

    private static String label(Activation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
