package joust.bench;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import joust.backend.Activation;
import joust.backend.NearestName;
import joust.data.DataException;
import joust.data.IdxFolder;
import org.openjdk.jmh.runner.options.Options;

/**
 * Refuses what JMH's {@code -p} gives in vain. JMH leaves a name aside that no benchmark has, and finds a wrong value in the fork
 * whose turn it is.
 */
final class ParameterCheck {
    private static final String OPTION = "-p";
    private static final Map<String, List<String>> WORDS = Map.of(
            "product", names(Product.values()),
            "form", names(DenseForm.values()),
            "weights", names(WeightUse.values()),
            "activation", names(Activation.Kind.values()),
            "optimizer", names(OptimizerKind.values()),
            "preset", StepConfigs.names(),
            "pollute", List.of("false", "true"));
    private static final Set<String> NUMBERS = Set.of("size", "threads");

    private ParameterCheck() {}

    /**
     * Checks all parameters.
     *
     * @param words JMH's options as they were typed
     * @param options the same, parsed
     * @param known the names of the parameters that the benchmarks have
     * @throws UsageException at the first name that is not known, and at the first value that its parameter cannot take
     */
    static void require(List<String> words, Options options, Set<String> known) {
        for (String name : given(words)) {
            if (!known.contains(name)) {
                throw new UsageException(OPTION + " " + name + ": " + unknown(name, known));
            }
            for (String value : options.getParameter(name).orElse(List.of())) {
                require(name, value);
            }
        }
        List<String> folders = values(options, "images").stream()
                .filter(value -> !value.equals(StepRows.RANDOM))
                .toList();
        if (!folders.isEmpty()) {
            requireUse(folders, values(options, "preset"));
        }
    }

    private static List<String> values(Options options, String name) {
        return List.copyOf(options.getParameter(name).orElse(List.of()));
    }

    /** Some preset takes folders of images, and results tell one folder from another. */
    private static void requireUse(List<String> folders, List<String> presets) {
        if (!presets.isEmpty() && presets.stream().map(StepConfigs::get).noneMatch(StepRows::areImages)) {
            throw wrong(
                    "images",
                    folders.getFirst(),
                    "a preset that trains on image files, not " + String.join(", ", presets));
        }
        List<String> names = folders.stream().map(StepRows::name).toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw wrong("images", folders.get(i), "folders of different names, for results go by them");
            }
        }
    }

    private static String unknown(String name, Collection<String> known) {
        return known.isEmpty()
                ? "no such parameter, expected none: what is timed has none"
                : "no parameter of what is timed, expected '" + NearestName.of(name, List.copyOf(new TreeSet<>(known)))
                        + "' perhaps (parameters: " + String.join(", ", new TreeSet<>(known)) + ")";
    }

    /** JMH tells the values of a parameter, but not which parameters were given. */
    private static List<String> given(List<String> words) {
        return Stream.iterate(0, i -> i < words.size(), i -> i + 1)
                .filter(i -> (i > 0 && words.get(i - 1).equals(OPTION))
                        || (words.get(i).startsWith(OPTION) && words.get(i).contains("=")))
                .map(words::get)
                .map(word -> word.startsWith(OPTION) ? word.substring(OPTION.length()) : word)
                .map(word -> word.replaceFirst("=.*", ""))
                .toList();
    }

    private static void require(String name, String value) {
        List<String> words = WORDS.getOrDefault(name, List.of());
        if (!words.isEmpty() && !words.contains(value)) {
            throw wrong(name, value, "one of " + String.join(", ", words));
        }
        if (NUMBERS.contains(name) && !value.matches("[1-9]\\d{0,8}")) {
            throw wrong(name, value, "whole numbers from 1 to 999999999");
        }
        if (name.equals("after") && !value.matches("\\d{1,9}")) {
            throw wrong(name, value, "whole numbers from 0 to 999999999");
        }
        if (name.equals("images") && !value.equals(StepRows.RANDOM)) {
            requireImages(value);
        }
        if (name.equals("shape")) {
            requireShape(value);
        }
    }

    private static void requireImages(String folder) {
        try {
            IdxFolder.require(Path.of(folder));
        } catch (DataException e) {
            throw new UsageException(
                    OPTION + " images: '" + folder + "', expected " + StepRows.RANDOM + " or " + e.expected()
                            + ", found " + e.found(),
                    e);
        }
    }

    private static void requireShape(String value) {
        try {
            MatrixShape.parse(value);
        } catch (IllegalArgumentException e) {
            throw new UsageException(OPTION + " " + e.getMessage(), e);
        }
    }

    private static UsageException wrong(String name, String value, String expected) {
        return new UsageException(OPTION + " " + name + ": '" + value + "', expected " + expected);
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
