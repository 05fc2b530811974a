package joust.simd;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Java machine says about itself.
 *
 * @param name such as {@code OpenJDK 64-Bit Server VM}
 * @param info how it runs, such as {@code mixed mode, sharing}
 * @param architecture of the processor, such as {@code amd64}
 * @param hasVectorModule whether the module of the Vector API was resolved at the start
 * @param flags the values of {@link #FLAGS}, without those that it does not have; empty where it cannot be asked
 */
record JavaMachine(String name, String info, String architecture, boolean hasVectorModule, Map<String, String> flags) {
    /** Where the Vector API lives. */
    static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** Flags of HotSpot that decide how vectors are compiled. */
    private static final List<String> FLAGS =
            List.of("UseCompiler", "TieredCompilation", "TieredStopAtLevel", "UseAVX");

    /** The one that runs this. */
    static JavaMachine current() {
        return new JavaMachine(
                System.getProperty("java.vm.name", ""),
                System.getProperty("java.vm.info", ""),
                System.getProperty("os.arch", ""),
                ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent(),
                currentFlags());
    }

    /** A run-time image may lack the module {@code jdk.management}, another Java machine the bean. */
    private static Map<String, String> currentFlags() {
        try {
            return HotSpot.values(FLAGS);
        } catch (NoClassDefFoundError unanswered) {
            return Map.of();
        }
    }

    /** Kept apart so that a missing module surfaces as an error of this class alone. */
    private static final class HotSpot {
        static Map<String, String> values(List<String> names) {
            Map<String, String> values = new HashMap<>();
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (bean != null) {
                for (String name : names) {
                    value(bean, name, values);
                }
            }
            return values;
        }

        private static void value(HotSpotDiagnosticMXBean bean, String name, Map<String, String> values) {
            try {
                values.put(name, bean.getVMOption(name).getValue());
            } catch (IllegalArgumentException unknownHere) {
                values.remove(name);
            }
        }
    }
}
