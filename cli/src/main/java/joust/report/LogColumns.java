package joust.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a log as they are drawn. In a row that is not finite D takes no row for anything, so its accuracy is 0: that is no
 * judgement, and left out.
 */
final class LogColumns {
    private static final List<String> FINITE = List.of("discriminatorLoss", "generatorLoss", "meanReal", "meanFake");
    private static final List<String> ACCURACY = List.of("accuracyReal", "accuracyFake");

    private LogColumns() {}

    static Map<String, double[]> of(RunLog log) {
        Map<String, double[]> columns = new LinkedHashMap<>(log.columns());
        for (String name : ACCURACY) {
            columns.computeIfPresent(name, (_, shares) -> ofFiniteRows(shares, log.columns()));
        }
        return columns;
    }

    private static double[] ofFiniteRows(double[] shares, Map<String, double[]> columns) {
        double[] kept = shares.clone();
        for (String name : FINITE) {
            double[] numbers = columns.getOrDefault(name, new double[0]);
            for (int row = 0; row < numbers.length; row++) {
                kept[row] = Double.isFinite(numbers[row]) ? kept[row] : Double.NaN;
            }
        }
        return kept;
    }
}
