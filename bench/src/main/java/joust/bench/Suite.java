package joust.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words for suites on a command line, and the classes they stand for. */
public enum Suite {
    /** Matrix products of every backend, and the naive loop beside them. */
    MATMUL("matmul", "Matmul"),
    /** Fully connected layers forward and backward. */
    DENSE("dense", "Dense"),
    /** Activations forward and backward. */
    ACTIVATION("activation", "Activation"),
    /** Optimizer updates. */
    OPTIMIZER("optimizer", "Optimizer"),
    /** Random numbers. */
    RANDOM("random", "Random"),
    /** Whole training steps. */
    GAN_STEP("gan-step", "GanStep"),
    /** Numbers on their way between the Java heap and a device. */
    TRANSFER("transfer", "Transfer"),
    /** Bytes a second that plain loops move. */
    BANDWIDTH("bandwidth", "Bandwidth"),
    /** The machine's own limit. */
    PEAK("peak", "Peak");

    private final String word;
    private final String pattern;

    /** Other libraries' classes are called as Joust's, with the library in front. */
    Suite(String word, String classes) {
        this.word = word;
        this.pattern = "joust\\.bench\\.\\w*" + classes + "Benchmark\\.";
    }

    /** The word on a command line and in results. */
    public String word() {
        return word;
    }

    /** What JMH is asked to include. */
    public String pattern() {
        return pattern;
    }

    /** The suite of that name. */
    public static Optional<Suite> named(String word) {
        return Arrays.stream(values()).filter(suite -> suite.word.equals(word)).findFirst();
    }

    /**
     * The suite of a benchmark.
     *
     * @param benchmark the method's qualified name
     */
    static Suite of(String benchmark) {
        return Arrays.stream(values())
                .filter(suite -> benchmark.matches(suite.pattern + "\\w+"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("benchmark: " + benchmark + " belongs to no suite"));
    }

    /** All words, for messages. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Suite::word).toList();
    }
}
