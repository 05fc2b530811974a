package joust.backend.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;
import joust.backend.Backend;
import joust.backend.HostTensor;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/** A call on its way to a sound backend, and what may be done to it. */
final class SabotagedCall {
    private final Backend sound;
    private final Method method;
    private final Object[] arguments;
    private @Nullable Object answer;

    SabotagedCall(Backend sound, Method method, Object[] arguments) {
        this.sound = sound;
        this.method = method;
        this.arguments = arguments.clone();
    }

    Backend sound() {
        return sound;
    }

    /** What the caller gets. */
    @Nullable
    Object answer() {
        return answer;
    }

    Object argument(int index) {
        return arguments[index];
    }

    Tensor tensor(int index) {
        return (Tensor) arguments[index];
    }

    /** The last tensor, which of most operations is the output. */
    Tensor output() {
        return tensor(arguments.length - 1);
    }

    /** Replaces an argument. */
    SabotagedCall with(int index, Object argument) {
        arguments[index] = argument;
        return this;
    }

    /** The content of a tensor. */
    float[] read(Tensor tensor) {
        float[] values = new float[tensor.size()];
        sound.download(tensor, values, 0);
        return values;
    }

    /** Lets the sound backend compute. */
    void proceed() {
        try {
            answer = method.invoke(sound, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the sound backend refused: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the content of a tensor behind the backend's back, so that no count of writes tells. */
    static void write(Tensor tensor, float... values) {
        System.arraycopy(values, 0, HostTensor.arrayOf(tensor), HostTensor.startOf(tensor), tensor.size());
    }

    /** Changes one number; positions outside of the tensor reach its neighbours in the root, if there are any. */
    static void spoil(Tensor tensor, int position, UnaryOperator<Float> change) {
        float[] array = HostTensor.arrayOf(tensor);
        int index = HostTensor.startOf(tensor) + position;
        if (index >= 0 && index < array.length) {
            array[index] = change.apply(array[index]);
        }
    }

    /** Changes every number. */
    static void spoilAll(Tensor tensor, UnaryOperator<Float> change) {
        for (int i = 0; i < tensor.size(); i++) {
            spoil(tensor, i, change);
        }
    }
}
