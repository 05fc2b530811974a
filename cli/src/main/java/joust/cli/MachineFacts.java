package joust.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
import joust.backend.HostCache;
import joust.backend.HostProcessor;
import joust.math.FusedArithmetic;

/**
 * What this process runs on.
 *
 * @param java the running JDK
 * @param flags the options that it was started with
 * @param system operating system and processor architecture
 * @param processor the processor's model
 * @param cores physical cores that this process may use, where they can be told
 * @param processors processors that this process may use
 * @param caches of a core, the nearest first; empty where they cannot be read
 * @param fusedMultiplyAdd whether the processor has it
 * @param vectorModule whether {@code jdk.incubator.vector} was resolved at the start
 */
record MachineFacts(
        String java,
        List<String> flags,
        String system,
        String processor,
        int cores,
        int processors,
        List<HostCache> caches,
        boolean fusedMultiplyAdd,
        boolean vectorModule) {

    static MachineFacts ofThisOne() {
        return new MachineFacts(
                property("java.vm.name") + " " + property("java.runtime.version") + ", " + property("java.home"),
                startOptions(),
                property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
                HostProcessor.model(),
                HostProcessor.cores(),
                Runtime.getRuntime().availableProcessors(),
                HostCache.all(),
                FusedArithmetic.FUSED,
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** A run-time image may lack the module {@code java.management}. */
    private static List<String> startOptions() {
        try {
            return List.copyOf(ManagementFactory.getRuntimeMXBean().getInputArguments());
        } catch (NoClassDefFoundError untold) {
            return List.of();
        }
    }
}
