package joust.report;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Leaves points of a long curve out that its picture does not show. */
final class Thinning {
    private static final int MOST = 600;

    private Thinning() {}

    /** Positions in ascending order: all, or of each of 300 parts the lowest and the highest, so that no peak is lost. */
    static int[] indices(double[] values) {
        if (values.length <= MOST) {
            return IntStream.range(0, values.length).toArray();
        }
        BitSet kept = new BitSet(values.length);
        int parts = MOST / 2;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) values.length * part / parts);
            int to = (int) ((long) values.length * (part + 1) / parts);
            kept.set(extreme(values, from, to, 1));
            kept.set(extreme(values, from, to, -1));
        }
        return kept.stream().toArray();
    }

    private static int extreme(double[] values, int from, int to, int sign) {
        int extreme = from;
        for (int i = from + 1; i < to; i++) {
            if (Double.isNaN(values[extreme]) || values[i] * sign > values[extreme] * sign) {
                extreme = i;
            }
        }
        return extreme;
    }
}
