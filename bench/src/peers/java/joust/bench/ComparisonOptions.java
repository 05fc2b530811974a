package joust.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words after {@code bench/compare}: each option has one value, lists are joined by commas. */
final class ComparisonOptions {
    private static final Map<String, String> DEFAULTS = Map.of(
            "--suites", "matmul,dense,activation,optimizer,gan-step,bandwidth",
            "--products", "NN,NT,TN,TT",
            "--shapes", "",
            "--threads", "1,2",
            "--forks", "5",
            "--milliseconds", "500",
            "--backends", "simd",
            "--peers", "",
            "--jvm", "",
            "--out", "");

    private final Map<String, String> values;

    private ComparisonOptions(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException at an unknown option or one without a value
     */
    static ComparisonOptions parse(String... arguments) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            Set<String> known = new TreeSet<>(DEFAULTS.keySet());
            if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        arguments[i] + ": expected one of " + String.join(" ", known) + ", each with a value");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return new ComparisonOptions(values);
    }

    List<String> suites() {
        return list("--suites");
    }

    List<Product> products() {
        return list("--products").stream().map(Product::valueOf).toList();
    }

    /** The shapes asked for; empty leaves them to the suites. */
    List<String> shapes() {
        return list("--shapes");
    }

    List<Integer> threads() {
        return list("--threads").stream().map(Integer::valueOf).toList();
    }

    int forks() {
        return Integer.parseInt(text("--forks"));
    }

    /** The length of each of JMH's iterations: 4 of warm-up, then 5. */
    int milliseconds() {
        return Integer.parseInt(text("--milliseconds"));
    }

    /** Joust's backends; the first one is compared with the others, and computes what BLAS leaves over. */
    List<String> backends() {
        return list("--backends");
    }

    /** The peers asked for, by their words in results; empty takes all. */
    List<String> peers() {
        return list("--peers");
    }

    /** More flags for the JVMs that are timed. */
    List<String> jvmFlags() {
        return text("--jvm").isBlank() ? List.of() : List.of(text("--jvm").strip().split("\\s+"));
    }

    /** Where the JSON goes. */
    Path out() {
        if (text("--out").isEmpty()) {
            throw new IllegalArgumentException("--out: missing, expected a file for the JSON");
        }
        return Path.of(text("--out"));
    }

    private List<String> list(String name) {
        return text(name).isEmpty() ? List.of() : List.of(text(name).split(","));
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }
}
