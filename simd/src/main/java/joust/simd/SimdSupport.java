package joust.simd;

import java.util.Optional;
import java.util.Set;
import joust.backend.Discovery.Problem;

/**
 * Whether vectors are worth using here: the steps that a Java machine has to pass, in order. On one that fails, vectors are
 * objects, 10 to 1000 times slower than the scalar backend. No type of the Vector API is named here, so that this class loads
 * without its module; {@link VectorWidth} is loaded after the module was found.
 */
final class SimdSupport {
    private static final Set<String> X86_64 = Set.of("amd64", "x86_64");
    private static final Set<String> WIDTHS = Set.of("preferred", "128", "256", "512");
    /** HotSpot's highest tier of compilation, C2's. */
    private static final int FULL_OPTIMIZATION = 4;

    private static final int AVX2 = 2;
    private static final int NARROWEST = 128;

    private SimdSupport() {}

    /** The first step that this Java machine does not pass, or empty where SIMD can be used. */
    static Optional<Problem> problem() {
        String bits = System.getProperty(Lanes.PROPERTY, "preferred");
        return problem(JavaMachine.current())
                .or(() -> invalidWidth(bits))
                .or(() -> unavailableWidth(bits, VectorWidth.preferred(), VectorWidth.widest()));
    }

    static Optional<Problem> problem(JavaMachine machine) {
        return missingModule(machine)
                .or(() -> foreignMachine(machine))
                .or(() -> missingCompiler(machine))
                .or(() -> missingAvx2(machine));
    }

    private static Optional<Problem> missingModule(JavaMachine machine) {
        return when(
                !machine.hasVectorModule(),
                "Java was started without the module " + JavaMachine.VECTOR_MODULE,
                "start Java with --add-modules=" + JavaMachine.VECTOR_MODULE);
    }

    /** HotSpot calls itself a VM of one of these kinds, whoever built it. */
    private static Optional<Problem> foreignMachine(JavaMachine machine) {
        return when(
                !machine.name().matches(".*\\b(Server|Client|Minimal|Zero) VM"),
                "this Java machine, " + machine.name() + ", is not HotSpot, and its compiler has no vectors",
                "use a JDK with HotSpot, such as Eclipse Temurin");
    }

    private static Optional<Problem> missingCompiler(JavaMachine machine) {
        return when(
                !machine.name().endsWith("Server VM")
                        || machine.info().contains("interpreted mode")
                        || machine.info().contains("emulated-client")
                        || "false".equals(machine.flags().get("UseCompiler"))
                        || stopsBelowC2(machine),
                "the compiler C2, which knows vectors, is off (" + machine.name() + ", " + machine.info() + ")",
                "start Java without -Xint, -XX:TieredStopAtLevel and other flags that leave out C2");
    }

    /** Without tiers C2 compiles alone, and the highest tier says nothing unless it is 0. */
    private static boolean stopsBelowC2(JavaMachine machine) {
        int highest = Integer.parseInt(
                machine.flags().getOrDefault("TieredStopAtLevel", Integer.toString(FULL_OPTIMIZATION)));
        boolean tiered = "true".equals(machine.flags().get("TieredCompilation"));
        return highest == 0 || (tiered && highest < FULL_OPTIMIZATION);
    }

    /** HotSpot lowers the flag itself where the processor has less. */
    private static Optional<Problem> missingAvx2(JavaMachine machine) {
        String level = machine.flags().getOrDefault("UseAVX", Integer.toString(AVX2));
        return when(
                X86_64.contains(machine.architecture()) && Integer.parseInt(level) < AVX2,
                "AVX2 is off (UseAVX is " + level + ")",
                "start Java without -XX:UseAVX, or use scalar where the processor has no AVX2");
    }

    private static Optional<Problem> invalidWidth(String bits) {
        return when(
                !WIDTHS.contains(bits),
                Lanes.PROPERTY + " is '" + bits + "', expected preferred, 128, 256 or 512",
                "correct -D" + Lanes.PROPERTY + " or leave it out");
    }

    static Optional<Problem> unavailableWidth(String bits, int preferred, int widest) {
        return when(
                        preferred < NARROWEST,
                        "the vectors of this Java machine have " + preferred + " bits, expected at least " + NARROWEST,
                        "start Java without -XX:MaxVectorSize, or use scalar where the processor has no wider ones")
                .or(() -> when(
                        !bits.equals("preferred") && Integer.parseInt(bits) > widest,
                        Lanes.PROPERTY + " is " + bits + ", but the vectors of this machine have at most " + widest
                                + " bits",
                        "leave -D" + Lanes.PROPERTY + " out, or set it to at most " + widest));
    }

    private static Optional<Problem> when(boolean failed, String reason, String remedy) {
        return failed ? Optional.of(new Problem(reason, remedy)) : Optional.empty();
    }
}
