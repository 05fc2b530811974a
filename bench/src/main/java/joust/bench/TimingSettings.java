package joust.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How every suite is timed unless JMH's own options say otherwise. Five forks, because heap arrays land on different
 * alignments in each and a single one can be off by a third; two seconds of warm-up, because C2 needs them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 5,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            // JMH 1.37 looks at objects through Unsafe, which JDK 24 and later report.
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx1g",
            // Page faults belong to start-up, not to what is timed.
            "-XX:+AlwaysPreTouch"
        })
public abstract class TimingSettings {
    /** For the suites. */
    protected TimingSettings() {}
}
