package joust.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a run end well after Ctrl-C or SIGTERM: the hook asks the run to stop after its step and holds the process until the
 * results are written. The process then ends with the signal's own code, 130 or 143.
 */
final class StopOnSignal implements AutoCloseable {
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;

    StopOnSignal(Runnable stop) {
        this.hook = new Thread(
                () -> {
                    stop.run();
                    awaitResults();
                },
                "joust-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitResults() {
        try {
            written.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The results are written: the process may end. */
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // The hook is running: it has what it waited for.
        }
    }
}
