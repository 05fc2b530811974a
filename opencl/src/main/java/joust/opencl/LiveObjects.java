package joust.opencl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The OpenCL objects of one backend that have to be released: OpenCL frees none by itself, and to release one twice ends the
 * process. Each is released exactly once, by its own {@code close} or by that of the backend.
 */
final class LiveObjects {
    /** Something made of OpenCL objects. */
    abstract static class Releasable implements AutoCloseable {
        private final LiveObjects objects;

        /** Counts this object. */
        Releasable(LiveObjects objects) {
            this.objects = objects;
            objects.live.add(this);
        }

        /** Releases it, unless that has been done. */
        @Override
        public final void close() {
            if (objects.live.remove(this)) {
                release();
            }
        }

        /** Releases the OpenCL object; called once. */
        abstract void release();
    }

    private final Set<Releasable> live = new LinkedHashSet<>();
    private int events;

    /** How many OpenCL objects are alive. */
    int count() {
        return live.size() + events;
    }

    /** Counts an event: these come and go while nothing may be allocated. */
    void eventMade() {
        events++;
    }

    /** Counts the release of an event. */
    void eventReleased() {
        events--;
    }

    /** Releases everything, what was made last first. */
    void closeAll() {
        List<Releasable> all = new ArrayList<>(live);
        all.reversed().forEach(Releasable::close);
    }
}
