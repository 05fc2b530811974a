package joust.bench.report;

import java.util.List;
import java.util.Map;

/** The colour of an implementation: the same in every picture. */
final class Palette {
    static final String PEAK = "#c0392b";
    static final String GRID = "#dddddd";

    private static final Map<String, String> KNOWN = Map.of(
            "joust-simd", "#1b6fc2",
            "joust-scalar", "#9aa5b1",
            "naive", "#d5d8dc",
            "openblas", "#e08e0b",
            "openblas-system", "#f1b24a",
            "mkl", "#2c9c5a",
            "pytorch", "#b04ac0",
            "pytorch-by-hand", "#7d3c98",
            "netlib", "#8d6e4f",
            "ejml", "#c7a17a");
    private static final List<String> OTHERS = List.of("#148f9c", "#5d6d1e", "#a83a6b", "#34495e");

    private Palette() {}

    /** Variants such as {@code joust-simd+composed} have a pale colour of their implementation. */
    static String of(String implementation) {
        String base = implementation.replaceAll("\\+.*", "");
        String known = KNOWN.get(base);
        String color = known != null ? known : OTHERS.get(Math.floorMod(base.hashCode(), OTHERS.size()));
        return base.equals(implementation) ? color : color + "88";
    }
}
