package joust.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the names of Java stand in YAML: components as they are, constants and variants in kebab-case. */
final class SchemaNames {
    /** The key that tells which variant of a sealed interface a mapping holds. */
    static final String KIND = "kind";

    private SchemaNames() {}

    /** {@code TruncatedNormal} and {@code TRUNCATED_NORMAL} become {@code truncated-normal}. */
    static String kebab(String name) {
        String spaced = name.contains("_") || name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', '-')
                : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        return spaced.toLowerCase(Locale.ROOT);
    }

    /** The variant's name if the class is one of a sealed interface. */
    static Optional<String> kindOf(Class<?> type) {
        return Stream.of(type.getInterfaces())
                .filter(Class::isSealed)
                .findFirst()
                .map(_ -> kebab(type.getSimpleName()));
    }

    static @Nullable Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("configuration: " + component + " cannot be read", e);
        }
    }
}
