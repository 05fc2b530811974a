package joust.backend;

import java.util.Locale;

/** How a backend rounds; runs are comparable bit for bit only where both say {@link #FMA} (or both {@link #MULTIPLY_ADD}). */
public enum Arithmetic {
    /** The bit contract in full: fused multiply-add, exact division and square root. */
    FMA,
    /** No fused multiply-add in the hardware: every fma rounds twice, on all CPU backends alike. */
    MULTIPLY_ADD,
    /** The device lacks exact division, square root or fma: results are close, within a tolerance the backend states. */
    TOLERANCE,
    /** Matrix products on TF32 tensor cores, asked for by name. */
    TF32;

    /** The name used in files and messages, such as {@code multiply-add}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
