package joust.simd;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Panels of columns that workers claim. Each begins with its own range, from the front, so that undisturbed ones keep to columns side by
 * side; who has finished takes from the back of the others' ranges. Few at a time towards the end, so that all end together.
 */
final class PanelClaims {
    /** What {@link #claim} returns when nothing is left. */
    static final long NONE = -1;

    private static final int HALF = 32;

    /** A worker's range: its first panel in the upper half, the one after its last in the lower. */
    private final AtomicLong[] ranges;

    PanelClaims(int workers) {
        ranges = new AtomicLong[workers];
        Arrays.setAll(ranges, worker -> new AtomicLong());
    }

    /** Divides {@code [0, panels)} among the workers. */
    void reset(int panels) {
        for (int worker = 0; worker < ranges.length; worker++) {
            ranges[worker].set(range(border(worker, panels), border(worker + 1, panels)));
        }
    }

    private int border(int worker, int panels) {
        return (int) ((long) panels * worker / ranges.length);
    }

    private static long range(int first, int end) {
        return (long) first << HALF | end;
    }

    /** The first panel of a claim. */
    static int first(long claim) {
        return (int) (claim >> HALF);
    }

    /** The panel after the last of a claim. */
    static int end(long claim) {
        return (int) claim;
    }

    /** Claims up to {@code most} panels, which are the worker's alone, or returns {@link #NONE}. */
    long claim(int worker, int most) {
        for (int i = 0; i < ranges.length; i++) {
            long claim = claimOf((worker + i) % ranges.length, i == 0, most);
            if (claim != NONE) {
                return claim;
            }
        }
        return NONE;
    }

    private long claimOf(int owner, boolean own, int most) {
        AtomicLong range = ranges[owner];
        while (true) {
            long current = range.get();
            int first = first(current);
            int end = end(current);
            if (first == end) {
                return NONE;
            }
            int count = Math.clamp((end - first) / 2, 1, most);
            long rest = own ? range(first + count, end) : range(first, end - count);
            if (range.compareAndSet(current, rest)) {
                return own ? range(first, first + count) : range(end - count, end);
            }
        }
    }
}
