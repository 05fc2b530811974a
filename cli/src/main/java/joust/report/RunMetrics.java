package joust.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import joust.io.FileFormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A run's {@code metrics.json} read back.
 *
 * @param values all but the diagnosis by key, as text; "null" where a number was not finite
 * @param diagnosis a map for each finding: symptom, evidence, remedy and settings as text
 * @param notJudged symptoms that cannot be ruled out
 */
record RunMetrics(Map<String, String> values, List<Map<String, String>> diagnosis, List<String> notJudged) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the file.
     *
     * @throws FileFormatException if it does not hold a run's metrics
     * @throws IOException if it cannot be read
     */
    static RunMetrics read(Path file) throws IOException {
        String text = TextFile.read(file);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            expect(file, json.nextToken(), JsonToken.START_OBJECT);
            Map<String, String> values = new LinkedHashMap<>();
            List<Map<String, String>> diagnosis = new ArrayList<>();
            List<String> notJudged = new ArrayList<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals("diagnosis")) {
                    expect(file, value, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        diagnosis.add(finding(file, json));
                    }
                } else if (key.equals("notJudged")) {
                    expect(file, value, JsonToken.START_ARRAY);
                    notJudged.addAll(texts(file, json));
                } else {
                    values.put(key, scalar(file, json));
                }
            }
            expect(file, json.currentToken(), JsonToken.END_OBJECT);
            return new RunMetrics(values, diagnosis, notJudged);
        } catch (JacksonException e) {
            throw new FileFormatException(file.toString(), "text", "JSON", e.getOriginalMessage(), e);
        }
    }

    private static Map<String, String> finding(Path file, JsonParser json) throws FileFormatException {
        Map<String, String> finding = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                finding.put(key, String.join("\n", texts(file, json)));
            } else {
                finding.put(key, scalar(file, json));
            }
        }
        expect(file, json.currentToken(), JsonToken.END_OBJECT);
        return finding;
    }

    private static List<String> texts(Path file, JsonParser json) throws FileFormatException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(scalar(file, json));
        }
        return texts;
    }

    private static String scalar(Path file, JsonParser json) throws FileFormatException {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue()) {
            throw new FileFormatException(
                    file.toString(), String.valueOf(json.currentName()), "a number or text", String.valueOf(token));
        }
        return json.getString();
    }

    private static void expect(Path file, JsonToken found, JsonToken expected) throws FileFormatException {
        if (found != expected) {
            throw new FileFormatException(
                    file.toString(), "text", "a JSON object with a list diagnosis", String.valueOf(found));
        }
    }
}
