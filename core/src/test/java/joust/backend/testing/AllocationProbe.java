package joust.backend.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the bytes that an action allocates on the Java heap once it is warm. To be used in a {@link ChildJvm}: agents
 * allocate, too.
 */
public final class AllocationProbe {
    private static final int CALIBRATIONS = 100;

    private final ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** For the threads of this Java machine. */
    public AllocationProbe() {}

    /**
     * What was allocated.
     *
     * @param caller bytes on the calling thread
     * @param others bytes on each other thread that allocated any, by its name
     */
    public record Allocation(long caller, Map<String, Long> others) {
        /** Over all threads. */
        public long total() {
            return caller + others.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Runs an action {@code warmUp} times, then counts over {@code rounds} further times, on the calling thread and on all
     * others that live at the end.
     */
    public Allocation measure(Runnable action, int warmUp, int rounds) {
        long overhead = overhead();
        repeat(action, warmUp);
        long[] threads = bean.getAllThreadIds();
        long[] before = bean.getThreadAllocatedBytes(threads);
        long start = bean.getCurrentThreadAllocatedBytes();
        repeat(action, rounds);
        long end = bean.getCurrentThreadAllocatedBytes();
        return new Allocation(end - start - overhead, others(threads, before));
    }

    /** What asking costs: the least of many times, for the first ones load classes. */
    private long overhead() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < CALIBRATIONS; i++) {
            long start = bean.getCurrentThreadAllocatedBytes();
            least = Math.min(least, bean.getCurrentThreadAllocatedBytes() - start);
        }
        return least;
    }

    /** A thread that did not live before has allocated everything since. */
    private Map<String, Long> others(long[] threads, long[] before) {
        Map<Long, Long> known = new TreeMap<>();
        for (int i = 0; i < threads.length; i++) {
            known.put(threads[i], before[i]);
        }
        Map<String, Long> others = new TreeMap<>();
        for (long thread : bean.getAllThreadIds()) {
            long allocated = bean.getThreadAllocatedBytes(thread) - known.getOrDefault(thread, 0L);
            ThreadInfo info = bean.getThreadInfo(thread);
            if (allocated > 0
                    && info != null
                    && thread != Thread.currentThread().threadId()) {
                others.put(info.getThreadName() + " #" + thread, allocated);
            }
        }
        return others;
    }

    private static void repeat(Runnable action, int times) {
        for (int i = 0; i < times; i++) {
            action.run();
        }
    }
}
