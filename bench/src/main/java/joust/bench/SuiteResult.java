package joust.bench;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joust.gan.Presets;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One line of the table: JMH's operations per second turned into the unit of the suite.
 *
 * @param suite the suite's word
 * @param what the case, such as {@code NN 128x512x784}
 * @param implementation who computed, such as {@code joust-scalar} or {@code naive}
 * @param threads how many threads computed
 * @param score the figure, in {@code unit}
 * @param error half the 99.9 % confidence interval over all iterations, in {@code unit}; NaN where there are too few
 * @param unit {@code GFLOP/s}, {@code GB/s}, {@code ns/element} or {@code steps/s}
 * @param flopsPerSecond floating-point operations a second, in GFLOP/s, or NaN where the peak has no meaning
 */
record SuiteResult(
        String suite,
        String what,
        String implementation,
        int threads,
        double score,
        double error,
        String unit,
        double flopsPerSecond) {

    static SuiteResult of(RunResult run) {
        BenchmarkParams params = run.getParams();
        String type = params.getBenchmark();
        String name = type.substring(0, type.lastIndexOf('.'));
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "MatmulBenchmark" -> matmul(run, "joust-" + params.getParam("backend"));
            case "NaiveMatmulBenchmark" -> matmul(run, "naive");
            case "PeakBenchmark" ->
                scaled(
                        run,
                        Suite.PEAK,
                        "fma",
                        "machine",
                        "GFLOP/s",
                        PeakBenchmark.flops() / 1e9,
                        PeakBenchmark.flops() / 1e9);
            case "ActivationBenchmark" -> activation(run, type.substring(type.lastIndexOf('.') + 1));
            case "OptimizerBenchmark" -> optimizer(run);
            case "GanStepBenchmark" -> ganStep(run);
            default -> throw new IllegalArgumentException("benchmark: " + type + " belongs to no suite");
        };
    }

    private static SuiteResult matmul(RunResult run, String implementation) {
        MatrixShape shape = MatrixShape.parse(run.getParams().getParam("shape"));
        String what = run.getParams().getParam("product") + " " + shape.label();
        double work = shape.flops() / 1e9;
        return scaled(run, Suite.MATMUL, what, implementation, "GFLOP/s", work, work);
    }

    private static SuiteResult activation(RunResult run, String direction) {
        BenchmarkParams params = run.getParams();
        String what = params.getParam("activation").toLowerCase(Locale.ROOT).replace('_', '-') + " " + direction;
        double nanoseconds = 1e9 / Double.parseDouble(params.getParam("size"));
        Result<?> result = run.getPrimaryResult();
        double score = nanoseconds / result.getScore();
        double error = score * result.getScoreError() / result.getScore();
        return new SuiteResult(
                Suite.ACTIVATION.word(),
                what,
                implementation(params),
                threads(params),
                score,
                error,
                "ns/element",
                Double.NaN);
    }

    private static SuiteResult optimizer(RunResult run) {
        BenchmarkParams params = run.getParams();
        OptimizerKind kind = OptimizerKind.valueOf(params.getParam("optimizer"));
        double gigabytes = kind.bytesPerParameter() * Double.parseDouble(params.getParam("size")) / 1e9;
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + params.getParam("size");
        return scaled(run, Suite.OPTIMIZER, what, implementation(params), "GB/s", gigabytes, Double.NaN);
    }

    private static SuiteResult ganStep(RunResult run) {
        BenchmarkParams params = run.getParams();
        String preset = params.getParam("preset");
        double work = StepWork.flops(Presets.get(preset)) / 1e9;
        return scaled(run, Suite.GAN_STEP, preset, implementation(params), "steps/s", 1, work);
    }

    private static SuiteResult scaled(
            RunResult run, Suite suite, String what, String implementation, String unit, double factor, double work) {
        Result<?> result = run.getPrimaryResult();
        return new SuiteResult(
                suite.word(),
                what,
                implementation,
                threads(run.getParams()),
                result.getScore() * factor,
                result.getScoreError() * factor,
                unit,
                result.getScore() * work);
    }

    private static String implementation(BenchmarkParams params) {
        return "joust-" + params.getParam("backend");
    }

    private static int threads(BenchmarkParams params) {
        String threads = params.getParam("threads");
        return threads == null ? params.getThreads() : Integer.parseInt(threads);
    }

    /** The columns as the table prints them, given the peak in GFLOP/s of one thread or NaN. */
    String line(double peak) {
        double share = flopsPerSecond / (peak * threads);
        return Stream.of(
                        String.format(Locale.ROOT, "%-10s", suite),
                        String.format(Locale.ROOT, "%-20s", what),
                        String.format(Locale.ROOT, "%-16s", implementation),
                        String.format(Locale.ROOT, "%7d", threads),
                        String.format(Locale.ROOT, "%10.3f", score),
                        Double.isNaN(error) ? " ".repeat(10) : String.format(Locale.ROOT, "%10.3f", error),
                        String.format(Locale.ROOT, "%-10s", unit),
                        Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%5.3f", share))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
