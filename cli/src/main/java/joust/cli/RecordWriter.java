package joust.cli;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a configuration record into the maps, lists and scalars of its YAML; absent components are left out. */
final class RecordWriter {
    private RecordWriter() {}

    static Map<String, Object> write(Record value) {
        Map<String, Object> map = new LinkedHashMap<>();
        SchemaNames.kindOf(value.getClass()).ifPresent(kind -> map.put(SchemaNames.KIND, kind));
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = SchemaNames.get(component, value);
            if (content != null) {
                map.put(component.getName(), plain(content));
            }
        }
        return map;
    }

    private static Object plain(Object content) {
        return switch (content) {
            case Record nested -> write(nested);
            // Java has one empty list, which the writer would give an alias, and the reader refuse.
            case List<?> list ->
                list.stream().map(RecordWriter::element).collect(Collectors.toCollection(ArrayList::new));
            case Enum<?> constant -> SchemaNames.kebab(constant.name());
            default -> content;
        };
    }

    private static Object element(@Nullable Object content) {
        if (content == null) {
            throw new IllegalArgumentException("configuration: a list holds null");
        }
        return plain(content);
    }
}
