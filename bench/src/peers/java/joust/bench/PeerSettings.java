package joust.bench;

import org.openjdk.jmh.annotations.Fork;

/** As {@link TimingSettings}, with JavaCPP told not to watch over memory that is allocated once. */
@Fork(
        value = 5,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx1g",
            "-XX:+AlwaysPreTouch",
            // Pointers are freed by their scope: no reference queue, no look at /proc at each allocation.
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"
        })
public abstract class PeerSettings extends TimingSettings {
    /** For the suites. */
    protected PeerSettings() {}
}
