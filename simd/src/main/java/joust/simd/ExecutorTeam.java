package joust.simd;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The caller and as many helpers as its executor lends. Who has time claims the next share, so a run ends even if the
 * executor has no thread to spare or refuses: the caller then does all shares. A helper never waits, and never holds a
 * thread that has nothing to do.
 *
 * <p>Memory: a run writes the task and the count of pending shares, then opens its claims. A claim that succeeds belongs to
 * the run that is going on, which cannot end before this share has, and sees what the caller wrote before. A finished share
 * counts down, and the caller goes on when it has seen zero.
 */
final class ExecutorTeam implements Team {
    private static final long SHARES = 0xffff_ffffL;

    /** What the executor runs; one object serves all runs, since it is submitted again only after it has begun. */
    private final class Helper implements Runnable {
        /** Whether the executor has it and has not begun it. */
        volatile boolean submitted;

        /** Either the caller sees it begun and submits it again, or it sees the caller's claims. */
        @Override
        public void run() {
            submitted = false;
            workOff();
        }
    }

    private final Executor executor;
    private final Helper[] helpers;
    private final Failures failures;
    /** The number of the run in the upper half, the next share to claim in the lower. */
    private final AtomicLong claims = new AtomicLong(SHARES);

    private final AtomicInteger pending = new AtomicInteger();
    private final Signal done;
    private @Nullable TeamTask task;
    private int run;
    private boolean closed;

    /** Shares tasks between {@code size} threads, the caller's among them, if the executor has the others. */
    ExecutorTeam(int size, Executor executor) {
        this.executor = executor;
        this.helpers = new Helper[size - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper();
        }
        this.failures = new Failures(size + helpers.length);
        this.done = new Signal(size <= Runtime.getRuntime().availableProcessors());
    }

    @Override
    public int size() {
        return helpers.length + 1;
    }

    @Override
    public void run(TeamTask next) {
        if (closed) {
            throw new IllegalStateException("the team is closed");
        }
        task = next;
        run++;
        pending.set(size());
        claims.set((long) run << 32);
        for (int i = 0; i < helpers.length; i++) {
            submit(i);
        }
        workOff();
        done.await(run);
        failures.throwFirst();
    }

    private void submit(int number) {
        Helper helper = helpers[number];
        if (helper.submitted) {
            return;
        }
        helper.submitted = true;
        try {
            executor.execute(helper);
        } catch (RejectedExecutionException full) {
            // The caller does the share itself.
            helper.submitted = false;
        } catch (RuntimeException | Error e) {
            helper.submitted = false;
            failures.set(size() + number, e);
        }
    }

    private void workOff() {
        for (int share = claim(); share >= 0; share = claim()) {
            share(share);
        }
    }

    /** The next share of the run that is going on, or -1 when all are claimed. */
    private int claim() {
        while (true) {
            long current = claims.get();
            int share = (int) Math.min(current & SHARES, size());
            if (share == size()) {
                return -1;
            }
            if (claims.compareAndSet(current, current + 1)) {
                return share;
            }
        }
    }

    private void share(int number) {
        int current = run;
        try {
            Objects.requireNonNull(task).run(number, size());
        } catch (RuntimeException | Error e) {
            failures.set(number, e);
        }
        if (pending.decrementAndGet() == 0) {
            done.send(current);
        }
    }

    /** Ends nothing: the threads are the executor's. */
    @Override
    public void close() {
        closed = true;
    }
}
