package joust.simd;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A number that one thread writes and one other waits for. Who waits spins at first, for a hand-over between two awake threads
 * takes well under a microsecond and waking a parked one tens of them.
 *
 * <p>Memory: {@link #send} is a volatile write and {@link #await} returns after the volatile read that sees it, so what the
 * sender did before is visible afterwards. No wake-up is lost: the waiter first names itself, then looks at the number; the
 * sender first writes the number, then looks for a waiter; volatile accesses have one order, so one of the two sees the other.
 */
final class Signal {
    /** How long a wait spins at most: several times as long as it takes to wake a parked thread. */
    private static final long SPIN_NANOS = 200_000;

    private static final int SPINS_BETWEEN_LOOKS_AT_THE_CLOCK = 32;

    private final boolean spins;
    private volatile int number;
    private volatile @Nullable Thread waiter;

    /** Of number 0. Without spinning a wait parks at once, which is right where threads outnumber processors. */
    Signal(boolean spins) {
        this.spins = spins;
    }

    /** Writes the number, and wakes the waiter if it has parked. */
    void send(int next) {
        number = next;
        Thread parked = waiter;
        if (parked != null) {
            LockSupport.unpark(parked);
        }
    }

    /** Returns once the number is the expected one. An interrupt does not end the wait, and is kept for later. */
    void await(int expected) {
        int current = number;
        while (current != expected) {
            current = awaitOtherThan(current);
        }
    }

    /** Returns the number once it is another. An interrupt does not end the wait, and is kept for later. */
    int awaitOtherThan(int last) {
        if (number == last && !(spins && spinWhile(last))) {
            parkWhile(last);
        }
        return number;
    }

    private boolean spinWhile(int last) {
        long start = System.nanoTime();
        do {
            for (int spin = 0; spin < SPINS_BETWEEN_LOOKS_AT_THE_CLOCK; spin++) {
                if (number != last) {
                    return true;
                }
                Thread.onSpinWait();
            }
        } while (System.nanoTime() - start < SPIN_NANOS);
        return false;
    }

    private void parkWhile(int last) {
        boolean interrupted = false;
        waiter = Thread.currentThread();
        while (number == last) {
            LockSupport.park(this);
            // An interrupted thread does not park: the flag is taken and given back.
            interrupted |= Thread.interrupted();
        }
        waiter = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
