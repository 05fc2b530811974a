package joust.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import joust.gan.ConfigException;
import joust.gan.GanConfig;
import joust.gan.Presets;
import joust.study.StudyConfig;
import joust.study.StudySystem;
import org.jspecify.annotations.Nullable;

/**
 * A study and what its systems are.
 *
 * @param systems in the study's order
 */
record StudySource(StudyConfig study, List<GanConfig> systems) {
    /**
     * Reads a study's file, or takes the study that comes with Joust; a system's file is looked for beside the study's.
     *
     * @param data where all systems read their rows, or null to leave it to each
     * @throws UsageException if a file cannot be read, or holds something wrong
     */
    static StudySource read(@Nullable Path file, Map<String, String> overrides, @Nullable String data) {
        StudyConfig study = study(file, overrides);
        Path folder = file == null ? Path.of("") : file.resolveSibling("");
        List<GanConfig> systems = new ArrayList<>();
        for (StudySystem system : study.systems()) {
            String word = system.config();
            boolean preset = Presets.names().contains(word);
            GanConfig config =
                    ConfigSource.read(preset ? word : folder.resolve(word).toString(), Map.of());
            systems.add(data == null ? config : from(data, config, word));
        }
        return new StudySource(study, systems);
    }

    private static GanConfig from(String data, GanConfig config, String system) {
        try {
            return config.withDataPath(data).withDataFrom(Path.of(""));
        } catch (ConfigException e) {
            throw e.within(system);
        }
    }

    private static StudyConfig study(@Nullable Path file, Map<String, String> overrides) {
        if (file == null) {
            StudyConfig own = StudyConfig.ofCures();
            return overrides.isEmpty() ? own : parse(ConfigYaml.write(own), "study " + own.name(), overrides);
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + ": no such file, expected a study in YAML; joust study --print prints one");
        }
        return parse(ConfigSource.text(file), file.toString(), overrides);
    }

    private static StudyConfig parse(String text, String source, Map<String, String> overrides) {
        return ConfigYaml.read(text, source, overrides, StudyConfig.class, "a study; joust study --print prints one");
    }

    /** The study with its systems as files of its own folder, so that it is the same whatever becomes of presets. */
    StudyConfig complete() {
        List<StudySystem> files = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            files.add(
                    new StudySystem(file(systems.get(i)), study.systems().get(i).steps()));
        }
        return new StudyConfig(
                study.name(),
                study.description(),
                files,
                study.losses(),
                study.cures(),
                study.seeds(),
                study.metrics(),
                study.secondsPerRun());
    }

    /** The name of a system's file in the study's folder. */
    static String file(GanConfig system) {
        return "systems/" + system.name() + ".yaml";
    }
}
