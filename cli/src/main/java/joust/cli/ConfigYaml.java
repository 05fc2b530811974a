package joust.cli;

import java.util.Map;
import java.util.Optional;
import joust.gan.GanConfig;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A configuration as YAML. The records of {@code joust.gan} are the schema in both directions, so a key exists in a file
 * exactly if the trainer knows it. No object is ever made from a tag, and aliases of collections are refused.
 */
public final class ConfigYaml {
    private static final int LINE_WIDTH = 120;

    private ConfigYaml() {}

    /** The whole configuration; {@link #read} gives an equal one back. A study's configuration is written like a run's. */
    public static String write(Record config) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(LINE_WIDTH)
                .build();
        return new Dump(settings).dumpToString(RecordWriter.write(config));
    }

    /**
     * Reads a configuration.
     *
     * @param text the YAML
     * @param source the name of the file, for messages
     * @param overrides values that replace those of the text, by dotted path such as {@code generator.optimizer.beta1}
     * @throws UsageException naming file, line, key, the value found and what was expected
     */
    public static GanConfig read(String text, String source, Map<String, String> overrides) {
        return read(text, source, overrides, GanConfig.class, "a configuration; joust presets NAME prints one");
    }

    /** As {@link #read(String, String, Map)}, for any record of configurations; {@code expected} is what a file of nothing should hold. */
    static <T extends Record> T read(
            String text, String source, Map<String, String> overrides, Class<T> type, String expected) {
        Node root =
                compose(text, source).orElseThrow(() -> new UsageException(source + ": empty, expected " + expected));
        Node changed = root;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            String key = override.getKey();
            Node value = compose(override.getValue(), "--set " + key).orElseGet(() -> composeNull(key));
            changed = NodeOverride.set(changed, key, value);
        }
        return new RecordReader(source).read(changed, type);
    }

    private static Node composeNull(String key) {
        return compose("null", "--set " + key).orElseThrow();
    }

    static Optional<Node> compose(String text, String source) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> ": line " + (mark.getLine() + 1))
                    .orElse("");
            String context = e.getContext() == null || e.getContext().isBlank() ? "" : e.getContext() + ": ";
            throw new UsageException(source + line + ": " + context + e.getProblem() + ", expected YAML", e);
        } catch (YamlEngineException e) {
            throw new UsageException(
                    source + ": " + e.getMessage() + ", expected YAML without aliases of lists or mappings", e);
        } catch (StackOverflowError e) {
            throw new UsageException(source + ": nested too deeply, expected a configuration", e);
        }
    }
}
