package joust.cli;

import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The plain values of a configuration: how they are read from text, and how a message names them. */
final class ScalarType {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, Double.class, float.class, Float.class);

    private ScalarType() {}

    /** The value, or empty if the text is none of that type; quoted text is only ever a string. */
    static Optional<Object> parse(Class<?> type, ScalarNode node) {
        String text = node.getValue();
        if (type == String.class) {
            return isNull(node) ? Optional.empty() : Optional.of(text);
        }
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return Optional.empty();
        }
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
        }
        return number(type, text);
    }

    private static Optional<Object> number(Class<?> type, String text) {
        try {
            if (type == int.class || type == Integer.class) {
                return Optional.of(Integer.parseInt(text));
            }
            if (WHOLE.contains(type)) {
                return Optional.of(Long.parseLong(text));
            }
            boolean decimal = text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
            if (REAL.contains(type) && decimal) {
                return Optional.of(
                        type == double.class || type == Double.class
                                ? (Object) Double.valueOf(text)
                                : (Object) Float.valueOf(text));
            }
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean isNull(ScalarNode node) {
        String text = node.getValue();
        return node.getScalarStyle() == ScalarStyle.PLAIN
                && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    /** What a message says was expected. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "a word";
        }
        if (WHOLE.contains(type)) {
            return "a whole number" + (type == int.class || type == Integer.class ? " below 2^31" : " below 2^63");
        }
        if (REAL.contains(type)) {
            return "a number";
        }
        return type == String.class ? "text" : "true or false";
    }
}
