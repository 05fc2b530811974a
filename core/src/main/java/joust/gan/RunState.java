package joust.gan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import joust.nn.Arena;

/**
 * All that a run goes on from, by name: tensors, and whole numbers such as the steps done and the positions of random streams. Each
 * part of a run registers what it remembers from step to step, so that whoever saves a run need not know its parts. The tensors
 * are the parts' own: what is written into them is in effect, once {@link #restore} has been called.
 */
public final class RunState {
    private final Map<String, Arena> arenas = new LinkedHashMap<>();
    private final Map<String, Value> numbers = new LinkedHashMap<>();
    private final List<Runnable> followers = new ArrayList<>();

    private record Value(LongSupplier read, LongConsumer write) {}

    /** Registers tensors. */
    void add(String name, Arena arena) {
        requireFree(name, arenas.putIfAbsent(name, arena) == null);
    }

    /** Registers a number that is never negative. */
    void add(String name, LongSupplier read, LongConsumer write) {
        requireFree(name, numbers.putIfAbsent(name, new Value(read, write)) == null);
    }

    /** Registers all that another state holds. */
    void add(RunState part) {
        part.arenas.forEach(this::add);
        part.numbers.forEach((name, value) -> add(name, value.read(), value.write()));
        followers.addAll(part.followers);
    }

    /** Registers what makes derived values anew after a state was restored. */
    void afterRestore(Runnable follower) {
        followers.add(follower);
    }

    /** The tensors. */
    public Map<String, Arena> arenas() {
        return Collections.unmodifiableMap(arenas);
    }

    /** The numbers as they are now. */
    public Map<String, Long> numbers() {
        Map<String, Long> values = new LinkedHashMap<>();
        numbers.forEach((name, value) -> values.put(name, value.read().getAsLong()));
        return values;
    }

    /**
     * Throws unless these are numbers for {@link #restore}.
     *
     * @throws IllegalArgumentException if one is missing, unknown or negative; the message names all of them
     */
    public void check(Map<String, Long> values) {
        List<String> faults = new ArrayList<>();
        for (String name : numbers.keySet()) {
            Long value = values.get(name);
            if (value == null) {
                faults.add(name + " is missing");
            } else if (value < 0) {
                faults.add(name + " is " + value + ", expected at least 0");
            }
        }
        for (String name : new TreeSet<>(values.keySet())) {
            if (!numbers.containsKey(name)) {
                faults.add(name + " is unknown");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("state: " + String.join("; ", faults));
        }
    }

    /**
     * Sets the numbers, and makes anew what follows from them and from the tensors, which the caller has written before.
     *
     * @throws IllegalArgumentException as {@link #check}; then nothing is set
     */
    public void restore(Map<String, Long> values) {
        check(values);
        numbers.forEach((name, value) -> value.write().accept(Objects.requireNonNull(values.get(name))));
        followers.forEach(Runnable::run);
    }

    private static void requireFree(String name, boolean free) {
        if (!free) {
            throw new IllegalStateException("state: " + name + " is registered twice");
        }
    }
}
