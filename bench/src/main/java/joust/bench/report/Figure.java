package joust.bench.report;

import java.util.List;

/**
 * What one implementation did in one case.
 *
 * @param suite the suite's word, such as {@code matmul}
 * @param what the case, such as {@code NN 128x512x784}
 * @param implementation who computed, such as {@code joust-simd}, {@code openblas} or, of a peak, {@code machine}
 * @param threads how many threads computed: those granted, not those asked for
 * @param unit {@code GFLOP/s}, {@code GB/s}, {@code ns/element} or {@code steps/s}
 * @param forks the figure of each fork in {@code unit}, in the order of running; at least one
 * @param fastest the figure of the fastest iteration of each fork; empty where a file of an earlier Joust has none
 * @param peak what the machine's peak of the same run allows, in {@code unit}, or NaN where none applies
 * @param flopsPerByte operations for each byte that has to be moved at least once, or NaN
 * @param launches kernels that a device was given for each call, such as a training step, or NaN where none was
 */
public record Figure(
        String suite,
        String what,
        String implementation,
        int threads,
        String unit,
        List<Double> forks,
        List<Double> fastest,
        double peak,
        double flopsPerByte,
        double launches) {
    /** The unit of which less is better. */
    private static final String TIME = "ns/element";

    private static final String JOUST = "joust-";
    private static final String SCALAR = JOUST + "scalar";
    private static final String OPENCL = JOUST + "opencl";
    private static final String MACHINE = "machine";

    /** Copies the forks. */
    public Figure {
        forks = List.copyOf(forks);
        fastest = List.copyOf(fastest);
        if (forks.isEmpty()) {
            throw new IllegalArgumentException("forks: none, expected at least one of " + suite + " " + what);
        }
    }

    /** The median of the forks. */
    public double score() {
        return median(forks);
    }

    /** Half the way from the lowest fork to the highest; NaN of a single one. */
    public double error() {
        if (forks.size() < 2) {
            return Double.NaN;
        }
        double low = forks.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = forks.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return (high - low) / 2;
    }

    /** How many times as fast as another figure of the same case, above 1 if faster, whatever the unit. */
    public double ratioTo(Figure other) {
        return speedUp(score(), other.score());
    }

    /** The share of the peak, or NaN where none applies. */
    public double shareOfPeak() {
        return speedUp(score(), peak);
    }

    /** How many times as fast {@code one} is as {@code other}, both in this figure's unit. */
    double speedUp(double one, double other) {
        return lessIsBetter() ? other / one : one / other;
    }

    /** Whether the unit is a time. */
    public boolean lessIsBetter() {
        return unit.equals(TIME);
    }

    /** Suite and case. */
    public String title() {
        return suite + " " + what;
    }

    /** Whether this is the scalar backend as it trains. */
    public boolean isScalar() {
        return implementation.equals(SCALAR);
    }

    /** Whether another library computed; the naive loop is none. */
    public boolean isPeer() {
        return !implementation.startsWith(JOUST) && !isMachine() && !implementation.equals("naive");
    }

    /** Whether an OpenCL device computed, to which threads mean nothing. */
    public boolean isDevice() {
        return implementation.startsWith(OPENCL)
                || implementation.startsWith(MACHINE + "-")
                || implementation.equals("clblast");
    }

    /** Who computed, such as {@code joust-simd, 2 threads}; of a device its name alone. */
    public String contender() {
        return isDevice() ? implementation : implementation + ", " + threads + (threads == 1 ? " thread" : " threads");
    }

    /** Whether this is a peak of the machine. */
    public boolean isMachine() {
        return implementation.startsWith(MACHINE);
    }

    /** The middle one, or the mean of the middle two. */
    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
