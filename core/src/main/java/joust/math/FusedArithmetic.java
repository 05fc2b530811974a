package joust.math;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The multiply-add that every formula of Joust is written with, and whether it is fused here.
 *
 * <p>With a fused multiply-add in the processor the sum {@code a * b + c} is rounded once. Without one {@link Math#fma}
 * would be emulated through {@code BigDecimal}, thousands of times slower, so all CPU backends then round the product
 * and the sum, and their results differ from those of a machine that fuses.
 */
public final class FusedArithmetic {

    /**
     * Whether this Java machine turns {@link Math#fma(float, float, float)} into one instruction.
     *
     * <p>HotSpot is asked for its flag {@code UseFMA}, which it clears where the processor lacks the instruction;
     * {@code -XX:-UseFMA} therefore gives {@code false}. Where that question has no answer (another Java machine, or a
     * run-time image without the module {@code jdk.management}) {@link FusedProbe} measures.
     */
    public static final boolean FUSED = detect();

    private FusedArithmetic() {}

    /**
     * {@code a * b + c} with one rounding if {@link #FUSED}, else with one rounding of the product and one of the sum.
     * NaN, infinities and signed zeros follow IEEE 754.
     *
     * @param a the first factor
     * @param b the second factor
     * @param c the summand
     * @return the sum
     */
    public static float fma(float a, float b, float c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean detect() {
        try {
            return Flag.useFma();
        } catch (NoClassDefFoundError | IllegalArgumentException unanswered) {
            return FusedProbe.looksFused();
        }
    }

    /** Kept apart so that a missing module surfaces as an error of this class alone. */
    private static final class Flag {

        static boolean useFma() {
            HotSpotDiagnosticMXBean bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (bean == null) {
                throw new IllegalArgumentException("this Java machine has no HotSpotDiagnosticMXBean");
            }
            return Boolean.parseBoolean(bean.getVMOption("UseFMA").getValue());
        }
    }
}
