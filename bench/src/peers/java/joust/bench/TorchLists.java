package joust.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.Function;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Makes lists of a fixed number of tensors for PyTorch's dispatcher: a line of TorchScript, as the binding has no way. */
final class TorchLists {
    /** Owns the function. */
    private final CompilationUnit unit;

    private final Function pack;

    TorchLists(int size) {
        String names = IntStream.range(0, size).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
        String typed = IntStream.range(0, size).mapToObj(i -> "t" + i + ": Tensor").collect(Collectors.joining(", "));
        unit = torch.compile("def pack(" + typed + ") -> List[Tensor]:\n    return [" + names + "]\n");
        pack = unit.get_function(new QualifiedName("pack"));
    }

    /** A list of the tensors. */
    IValue of(Tensor... tensors) {
        IValueVector stack = new IValueVector();
        for (Tensor tensor : tensors) {
            stack.push_back(new IValue(tensor));
        }
        pack.run(stack);
        return new IValue(stack.get(0));
    }
}
