package joust.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import joust.backend.NearestName;
import joust.gan.ConfigException;
import joust.gan.Default;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns YAML nodes into configuration records, whose components are the schema; every fault names its key and line. */
final class RecordReader {
    private final String source;

    RecordReader(String source) {
        this.source = source;
    }

    <T extends Record> T read(Node root, Class<T> type) {
        return type.cast(record(type, root, "", false));
    }

    private Object value(Type type, Node node, String path) {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0], node, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, node, path, false);
        }
        return plain.isSealed() && plain.isInterface() ? variant(plain, node, path) : scalar(plain, node, path);
    }

    private List<Object> list(Type type, Node node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault(node, path, describe(node), "a list");
        }
        List<Object> values = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            values.add(value(type, entry, path + "[" + values.size() + "]"));
        }
        return values;
    }

    private Object variant(Class<?> type, Node node, String path) {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        Arrays.stream(type.getPermittedSubclasses()).forEach(c -> kinds.put(SchemaNames.kebab(c.getSimpleName()), c));
        Node kind = entries(node, path).get(SchemaNames.KIND);
        String key = join(path, SchemaNames.KIND);
        if (kind == null) {
            throw fault(node, key, "missing", "one of " + String.join(", ", kinds.keySet()));
        }
        return record(kinds.get(word(kind, key, kinds.keySet().stream().toList())), node, path, true);
    }

    private Object record(@Nullable Class<?> type, Node node, String path, boolean isVariant) {
        if (type == null) {
            throw new IllegalStateException("configuration: " + path + " has no type");
        }
        Map<String, Node> entries = entries(node, path);
        RecordComponent[] components = type.getRecordComponents();
        checkKeys(entries, components, path, isVariant);
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = component(components[i], entries.get(components[i].getName()), node, path);
        }
        return construct(type, types, values, node, path);
    }

    private void checkKeys(Map<String, Node> entries, RecordComponent[] components, String path, boolean isVariant) {
        List<String> valid = new ArrayList<>(isVariant ? List.of(SchemaNames.KIND) : List.of());
        Stream.of(components).map(RecordComponent::getName).forEach(valid::add);
        entries.forEach((key, value) -> {
            if (!valid.contains(key)) {
                String nearest = valid.isEmpty() ? "no keys here" : "'" + NearestName.of(key, valid) + "' perhaps";
                throw fault(
                        value,
                        join(path, key),
                        "unknown key with value " + describe(value),
                        nearest + " (keys here: " + String.join(", ", valid) + ")");
            }
        });
    }

    private @Nullable Object component(RecordComponent component, @Nullable Node given, Node parent, String path) {
        String key = join(path, component.getName());
        Default otherwise = component.getAnnotation(Default.class);
        if (given == null && otherwise == null) {
            throw fault(parent, key, "missing", "a value");
        }
        boolean nullable = otherwise != null && otherwise.value().equals("null");
        Node node = given;
        if (node == null && !nullable) {
            node = ConfigYaml.compose(otherwise.value(), "default of " + key).orElseThrow();
        }
        return node == null || (nullable && isNull(node)) ? null : value(component.getGenericType(), node, key);
    }

    private Object construct(Class<?> type, Class<?>[] types, @Nullable Object[] values, Node node, String path) {
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ConfigException fault) {
                String message = join(path, fault.key()) + ": " + fault.value() + ", expected " + fault.expected();
                throw new UsageException(at(find(node, fault.key())) + message, fault);
            }
            throw new IllegalStateException("configuration: " + type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("configuration: " + type + " cannot be made", e);
        }
    }

    /** The value of a key below a node, or the innermost node around it that was given. */
    private static Node find(Node node, String key) {
        Node found = node;
        for (String step : key.split("[.\\[\\]]+")) {
            Optional<Node> next = below(found, step);
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }

    private static Optional<Node> below(Node node, String step) {
        return switch (node) {
            case SequenceNode list -> Optional.of(list.getValue().get(Integer.parseInt(step)));
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(step))
                        .map(NodeTuple::getValueNode)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private Map<String, Node> entries(Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, path.isEmpty() ? "the file" : path, describe(node), "keys with values");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : describe(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw fault(tuple.getKeyNode(), join(path, key), "given twice", "each key once");
            }
        }
        return entries;
    }

    private Object scalar(Class<?> type, Node node, String path) {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault(node, path, describe(node), ScalarType.expected(type));
        }
        if (type.isEnum()) {
            return constant(type, scalar, path);
        }
        return ScalarType.parse(type, scalar)
                .orElseThrow(() -> fault(scalar, path, describe(scalar), ScalarType.expected(type)));
    }

    private Object constant(Class<?> type, ScalarNode node, String path) {
        Object[] constants = type.getEnumConstants();
        List<String> names = Stream.of(constants)
                .map(c -> SchemaNames.kebab(((Enum<?>) c).name()))
                .toList();
        return constants[names.indexOf(word(node, path, names))];
    }

    private String word(Node node, String path, List<String> valid) {
        String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!valid.contains(word)) {
            throw fault(
                    node,
                    path,
                    describe(node),
                    "'" + NearestName.of(word, valid) + "' perhaps (one of " + String.join(", ", valid) + ")");
        }
        return word;
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && ScalarType.isNull(scalar);
    }

    private static String describe(Node node) {
        return switch (node) {
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            case SequenceNode sequence -> "a list of " + sequence.getValue().size();
            default -> "a mapping";
        };
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private UsageException fault(Node node, String key, String found, String expected) {
        return new UsageException(at(node) + key + ": " + found + ", expected " + expected);
    }

    private String at(Node node) {
        return node.getStartMark()
                .map(mark -> mark.getName() + ": line " + (mark.getLine() + 1) + ": ")
                .orElse(source + ": ");
    }
}
