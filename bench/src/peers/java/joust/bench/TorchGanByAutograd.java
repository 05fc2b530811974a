package joust.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import joust.data.FiniteSamples;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The {@code mnist} preset's step as PyTorch's users write it: linear layers and autograd, fused Adam, gradients set to none,
 * generated rows made without a graph for the discriminator, the discriminator frozen for the generator.
 */
final class TorchGanByAutograd implements TorchGan {
    private static final int ROWS = TorchBatches.ROWS;

    private final TorchBatches batches;
    private final Tensor[] generator;
    private final Tensor[] discriminator;
    private final TorchAdam generatorAdam;
    private final TorchAdam discriminatorAdam;
    private final Tensor labels = torch.zeros(2 * ROWS, 1);
    private final Tensor ones = torch.ones(ROWS, 1);

    /** Starts from the same parameters. */
    TorchGanByAutograd(TorchGanByHand start, FiniteSamples images) {
        batches = new TorchBatches(images);
        generator = leaves(start.generator);
        discriminator = leaves(start.discriminator);
        generatorAdam = new TorchAdam(1e-3, 0.9, 0.999, 1e-7, generator);
        discriminatorAdam = new TorchAdam(1e-3, 0.9, 0.999, 1e-7, discriminator);
        labels.narrow(0, 0, ROWS).copy_(ones);
    }

    /** Weights, outputs x inputs as PyTorch's linear layers have them, and biases in turn. */
    private static Tensor[] leaves(TorchMlp net) {
        List<Tensor> leaves = new ArrayList<>();
        for (int i = 0; i < net.layers(); i++) {
            leaves.add(net.transposedWeights[i].contiguous().clone());
            leaves.add(net.biases[i].clone());
        }
        leaves.forEach(leaf -> leaf.set_requires_grad(true));
        return leaves.toArray(Tensor[]::new);
    }

    @Override
    public void step() {
        try (PointerScope _ = new PointerScope()) {
            updateDiscriminator();
            updateGenerator();
        }
    }

    private void updateDiscriminator() {
        batches.drawReal();
        try (NoGradGuard _ = new NoGradGuard()) {
            batches.drawNoise();
            batches.generated.copy_(generate());
        }
        Tensor logits = layers(batches.both, discriminator);
        torch.binary_cross_entropy_with_logits(logits, labels).backward();
        update(discriminatorAdam, discriminator);
    }

    private void updateGenerator() {
        batches.drawNoise();
        setRequiresGradient(false);
        Tensor logits = layers(generate(), discriminator);
        torch.binary_cross_entropy_with_logits(logits, ones).backward();
        setRequiresGradient(true);
        update(generatorAdam, generator);
    }

    private Tensor generate() {
        return torch.sigmoid(layers(batches.noise, generator));
    }

    private static Tensor layers(Tensor input, Tensor[] leaves) {
        Tensor x = input;
        for (int i = 0; i < leaves.length; i += 2) {
            x = torch.linear(i == 0 ? x : torch.relu(x), leaves[i], leaves[i + 1]);
        }
        return x;
    }

    private void setRequiresGradient(boolean wanted) {
        for (Tensor leaf : discriminator) {
            leaf.set_requires_grad(wanted);
        }
    }

    private static void update(TorchAdam adam, Tensor[] leaves) {
        try (NoGradGuard _ = new NoGradGuard()) {
            adam.step(TorchRuntime.each(leaves.length, i -> leaves[i].grad()));
        }
        for (Tensor leaf : leaves) {
            leaf.mutable_grad().reset();
        }
    }

    @Override
    public float[] parameters() {
        Tensor[] flat = Stream.concat(Arrays.stream(generator), Arrays.stream(discriminator))
                .map(leaf -> leaf.dim() == 2 ? leaf.detach().t().contiguous().view(-1) : leaf.detach())
                .toArray(Tensor[]::new);
        return TorchRuntime.values(torch.cat(new TensorVector(flat)));
    }
}
