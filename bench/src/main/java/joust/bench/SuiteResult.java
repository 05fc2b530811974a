package joust.bench;

import java.util.Arrays;
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
    private static final String MACHINE = "machine";

    static SuiteResult of(RunResult run) {
        BenchmarkParams params = run.getParams();
        String type = params.getBenchmark();
        String name = type.substring(0, type.lastIndexOf('.'));
        String action = type.substring(type.lastIndexOf('.') + 1);
        String benchmark = name.substring(name.lastIndexOf('.') + 1);
        return switch (suiteOf(benchmark)) {
            case MATMUL -> matmul(run);
            case DENSE -> dense(run, action);
            case ACTIVATION -> activation(run, action);
            case OPTIMIZER -> optimizer(run);
            case GAN_STEP -> ganStep(run);
            case BANDWIDTH -> bandwidth(run, action);
            case PEAK -> peak(run);
        };
    }

    /** Other libraries' classes are called as Joust's, with the library in front. */
    private static Suite suiteOf(String benchmark) {
        return Arrays.stream(Suite.values())
                .filter(suite -> ("joust.bench." + benchmark + ".").matches(suite.pattern()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("benchmark: " + benchmark + " belongs to no suite"));
    }

    private static SuiteResult peak(RunResult run) {
        double work = PeakBenchmark.flops() / 1e9;
        return scaled(run, Suite.PEAK, "fma", MACHINE, "GFLOP/s", work, work);
    }

    private static SuiteResult bandwidth(RunResult run, String action) {
        String size = run.getParams().getParam("size");
        int bytes = Float.BYTES * (action.equals("copy") ? 2 : 3);
        double gigabytes = bytes * Double.parseDouble(size) / 1e9;
        return scaled(run, Suite.BANDWIDTH, action + " " + size, MACHINE, "GB/s", gigabytes, Double.NaN);
    }

    private static SuiteResult dense(RunResult run, String direction) {
        MatrixShape shape = MatrixShape.parse(run.getParams().getParam("shape"));
        double work = shape.flops() * (direction.equals("forward") ? 1 : 2) / 1e9;
        String what = direction + " " + shape.label();
        return scaled(run, Suite.DENSE, what, implementation(run.getParams()), "GFLOP/s", work, work);
    }

    private static SuiteResult matmul(RunResult run) {
        MatrixShape shape = MatrixShape.parse(run.getParams().getParam("shape"));
        String what = run.getParams().getParam("product") + " " + shape.label();
        double work = shape.flops() / 1e9;
        return scaled(run, Suite.MATMUL, what, implementation(run.getParams()), "GFLOP/s", work, work);
    }

    private static SuiteResult activation(RunResult run, String direction) {
        BenchmarkParams params = run.getParams();
        String what = word(params.getParam("activation")) + " " + direction + " " + params.getParam("size");
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
        String what = word(kind.name()) + " " + params.getParam("size");
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
        String peer = params.getParam("peer");
        String backend = params.getParam("backend");
        String who = peer != null ? word(peer) : backend != null ? "joust-" + backend : "naive";
        return who + unless(params, "form", "FUSED") + unless(params, "weights", "CHANGING");
    }

    /** What is not as it is in training is said in the implementation's name. */
    private static String unless(BenchmarkParams params, String name, String usual) {
        String value = params.getParam(name);
        return value == null || value.equals(usual) ? "" : "+" + word(value);
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
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
                        String.format(Locale.ROOT, "%-26s", what),
                        String.format(Locale.ROOT, "%-24s", implementation),
                        String.format(Locale.ROOT, "%7d", threads),
                        String.format(Locale.ROOT, "%10.3f", score),
                        Double.isNaN(error) ? " ".repeat(10) : String.format(Locale.ROOT, "%10.3f", error),
                        String.format(Locale.ROOT, "%-10s", unit),
                        Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%5.3f", share))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
