package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import joust.fuzz.HostileFile;
import joust.gan.Presets;

/** Configurations in YAML. */
public final class ConfigFuzz {
    private static final HostileFile FILE = new HostileFile(20_000, UsageException.class);

    private ConfigFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        isRead(data);
    }

    /** Whether it could be read. */
    public static boolean isRead(byte[] data) {
        return FILE.survives("config.yaml", data, file -> ConfigSource.read(file, Map.of()));
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        Stream<String> presets = Presets.names().stream().map(name -> ConfigYaml.write(Presets.get(name)));
        Stream<String> tricks = Stream.of(
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]",
                "name: !!java.io.File [/etc/passwd]\n",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                "a: &a [*a]\n",
                "%YAML 1.1\n%TAG ! tag:yaml.org,2002:\n---\n!!binary aGVsbG8=\n",
                "[".repeat(2000),
                "{a: ".repeat(2000),
                "steps: 1e999999999\nseed: 0x" + "f".repeat(5000) + "\n",
                "name: \"\\U0010ffff\\0\"\n---\nsecond: 1\n");
        return Stream.concat(presets, tricks).map(text -> text.getBytes(UTF_8)).toList();
    }
}
