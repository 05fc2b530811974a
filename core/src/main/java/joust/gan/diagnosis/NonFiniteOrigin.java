package joust.gan.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.nn.Arena;

/**
 * Finds where a number arose that is not finite: a run is a pure function of its state, so the steps since the last good state are done
 * again, and every operation's result is looked at.
 */
final class NonFiniteOrigin {
    private static final String UNKNOWN = "operations that a replay did not find";

    private NonFiniteOrigin() {}

    /**
     * The finding for a run whose newest row of the log is not finite.
     *
     * @param last the last good state
     */
    static Finding find(GanTrainer trainer, LogRow row, RunSnapshot last) {
        Backend probing = ProbingBackend.around(trainer.backend());
        long from;
        String where = UNKNOWN;
        long step = row.step();
        try (GanTrainer replay = new GanTrainer(probing, trainer.config(), trainer.samples())) {
            last.restore(replay);
            from = replay.step();
            try {
                while (replay.step() < row.step()) {
                    replay.advance();
                }
                replay.logRow();
            } catch (NonFiniteException e) {
                step = replay.step();
                where = where(e, replay);
            }
        }
        return finding(trainer.config(), row, from, step, where);
    }

    private static Finding finding(GanConfig config, LogRow row, long from, long step, String where) {
        String evidence = String.format(
                Locale.ROOT,
                "discriminatorLoss is %s and generatorLoss %s after step %d; all was finite at step %d, and the first number that is not"
                        + " came after step %d, from %s",
                row.discriminatorLoss(),
                row.generatorLoss(),
                row.step(),
                from,
                step,
                where);
        return new Finding(
                Symptom.NOT_FINITE,
                evidence,
                step == 0 ? "take smaller steps or smaller initial weights" : "take smaller steps",
                settings(config));
    }

    /** The faster network first: numbers grow there, wherever they leave the range of float32. */
    private static List<String> settings(GanConfig config) {
        List<String> settings = List.of(Remedies.generatorRate(config, 0.1), Remedies.discriminatorRate(config, 0.1));
        double ofGenerator = config.generator().optimizer().learningRate();
        return ofGenerator >= config.discriminator().optimizer().learningRate() ? settings : settings.reversed();
    }

    private static String where(NonFiniteException found, GanTrainer trainer) {
        Optional<String> place = found.tensors().stream()
                .map(tensor -> place(tensor, trainer))
                .flatMap(Optional::stream)
                .findFirst();
        return found.operation() + " (" + found.number() + ") "
                + place.map(name -> "at " + name).orElse("at the end of the discriminator");
    }

    private static Optional<String> place(Tensor tensor, GanTrainer trainer) {
        Map<String, Arena> arenas = new LinkedHashMap<>(trainer.state().arenas());
        arenas.put("generator gradients", trainer.networks().generator().gradients());
        arenas.put("discriminator gradients", trainer.networks().discriminator().gradients());
        return arenas.entrySet().stream()
                .filter(entry -> tensor.root().equals(entry.getValue().tensor()))
                .map(entry -> network(entry.getKey()) + layer(tensor, entry.getValue()))
                .findFirst();
    }

    /** The network that tensors belong to, by their name in the run's state. */
    private static String network(String name) {
        return name.startsWith("generator") ? "generator" : "discriminator";
    }

    /** The layer that a view belongs to, or the first one with a number that is not finite where it is the whole arena. */
    private static String layer(Tensor tensor, Arena arena) {
        for (int i = 0; i < arena.shape().layers().size(); i++) {
            boolean whole = tensor.size() == arena.tensor().size();
            if (whole ? !isFinite(arena, i) : isPart(tensor, arena, i)) {
                return ".layers[" + i + "]";
            }
        }
        return "";
    }

    private static boolean isPart(Tensor tensor, Arena arena, int layer) {
        return tensor.offset() == arena.weight(layer).offset()
                || tensor.offset() == arena.bias(layer).offset();
    }

    private static boolean isFinite(Arena arena, int layer) {
        return isFinite(arena.readWeight(layer)) && isFinite(arena.readBias(layer));
    }

    private static boolean isFinite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
