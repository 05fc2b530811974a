package joust.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import joust.backend.Backend;
import joust.gan.diagnosis.Diagnosis;

/**
 * What a finished run says about itself in {@code metrics.json}.
 *
 * @param preset the name of the preset, or of the configuration's file
 * @param seed the seed of all random numbers
 * @param machine what computed
 * @param timing how far and how fast
 * @param hashes of the final parameters
 * @param metrics measured values by key, such as {@code ks}, in the order of the file; NaN and infinities become null
 * @param diagnosis what is wrong with the run, and what it was too short to tell
 */
public record RunSummary(
        String preset,
        long seed,
        Machine machine,
        Timing timing,
        Hashes hashes,
        Map<String, Double> metrics,
        Diagnosis diagnosis) {

    /**
     * What computed.
     *
     * @param backend the name to ask for it again, such as {@code simd}
     * @param device the device in words
     * @param arithmetic how it rounds, such as {@code fma}
     * @param threads how many threads computed, at least 1
     */
    public record Machine(String backend, String device, String arithmetic, int threads) {
        /** An open backend. */
        public static Machine of(Backend backend) {
            return new Machine(
                    backend.name(), backend.device(), backend.arithmetic().label(), backend.threads());
        }
    }

    /** Why a run went no further. */
    public enum Stopped {
        /** All steps are done. */
        STEPS,
        /** A metric has not improved for as many evaluations as the configuration allows. */
        METRIC,
        /** It was asked to stop. */
        SIGNAL,
        /** A loss or a gradient is not finite. */
        NOT_FINITE;

        /** The name in {@code metrics.json}, in lower case with hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * How far and how fast.
     *
     * @param steps the steps that the parameters have behind them
     * @param stopped why there are no more
     * @param seconds how long this run took
     * @param stepsPerSecond the steps of this run, by its seconds; not a number if there were none
     */
    public record Timing(long steps, Stopped stopped, double seconds, double stepsPerSecond) {}

    /**
     * SHA-256 of parameters, as {@link joust.nn.Arena#sha256()} gives them.
     *
     * @param generator of the generator's parameters
     * @param generatorAverage of their moving average, where there is one
     * @param discriminator of the discriminator's parameters
     */
    public record Hashes(String generator, Optional<String> generatorAverage, String discriminator) {}

    /** Copies the metrics, keeping their order. */
    public RunSummary {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * Writes {@code metrics.json}, replacing one of the same name only when the new one is complete and on the disk.
     *
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if a metric has the key of something else, such as {@code seed}
     */
    public void write(Path file) throws IOException {
        MetricsJson.write(this, file);
    }
}
