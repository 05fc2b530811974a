package joust.bench;

import joust.data.FiniteSamples;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The {@code mnist} preset's step with gradients written out, nothing allocated but views. */
final class TorchGanByHand implements TorchGan {
    private static final int ROWS = TorchBatches.ROWS;

    final TorchMlp generator = new TorchMlp(TorchBatches.NOISE, 256, 512, TorchBatches.PIXELS);
    final TorchMlp discriminator = new TorchMlp(TorchBatches.PIXELS, 512, 256, 1);

    private final TorchBatches batches;
    private final Tensor logitsOfBoth = torch.empty(2 * ROWS, 1);
    private final Tensor logitsOfGenerated = torch.empty(ROWS, 1);
    private final TorchPass generate;
    private final TorchPass judgeBoth;
    private final TorchPass judgeGenerated;
    private final Tensor labels = torch.zeros(2 * ROWS, 1);
    private final Scalar one = new Scalar(1.0);
    private final Scalar overBoth = new Scalar(1.0 / (2 * ROWS));
    private final Scalar overGenerated = new Scalar(1.0 / ROWS);
    private final TorchAdam generatorAdam = new TorchAdam(1e-3, 0.9, 0.999, 1e-7, generator.parameters);
    private final TorchAdam discriminatorAdam = new TorchAdam(1e-3, 0.9, 0.999, 1e-7, discriminator.parameters);
    private final IValue generatorGradients = generatorAdam.list(generator.gradients);
    private final IValue discriminatorGradients = discriminatorAdam.list(discriminator.gradients);

    TorchGanByHand(FiniteSamples images) {
        batches = new TorchBatches(images);
        generate = new TorchPass(generator, batches.noise, batches.generated);
        judgeBoth = new TorchPass(discriminator, batches.both, logitsOfBoth);
        judgeGenerated = new TorchPass(discriminator, batches.generated, logitsOfGenerated);
        labels.narrow(0, 0, ROWS).fill_(one);
    }

    @Override
    public void step() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            updateDiscriminator();
            updateGenerator();
        }
    }

    private void updateDiscriminator() {
        batches.drawReal();
        generate();
        judgeBoth.forward();
        Tensor gradient = judgeBoth.outputGradient();
        torch.sigmoid_out(gradient, logitsOfBoth);
        gradient.sub_(labels);
        gradient.mul_(overBoth);
        judgeBoth.backward();
        discriminatorAdam.step(discriminatorGradients);
    }

    private void updateGenerator() {
        generate();
        judgeGenerated.forward();
        Tensor gradient = judgeGenerated.outputGradient();
        torch.sigmoid_out(gradient, logitsOfGenerated);
        gradient.sub_(one);
        gradient.mul_(overGenerated);
        judgeGenerated.backwardToInput();
        torch.sigmoid_backward_out(generate.outputGradient(), judgeGenerated.inputGradient(), batches.generated);
        generate.backward();
        generatorAdam.step(generatorGradients);
    }

    private void generate() {
        batches.drawNoise();
        generate.forward();
        torch.sigmoid_(batches.generated);
    }

    @Override
    public float[] parameters() {
        return TorchRuntime.values(torch.cat(
                new TensorVector(generator.parameters, discriminator.parameters)));
    }
}
