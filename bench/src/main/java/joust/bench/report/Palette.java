package joust.bench.report;

import java.util.List;
import java.util.Map;

/** The colour of an implementation: the same in every picture. */
final class Palette {
    static final String PEAK = "#c0392b";
    static final String GRID = "#dddddd";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("joust-simd", "#1b6fc2"),
            Map.entry("joust-scalar", "#9aa5b1"),
            Map.entry("joust-opencl", "#148f9c"),
            Map.entry("naive", "#d5d8dc"),
            Map.entry("openblas", "#e08e0b"),
            Map.entry("openblas-system", "#f1b24a"),
            Map.entry("mkl", "#2c9c5a"),
            Map.entry("pytorch", "#b04ac0"),
            Map.entry("pytorch-by-hand", "#7d3c98"),
            Map.entry("pytorch-flushed", "#d98ce0"),
            Map.entry("netlib", "#8d6e4f"),
            Map.entry("ejml", "#c7a17a"),
            Map.entry("clblast", "#34495e"));
    private static final List<String> OTHERS = List.of("#5d6d1e", "#a83a6b");

    private Palette() {}

    /** Variants such as {@code joust-simd+composed} have a pale colour of their implementation; a device's number changes nothing. */
    static String of(String implementation) {
        String base = implementation.replaceAll("[+:].*", "");
        String known = KNOWN.get(base);
        String color = known != null ? known : OTHERS.get(Math.floorMod(base.hashCode(), OTHERS.size()));
        return implementation.contains("+") ? color + "88" : color;
    }
}
