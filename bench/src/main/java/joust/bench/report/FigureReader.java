package joust.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import joust.io.FileFormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads what {@link FigureJson} writes; keys that it does not know are left aside. */
public final class FigureReader {
    private final Path file;

    private FigureReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a run.
     *
     * @throws FileFormatException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static RunResults read(Path file) throws IOException {
        return new FigureReader(file).parse(Files.readString(file));
    }

    private RunResults parse(String text) throws IOException {
        List<Map<String, Object>> objects = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            require(json, json.nextToken() == JsonToken.START_ARRAY, "an array of figures");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                objects.add(object(json));
            }
            require(json, json.currentToken() == JsonToken.END_ARRAY, "an array of objects");
        } catch (JacksonException e) {
            throw new FileFormatException(
                    file.toString(), "figures", "the JSON of joust bench", e.getOriginalMessage(), e);
        }
        require(!objects.isEmpty(), "at least one figure", "none");
        List<Figure> figures = new ArrayList<>();
        for (Map<String, Object> values : objects) {
            figures.add(figure(values));
        }
        return new RunResults(facts(objects), figures);
    }

    private Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> values = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            Object value = value(json, json.nextToken());
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private @Nullable Object value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case START_ARRAY -> numbers(json);
            case VALUE_NULL -> null;
            default -> throw unexpected("texts, numbers and an array of numbers", name(token));
        };
    }

    private List<Double> numbers(JsonParser json) throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json, json.currentToken() != null && json.currentToken().isNumeric(), "an array of numbers");
            numbers.add(json.getDoubleValue());
        }
        return numbers;
    }

    private Figure figure(Map<String, Object> values) throws IOException {
        double score = number(values, "score");
        require(Double.isFinite(score), "a number 'score' in every figure", found(values, "score"));
        return new Figure(
                text(values, "suite"),
                text(values, "case"),
                text(values, "implementation"),
                (int) number(values, "threads"),
                text(values, "unit"),
                numbers(values, "forks", List.of(score)),
                numbers(values, "fastest", List.of()),
                number(values, "peak"),
                number(values, "flopsPerByte"),
                number(values, "launches"));
    }

    private static List<Double> numbers(Map<String, Object> values, String name, List<Double> otherwise) {
        return values.get(name) instanceof List<?> list && !list.isEmpty()
                ? list.stream().map(Double.class::cast).toList()
                : otherwise;
    }

    private RunFacts facts(List<Map<String, Object>> objects) throws IOException {
        Map<String, String> devices = new HashMap<>();
        for (Map<String, Object> values : objects) {
            String device = optional(values, "device");
            if (!device.isEmpty()) {
                devices.put(text(values, "implementation"), device);
            }
        }
        Map<String, Object> first = objects.getFirst();
        return new RunFacts(
                optional(first, "processor"),
                optional(first, "jdk"),
                optional(first, "system"),
                optional(first, "commit"),
                optional(first, "date"),
                optional(first, "mode"),
                optional(first, "command"),
                devices);
    }

    private String text(Map<String, Object> values, String name) throws IOException {
        require(values.get(name) instanceof String, "a text '" + name + "' in every figure", found(values, name));
        return optional(values, name);
    }

    private static String optional(Map<String, Object> values, String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    private static double number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Double number ? number : Double.NaN;
    }

    private static String found(Map<String, Object> values, String name) {
        return values.containsKey(name) ? "'" + values.get(name) + "'" : "a figure without it";
    }

    private void require(JsonParser json, boolean condition, String expected) throws FileFormatException {
        require(condition, expected, name(json.currentToken()));
    }

    private void require(boolean condition, String expected, String found) throws FileFormatException {
        if (!condition) {
            throw unexpected(expected, found);
        }
    }

    /** What a reader of JSON met, in words. */
    private static String name(@Nullable JsonToken token) {
        if (token == null) {
            return "the end of the file";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> token.asString();
            default -> token.name();
        };
    }

    private FileFormatException unexpected(String expected, String found) {
        return new FileFormatException(file.toString(), "figures", "the JSON of joust bench, " + expected, found);
    }
}
