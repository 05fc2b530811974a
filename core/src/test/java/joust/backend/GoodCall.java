package joust.backend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call of one operation that passes every check, and what its documentation says about its tensors; tests replace
 * arguments of it by bad ones.
 *
 * @param arguments by parameter name; a {@link Shape} stands for a tensor to be allocated
 * @param writes the tensors whose versions rise
 * @param apart pairs that must share nothing, such as {@code "out a"}, first the one that the message names first
 * @param same pairs that may be the same range, but not overlap in part
 */
record GoodCall(Method method, Map<String, Object> arguments, Set<String> writes, Set<String> apart, Set<String> same) {
    /** A tensor to be allocated. */
    record Shape(int rows, int cols) {}

    private static final int ROOM = 30_000;

    /** The operation's name, with which its messages begin. */
    String operation() {
        return method.getName();
    }

    @Override
    public String toString() {
        return operation();
    }

    /** The names of the tensors among the arguments. */
    List<String> tensors() {
        return arguments.keySet().stream()
                .filter(name -> arguments.get(name) instanceof Shape)
                .toList();
    }

    /** The shape of one tensor argument. */
    Shape shapeOf(String name) {
        return (Shape) Objects.requireNonNull(arguments.get(name), name);
    }

    /** One tensor among made arguments. */
    static Tensor tensor(Map<String, Object> made, String name) {
        return (Tensor) Objects.requireNonNull(made.get(name), name);
    }

    /** A copy of the arguments with tensors of their own. */
    Map<String, Object> make(Backend backend) {
        Map<String, Object> made = new LinkedHashMap<>();
        arguments.forEach((name, value) ->
                made.put(name, value instanceof Shape shape ? backend.allocate(shape.rows(), shape.cols()) : value));
        return made;
    }

    /** The same with two tensors in one root, each at its offset. */
    Map<String, Object> make(Backend backend, String first, int firstOffset, String second, int secondOffset) {
        Map<String, Object> made = make(backend);
        Tensor root = backend.allocate(1, ROOM);
        made.put(first, view(backend, root, firstOffset, shapeOf(first)));
        made.put(second, view(backend, root, secondOffset, shapeOf(second)));
        return made;
    }

    private static Tensor view(Backend backend, Tensor root, int offset, Shape shape) {
        return backend.view(root, offset, shape.rows(), shape.cols());
    }

    /** Calls the operation; what it throws is thrown as it is. */
    void run(Backend backend, Map<String, Object> made) throws Throwable {
        try {
            method.invoke(backend, made.values().toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Builder call(String operation, Object... values) {
        return new Builder(operation, values);
    }

    /** A tensor to be allocated. */
    static Shape shape(int rows, int cols) {
        return new Shape(rows, cols);
    }

    static final class Builder {
        private final Method method;
        private final Map<String, Object> arguments = new LinkedHashMap<>();
        private final List<String> apart = new ArrayList<>();
        private final List<String> same = new ArrayList<>();

        private Builder(String operation, Object... values) {
            method = Stream.of(Backend.class.getMethods())
                    .filter(candidate -> candidate.getName().equals(operation))
                    .findFirst()
                    .orElseThrow();
            Parameter[] parameters = method.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                arguments.put(parameters[i].getName(), values[i]);
            }
        }

        Builder apart(String... pairs) {
            apart.addAll(Arrays.asList(pairs));
            return this;
        }

        Builder same(String... pairs) {
            same.addAll(Arrays.asList(pairs));
            return this;
        }

        GoodCall writes(String... outputs) {
            return new GoodCall(method, arguments, Set.of(outputs), Set.copyOf(apart), Set.copyOf(same));
        }
    }
}
