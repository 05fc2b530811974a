package joust.gan.diagnosis;

import java.util.Arrays;
import java.util.List;
import joust.backend.Tensor;

/** The first operation of a replay whose result holds a number that is not finite; ends the replay. */
final class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final transient List<Tensor> tensors;
    private final float number;

    NonFiniteException(String operation, Object[] arguments, float number) {
        super(operation + " gave " + number);
        this.operation = operation;
        this.tensors = Arrays.stream(arguments)
                .filter(Tensor.class::isInstance)
                .map(Tensor.class::cast)
                .toList();
        this.number = number;
    }

    /** The method of {@link joust.backend.Backend}. */
    String operation() {
        return operation;
    }

    /** All tensors among its arguments. */
    List<Tensor> tensors() {
        return tensors;
    }

    /** NaN or infinite. */
    float number() {
        return number;
    }
}
