package joust.gan.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.gan.GanTrainer;
import joust.nn.Arena;

/** A copy, on the trainer's backend, of all that a run goes on from. */
final class RunSnapshot implements AutoCloseable {
    private final Map<String, Tensor> copies = new LinkedHashMap<>();
    private Map<String, Long> numbers = Map.of();

    /** Replaces what was saved; allocates tensors at the first call alone. */
    void save(GanTrainer trainer) {
        Backend backend = trainer.backend();
        for (Map.Entry<String, Arena> arena : trainer.state().arenas().entrySet()) {
            Tensor source = arena.getValue().tensor();
            Tensor copy = copies.computeIfAbsent(arena.getKey(), _ -> backend.allocate(source.rows(), source.cols()));
            backend.copy(source, copy);
        }
        numbers = trainer.state().numbers();
    }

    /** Sets another trainer of the same configuration and device to what was saved; leaves it as it is if nothing was. */
    void restore(GanTrainer trainer) {
        if (numbers.isEmpty()) {
            return;
        }
        trainer.state()
                .arenas()
                .forEach((name, arena) ->
                        trainer.backend().copy(Objects.requireNonNull(copies.get(name), name), arena.tensor()));
        trainer.state().restore(numbers);
    }

    @Override
    public void close() {
        copies.values().forEach(Tensor::close);
        copies.clear();
        numbers = Map.of();
    }
}
