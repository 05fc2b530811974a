package joust.study;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import joust.gan.Metric;
import joust.io.AtomicFile;
import joust.io.FileFormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A run's result on the disk: {@code results/SYSTEM/LOSS/CURE/seed-N.json}, one object in one line, written whole or not at all. */
final class ResultFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long LARGEST = 1 << 16;

    private ResultFile() {}

    static Path of(Path study, StudyRun run) {
        StudyCell cell = run.cell();
        return study.resolve("results")
                .resolve(cell.system())
                .resolve(cell.loss())
                .resolve(cell.cure())
                .resolve("seed-" + run.seed() + ".json");
    }

    static void write(Path file, RunResult result) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
            json.writeNumberProperty("steps", result.steps());
            json.writeNumberProperty("seconds", result.seconds());
            json.writeStringProperty("arithmetic", result.arithmetic());
            for (Map.Entry<String, Double> metric : result.metrics().entrySet()) {
                StudyJson.number(json, metric.getKey(), metric.getValue());
            }
            json.writeEndObject();
        }
        Files.createDirectories(file.resolveSibling(""));
        AtomicFile.write(file, text.append('\n').toString().getBytes(UTF_8));
    }

    /**
     * Reads a result back.
     *
     * @throws FileFormatException if the file holds none
     * @throws IOException if it cannot be read
     */
    static RunResult read(Path file) throws IOException {
        Map<String, String> texts = scalars(file);
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            if (Metric.of(entry.getKey()).isPresent()) {
                String text = entry.getValue();
                metrics.put(entry.getKey(), text.equals("null") ? Double.NaN : number(file, entry.getKey(), text));
            }
        }
        return new RunResult(
                outcome(file, texts.get("outcome")),
                (long) number(file, "steps", texts.get("steps")),
                number(file, "seconds", texts.get("seconds")),
                texts.getOrDefault("arithmetic", ""),
                metrics);
    }

    private static RunResult.Outcome outcome(Path file, @Nullable String text) throws FileFormatException {
        for (RunResult.Outcome outcome : RunResult.Outcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).equals(text)) {
                return outcome;
            }
        }
        throw fault(file, "outcome", "complete, capped or diverged", String.valueOf(text));
    }

    private static double number(Path file, String key, @Nullable String text) throws FileFormatException {
        if (text == null || !text.matches("-?\\d[\\d.eE+-]*")) {
            throw fault(file, key, "a number", String.valueOf(text));
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new FileFormatException(file.toString(), key, "a number", text, e);
        }
    }

    private static Map<String, String> scalars(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw fault(file, "text", "a result below 64 KiB", Files.size(file) + " bytes");
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), Files.readString(file))) {
            Map<String, String> texts = new LinkedHashMap<>();
            JsonToken token = json.nextToken();
            if (token != JsonToken.START_OBJECT) {
                throw fault(file, "text", "a JSON object", String.valueOf(token));
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    throw fault(file, key, "a number or text", String.valueOf(json.currentToken()));
                }
                texts.put(key, json.getString());
            }
            return texts;
        } catch (JacksonException e) {
            throw new FileFormatException(file.toString(), "text", "JSON", e.getOriginalMessage(), e);
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file.toString(), "text", "UTF-8", "bytes that are none", e);
        }
    }

    private static FileFormatException fault(Path file, String place, String expected, String found) {
        return new FileFormatException(file.toString(), place, expected, found);
    }
}
