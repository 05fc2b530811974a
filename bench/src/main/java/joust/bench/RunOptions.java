package joust.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joust.backend.HostProcessor;
import joust.backend.NearestName;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** The words after {@code joust bench}: suites, options with their values, and JMH's own options after {@code --}. */
final class RunOptions {
    private static final Set<String> WITH_VALUE =
            new TreeSet<>(Set.of("--backend", "--threads", "--peers", "--json", "--html", "--compare", "--with"));
    private static final String QUICK = "--quick";

    private final List<Suite> suites = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<String> jmhWords;
    private final JmhOptions jmh;
    private final String command;
    private boolean quick;

    private RunOptions(List<String> words, List<String> jmhWords) {
        this.command = Stream.of(
                        List.of("./joust", "bench"), words, jmhWords.isEmpty() ? jmhWords : List.of("--"), jmhWords)
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        this.jmhWords = jmhWords;
        this.jmh = new JmhOptions(JmhOptions.onHugePages(parse(jmhWords)));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(QUICK)) {
                quick = true;
            } else if (!word.startsWith("--")) {
                suites.add(suite(word));
            } else if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
                values.put(word, words.get(++i));
            } else {
                throw new UsageException(
                        word + ": expected " + QUICK + ", or one of " + String.join(" ", WITH_VALUE) + " with a value");
            }
        }
        requireNothingToTime();
        requireParameters();
        PeerPlan.requireKnown(peers());
        threads();
    }

    /** Beside {@code --with}, which compares two runs of before. */
    private void requireNothingToTime() {
        boolean alone = suites.isEmpty() && !quick && jmhWords.isEmpty();
        if (values.containsKey("--with") && !(alone && values.keySet().equals(Set.of("--compare", "--with")))) {
            throw new UsageException(
                    "--with: nothing is timed then, expected --compare OLD.json beside it and no more");
        }
    }

    /** By the suites, since a full run takes long to come to the case that has none. */
    private void requireParameters() {
        Set<String> known = ChosenBenchmarks.of(suites.isEmpty() ? List.of(Suite.values()) : suites)
                .parameters();
        // Libraries are chosen by --peers alone.
        known.remove("peer");
        ParameterCheck.require(jmhWords, jmh.given(), known);
    }

    /**
     * Reads the words.
     *
     * @throws UsageException at a word that means nothing
     */
    static RunOptions parse(String... words) {
        List<String> all = List.of(words);
        int end = all.indexOf("--");
        return end < 0
                ? new RunOptions(all, List.of())
                : new RunOptions(all.subList(0, end), all.subList(end + 1, all.size()));
    }

    private static CommandLineOptions parse(List<String> words) {
        CommandLineOptions options;
        try {
            options = new CommandLineOptions(words.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new UsageException("after --: " + e.getMessage() + ", expected options of JMH", e);
        }
        if (!options.getIncludes().isEmpty()) {
            throw new UsageException("after --: " + options.getIncludes().getFirst()
                    + " is a pattern, expected options of JMH; suites stand before --");
        }
        return options;
    }

    private static Suite suite(String word) {
        return Suite.named(word)
                .orElseThrow(() -> new UsageException(word + ": no suite, expected '"
                        + NearestName.of(word, Suite.words()) + "' perhaps (suites: "
                        + String.join(", ", Suite.words()) + ")"));
    }

    /** What was typed. */
    String command() {
        return command;
    }

    /** The suites named; empty for all. */
    List<Suite> suites() {
        return suites;
    }

    /** Whether a person waits for it. */
    boolean quick() {
        return quick;
    }

    /** The backends named; empty for all that are here. */
    List<String> backends() {
        String given = values.get("--backend");
        return given == null ? jmh.parameter("backend").orElse(List.of()) : List.of(given.split(",", -1));
    }

    /** How many threads; without a word about it 1 and all cores. */
    List<Integer> threads() {
        String given = values.get("--threads");
        List<String> words = given == null
                ? jmh.parameter("threads").orElse(List.of("1", String.valueOf(HostProcessor.cores())))
                : List.of(given.split(",", -1));
        return words.stream().map(RunOptions::threads).distinct().toList();
    }

    private static int threads(String word) {
        if (!word.matches("[1-9]\\d{0,3}")) {
            throw new UsageException("--threads: '" + word + "', expected numbers from 1, joined by commas");
        }
        return Integer.parseInt(word);
    }

    /** The other libraries asked for, by their words in results; {@code all} of them; empty for none. */
    Set<String> peers() {
        String given = values.get("--peers");
        return given == null ? Set.of() : new TreeSet<>(List.of(given.split(",", -1)));
    }

    /** The file of {@code --json}, {@code --html}, {@code --compare} or {@code --with}. */
    Optional<Path> file(String option) {
        @Nullable String given = values.get(option);
        return Optional.ofNullable(given).map(Path::of);
    }

    /** JMH's options as words. */
    List<String> jmhWords() {
        return jmhWords;
    }

    /** JMH's options. */
    JmhOptions jmh() {
        return jmh;
    }
}
