package joust.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for suites on a command line, and the classes they stand for. */
public enum Suite {
    /** Matrix products of every backend, and the naive loop beside them. */
    MATMUL("matmul", "joust\\.bench\\.\\w*MatmulBenchmark\\."),
    /** Fully connected layers forward and backward. */
    DENSE("dense", "joust\\.bench\\.\\w*DenseBenchmark\\."),
    /** Activations forward and backward. */
    ACTIVATION("activation", "joust\\.bench\\.\\w*ActivationBenchmark\\."),
    /** Optimizer updates. */
    OPTIMIZER("optimizer", "joust\\.bench\\.\\w*OptimizerBenchmark\\."),
    /** Whole training steps. */
    GAN_STEP("gan-step", "joust\\.bench\\.\\w*GanStepBenchmark\\."),
    /** Bytes a second that plain loops move. */
    BANDWIDTH("bandwidth", "joust\\.bench\\.BandwidthBenchmark\\."),
    /** The machine's own limit. */
    PEAK("peak", "joust\\.bench\\.PeakBenchmark\\.");

    private final String word;
    private final String pattern;

    Suite(String word, String pattern) {
        this.word = word;
        this.pattern = pattern;
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

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Suite::word).collect(Collectors.joining(", "));
    }
}
