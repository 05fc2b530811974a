package joust.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import joust.backend.Backend;

/**
 * Makes the runs of a study that have no result yet, several at a time, each on a thread and a backend of its own. A result is on the
 * disk as soon as there is one, so that a study that is stopped goes on where it was.
 */
public final class StudyRunner {
    private static final long LOOK_MILLISECONDS = 200;

    private final Path folder;
    private final StudyPlan plan;
    private final double secondsPerRun;
    private final Map<StudyRun, RunResult> results = new LinkedHashMap<>();
    private final LongAdder steps = new LongAdder();
    private volatile boolean stopRequested;

    private record Finished(StudyRun run, Optional<RunResult> result) {}

    /**
     * Reads the results that are there.
     *
     * @param folder the study's, locked by the caller
     * @param secondsPerRun a run that trains longer is ended and marked
     * @throws joust.io.FileFormatException naming a result that is damaged
     * @throws IOException if a result cannot be read
     */
    public StudyRunner(Path folder, StudyPlan plan, double secondsPerRun) throws IOException {
        this.folder = folder;
        this.plan = plan;
        this.secondsPerRun = secondsPerRun;
        for (StudyRun run : plan.runs()) {
            Path file = ResultFile.of(folder, run);
            if (Files.exists(file)) {
                results.put(run, ResultFile.read(file));
            }
        }
    }

    /** The runs that have no result. */
    public List<StudyRun> pending() {
        return plan.runs().stream().filter(run -> !results.containsKey(run)).toList();
    }

    /** The results so far. */
    public Map<StudyRun, RunResult> results() {
        return Map.copyOf(results);
    }

    /** Ends the runs that are being made, without results, and starts no others; may be called from any thread. */
    public void requestStop() {
        stopRequested = true;
    }

    /**
     * Makes all pending runs, or those until {@link #requestStop}.
     *
     * @param opener opens a backend of one thread
     * @param jobs how many runs at a time, at least 1
     * @throws IOException if a result cannot be written; what was written before stays
     */
    public void run(Supplier<Backend> opener, int jobs, StudyListener listener) throws IOException {
        List<StudyRun> pending = pending();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                jobs, Thread.ofPlatform().daemon().name("joust-study-", 1).factory())) {
            CompletionService<Finished> finished = new ExecutorCompletionService<>(threads);
            for (StudyRun run : pending) {
                StudyTraining training = new StudyTraining(run, secondsPerRun, opener, () -> stopRequested, steps);
                finished.submit(() -> new Finished(run, training.call()));
            }
            try {
                collect(finished, pending.size(), listener);
            } finally {
                // Also where a run failed or a result could not be written: closing waits for those on the way.
                if (!pending().isEmpty()) {
                    requestStop();
                }
            }
        }
    }

    private void collect(CompletionService<Finished> finished, int count, StudyListener listener) throws IOException {
        int done = 0;
        for (int ended = 0; ended < count; ended++) {
            Finished next = await(finished, listener);
            if (next.result().isPresent()) {
                RunResult result = next.result().orElseThrow();
                ResultFile.write(ResultFile.of(folder, next.run()), result);
                results.put(next.run(), result);
                done++;
                listener.onResult(next.run(), result, done);
            }
        }
    }

    private Finished await(CompletionService<Finished> finished, StudyListener listener) {
        try {
            Future<Finished> next = finished.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            while (next == null) {
                listener.onProgress(steps.sum());
                next = finished.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the study was interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException("a run of the study failed", e);
            }
        }
    }
}
