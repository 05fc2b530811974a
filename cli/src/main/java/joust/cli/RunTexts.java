package joust.cli;

import java.util.Map;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.diagnosis.CollapseLooks;
import joust.io.Checkpoint;

/** What the command line adds to a checkpoint: the configuration, the log so far, what made it and what it was on the way to. */
final class RunTexts {
    private static final String CONFIG = "config";
    private static final String LOG = "log";
    private static final String LOOKS = "collapseLooks";
    private static final String SECONDS = "seconds";
    private static final String ARITHMETIC = "arithmetic";
    private static final String VERSION = "version";

    private RunTexts() {}

    static Map<String, String> of(GanTrainer trainer, RunPlan plan, String log, CollapseLooks looks, double seconds) {
        Map<String, String> texts = plan.texts();
        texts.put("preset", trainer.config().name());
        texts.put(CONFIG, ConfigYaml.write(trainer.config()));
        texts.put(LOG, log);
        texts.put(LOOKS, looks.text());
        texts.put(SECONDS, Double.toString(seconds));
        texts.put(ARITHMETIC, trainer.backend().arithmetic().label());
        texts.put("backend", trainer.backend().name());
        texts.put(VERSION, Version.text());
        return texts;
    }

    /** The configuration. */
    static GanConfig config(Checkpoint checkpoint) {
        return ConfigYaml.read(text(checkpoint, CONFIG), checkpoint.source() + ", " + CONFIG, Map.of());
    }

    /** The log up to the checkpoint's step. */
    static LogHistory log(Checkpoint checkpoint) {
        try {
            return LogHistory.parse(logText(checkpoint));
        } catch (IllegalArgumentException e) {
            throw new UsageException(checkpoint.source() + ": " + e.getMessage(), e);
        }
    }

    /** The log up to the checkpoint's step, as {@code log.csv} holds it. */
    static String logText(Checkpoint checkpoint) {
        return text(checkpoint, LOG);
    }

    /** The looks for collapse so far; none in checkpoints of versions that did not keep them. */
    static CollapseLooks looks(Checkpoint checkpoint) {
        String text = checkpoint.text(LOOKS).orElse(CollapseLooks.NONE.text());
        try {
            return CollapseLooks.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(checkpoint, LOOKS, text, "those of a diagnosis", e);
        }
    }

    /** How the backend rounded that the run was trained on. */
    static String arithmetic(Checkpoint checkpoint) {
        return text(checkpoint, ARITHMETIC);
    }

    /** The version of Joust that wrote the checkpoint. */
    static String version(Checkpoint checkpoint) {
        return text(checkpoint, VERSION);
    }

    /** How long the run had trained. */
    static double seconds(Checkpoint checkpoint) {
        String text = text(checkpoint, SECONDS);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(checkpoint, SECONDS, text, "a number", e);
        }
    }

    /** A whole number. */
    static long number(Checkpoint checkpoint, String name) {
        String text = text(checkpoint, name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(checkpoint, name, text, "a whole number", e);
        }
    }

    private static UsageException wrong(
            Checkpoint checkpoint, String name, String text, String expected, RuntimeException cause) {
        return new UsageException(
                checkpoint.source() + ": text " + name + ": " + text + ", expected " + expected, cause);
    }

    private static String text(Checkpoint checkpoint, String name) {
        return checkpoint
                .text(name)
                .orElseThrow(() -> new UsageException(
                        checkpoint.source() + ": has no text " + name + ", expected a checkpoint of joust train"));
    }
}
