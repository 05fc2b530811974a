package joust.simd;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The caller and threads of the team's own, which end with it. Each thread does the share of its own number, unless the caller has
 * done its own before that thread has woken up: then the caller does both.
 *
 * <p>Memory: a run writes the task and then sends each worker the number of the run; a worker that has it sees the task and
 * everything the caller wrote before. It takes its share by setting {@code taken} from the number before to that of the run, as the caller
 * does, so one of the two has it; who comes late, perhaps runs later, finds it taken. When its share is done, it sends the number
 * back, and the caller that has all of them sees everything the workers wrote.
 */
final class WorkerTeam implements Team {
    /** A thread and the two signals between it and the caller. */
    private final class Worker implements Runnable {
        final int number;
        final Signal start;
        final Signal done;
        final AtomicInteger taken = new AtomicInteger();
        final Thread thread;

        Worker(int number, boolean spins) {
            this.number = number;
            this.start = new Signal(spins);
            this.done = new Signal(spins);
            this.thread = Thread.ofPlatform()
                    .daemon()
                    .name("joust-simd-" + number)
                    .inheritInheritableThreadLocals(false)
                    .unstarted(this);
        }

        @Override
        public void run() {
            int current = start.awaitOtherThan(0);
            while (!closed) {
                if (take(current)) {
                    share(number);
                    done.send(current);
                }
                current = start.awaitOtherThan(current);
            }
        }

        boolean take(int current) {
            return taken.compareAndSet(current - 1, current);
        }
    }

    private final Worker[] workers;
    private final Failures failures;
    private @Nullable TeamTask task;
    private int run;
    private boolean closed;

    /** Starts {@code size - 1} threads; they spin while they wait unless threads outnumber processors. */
    WorkerTeam(int size) {
        boolean spins = size <= Runtime.getRuntime().availableProcessors();
        failures = new Failures(size);
        workers = new Worker[size - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1, spins);
        }
        for (Worker worker : workers) {
            worker.thread.start();
        }
    }

    @Override
    public int size() {
        return workers.length + 1;
    }

    @Override
    public void run(TeamTask next) {
        if (closed) {
            throw new IllegalStateException("the team is closed");
        }
        task = next;
        start();
        share(0);
        for (Worker worker : workers) {
            if (worker.take(run)) {
                share(worker.number);
            } else {
                worker.done.await(run);
            }
        }
        failures.throwFirst();
    }

    private void start() {
        run++;
        for (Worker worker : workers) {
            worker.start.send(run);
        }
    }

    private void share(int number) {
        try {
            Objects.requireNonNull(task).run(number, size());
        } catch (RuntimeException | Error e) {
            failures.set(number, e);
        }
    }

    /** Returns when the threads have ended; an interrupt is kept for later. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        start();
        boolean interrupted = false;
        for (Worker worker : workers) {
            interrupted |= join(worker.thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
