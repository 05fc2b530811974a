package joust.simd;

import org.jspecify.annotations.Nullable;

/** What the shares of a task have thrown. Each share has a place of its own, so that none needs a lock. */
final class Failures {
    private final @Nullable Throwable[] thrown;

    /** With so many places. */
    Failures(int places) {
        thrown = new Throwable[places];
    }

    /** Keeps what the owner of a place has caught; visible to another thread as far as the caller sees to it. */
    void set(int place, Throwable failure) {
        thrown[place] = failure;
    }

    /** Throws what lies in the first place that is not empty, with the others suppressed, and empties all of them. */
    @SuppressWarnings("ReferenceEquality") // one object thrown by several shares cannot be suppressed in itself
    void throwFirst() {
        Throwable first = null;
        for (int place = 0; place < thrown.length; place++) {
            Throwable failure = thrown[place];
            thrown[place] = null;
            if (first == null) {
                first = failure;
            } else if (failure != null && failure != first) {
                first.addSuppressed(failure);
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
