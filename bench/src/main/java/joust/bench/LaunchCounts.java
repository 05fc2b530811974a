package joust.bench;

import java.util.OptionalLong;
import joust.backend.Backend;
import joust.backend.CheckedBackend;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a timed iteration gave a device to do: sums of all calls, which JMH sets to 0 before each iteration. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class LaunchCounts {
    /** Calls of the benchmark that were counted. */
    public long counted;

    /** Kernels that the device was given by them. */
    public long launches;

    /** For JMH. */
    public LaunchCounts() {}

    /** Kernels so far; empty where there is no device. */
    static OptionalLong of(Backend backend) {
        return backend instanceof CheckedBackend checked ? checked.launches() : OptionalLong.empty();
    }
}
