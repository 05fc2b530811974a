package joust.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import joust.backend.NearestName;
import joust.gan.ConfigException;
import joust.gan.Metric;

/** Checks of a study's lists: their entries are named, name files, and are told apart by their names. */
final class Names {
    private Names() {}

    /** Refuses a name that names no file. */
    static void require(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ConfigException(
                    "name", name, "letters, digits, dots, hyphens and underscores, a letter or digit first");
        }
    }

    /** Refuses a list of nothing, and one that has an entry twice. */
    static <T> void requireDistinct(String key, List<T> entries) {
        if (entries.isEmpty()) {
            throw new ConfigException(key, "[]", "at least one entry");
        }
        requireNoTwins(key, entries);
    }

    /** Refuses a list that has an entry twice. */
    static <T> void requireNoTwins(String key, List<T> entries) {
        Set<T> seen = new HashSet<>();
        for (T entry : entries) {
            if (!seen.add(entry)) {
                throw new ConfigException(key, entry + " twice", "each entry once");
            }
        }
    }

    /** Refuses what is no key of {@code metrics.json}. */
    static void requireMetrics(String key, List<String> entries) {
        List<String> known = Stream.of(Metric.values()).map(Metric::key).toList();
        for (String entry : entries) {
            if (!known.contains(entry)) {
                throw new ConfigException(
                        key,
                        entry,
                        "'" + NearestName.of(entry, known) + "' perhaps, one of " + String.join(", ", known));
            }
        }
    }
}
