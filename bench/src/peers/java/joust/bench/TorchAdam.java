package joust.bench;

import java.util.Arrays;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch's fused Adam, {@code torch.optim.Adam(fused=True)} in Python. C++'s {@code torch::optim::Adam} has only the plain
 * one, three times slower, so the operator is called through the dispatcher.
 */
final class TorchAdam {
    private static final int GRADIENTS = 1;

    private final OperatorHandle operator = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
    private final TorchLists lists;
    private final Tensor steps = torch.zeros(new long[0]);
    private final Scalar one = new Scalar(1.0);
    private final IValue[] arguments;

    TorchAdam(double rate, double beta1, double beta2, double epsilon, Tensor... parameters) {
        int count = parameters.length;
        lists = new TorchLists(count);
        Tensor[] first = TorchRuntime.each(count, i -> torch.zeros_like(parameters[i]));
        Tensor[] second = TorchRuntime.each(count, i -> torch.zeros_like(parameters[i]));
        Tensor[] counters = TorchRuntime.each(count, i -> steps);
        arguments = new IValue[] {
            lists.of(parameters),
            new IValue(),
            lists.of(first),
            lists.of(second),
            new TorchLists(0).of(),
            lists.of(counters),
            new IValue(rate),
            new IValue(beta1),
            new IValue(beta2),
            new IValue(0.0), // weight decay
            new IValue(epsilon),
            new IValue(false), // AMSGrad
            new IValue(false), // maximize
            new IValue(),
            new IValue()
        };
    }

    /** One update. */
    void step(Tensor... gradients) {
        step(lists.of(gradients));
    }

    /** The gradients as {@link #step(IValue)} takes them, for those that stay where they are. */
    IValue list(Tensor... gradients) {
        return lists.of(gradients);
    }

    /** One update. */
    void step(IValue gradients) {
        steps.add_(one);
        IValue[] all = Arrays.copyOf(arguments, arguments.length);
        all[GRADIENTS] = gradients;
        operator.callBoxed(new IValueVector(all));
    }
}
