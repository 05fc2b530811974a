package joust.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import joust.gan.ConfigException;

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
        Set<T> seen = new HashSet<>();
        for (T entry : entries) {
            if (!seen.add(entry)) {
                throw new ConfigException(key, entry + " twice", "each entry once");
            }
        }
    }
}
