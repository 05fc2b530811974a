package joust.gan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joust.backend.NearestName;

/** The systems that come with Joust, ready to train. */
public final class Presets {
    private static final Map<String, GanConfig> BY_NAME = Stream.of(
                    ImagePresets.digits(),
                    ImagePresets.digitsConditional(),
                    ImagePresets.mnist(),
                    ImagePresets.mnistTuned(),
                    ImagePresets.mnistSmooth(),
                    ImagePresets.fashion(),
                    LinePresets.gaussian1d(),
                    LinePresets.gaussian1dTuned(),
                    LinePresets.theory(),
                    LinePresets.toy1d(),
                    PlanePresets.toy2d(),
                    PlanePresets.ring8(),
                    PlanePresets.grid25())
            .collect(Collectors.toMap(
                    GanConfig::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));

    private Presets() {}

    /** The names, in the order in which a user should meet them. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * The preset of a name.
     *
     * @throws ConfigException if there is none, naming the nearest one
     */
    public static GanConfig get(String name) {
        Objects.requireNonNull(name, "name");
        GanConfig found = BY_NAME.get(name);
        if (found == null) {
            throw new ConfigException(
                    "preset",
                    name,
                    "one of " + String.join(", ", names()) + "; the nearest is " + NearestName.of(name, names()));
        }
        return found;
    }
}
