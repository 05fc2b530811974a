package joust.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a benchmark does, in the terms of its suite: turns calls a second into the suite's unit.
 *
 * @param suite the suite
 * @param what the case, such as {@code NN 128x512x784}
 * @param implementation who computes, such as {@code joust-scalar} or {@code naive}
 * @param unit {@code GFLOP/s}, {@code GB/s}, {@code ns/element} or {@code steps/s}
 * @param perCall GFLOP, GB, elements or steps of one call
 * @param limit what bounds it
 * @param flopsPerByte operations for each byte that has to be moved at least once, or NaN where nobody has counted
 */
record Work(
        Suite suite,
        String what,
        String implementation,
        String unit,
        double perCall,
        Limit limit,
        double flopsPerByte) {
    static final String PER_ELEMENT = "ns/element";
    private static final String MACHINE = "machine";
    private static final double GIGA = 1e9;

    /** Reads one parameter of a benchmark; null where it has none of that name. */
    @FunctionalInterface
    interface Parameters {
        @Nullable
        String get(String name);

        /** A parameter that the suite always has. */
        default String text(String name) {
            String value = get(name);
            if (value == null) {
                throw new IllegalArgumentException(name + ": missing, expected a parameter of that name");
            }
            return value;
        }
    }

    /**
     * Of a benchmark's method.
     *
     * @param benchmark the method's qualified name
     */
    static Work of(String benchmark, Parameters parameters) {
        String action = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return switch (Suite.of(benchmark)) {
            case MATMUL -> matmul(parameters);
            case DENSE -> dense(action, parameters);
            case ACTIVATION -> activation(action, parameters);
            case OPTIMIZER -> optimizer(parameters);
            case RANDOM -> random(action, parameters);
            case GAN_STEP -> ganStep(parameters);
            case TRANSFER -> transfer(action, parameters);
            case BANDWIDTH -> bandwidth(action, parameters);
            case PEAK -> peak();
        };
    }

    /** Calls a second in the suite's unit; fewer nanoseconds are better, more of everything else. */
    double inUnit(double callsPerSecond) {
        return unit.equals(PER_ELEMENT) ? GIGA / (callsPerSecond * perCall) : callsPerSecond * perCall;
    }

    private static Work peak() {
        double gigaflops = PeakBenchmark.FLOPS / GIGA;
        return new Work(Suite.PEAK, "fma", MACHINE, "GFLOP/s", gigaflops, Limit.fma(gigaflops), Double.NaN);
    }

    private static Work bandwidth(String action, Parameters parameters) {
        long size = Long.parseLong(parameters.text("size"));
        long bytes = Float.BYTES * size * (action.equals("copy") ? 2 : 3);
        Limit limit = action.equals("copy") ? Limit.NONE : Limit.triad(bytes / GIGA, bytes);
        String backend = parameters.get("backend");
        String machine = backend == null ? MACHINE : MACHINE + "-" + backend;
        return new Work(Suite.BANDWIDTH, action + " " + size, machine, "GB/s", bytes / GIGA, limit, Double.NaN);
    }

    private static Work matmul(Parameters parameters) {
        MatrixShape shape = MatrixShape.parse(parameters.text("shape"));
        double gigaflops = shape.flops() / GIGA;
        return new Work(
                Suite.MATMUL,
                parameters.text("product") + " " + shape.label(),
                implementation(parameters),
                "GFLOP/s",
                gigaflops,
                Limit.fma(gigaflops),
                shape.flops() / shape.bytes());
    }

    /** Backward has two products, and reads and writes about twice as much. */
    private static Work dense(String direction, Parameters parameters) {
        MatrixShape shape = MatrixShape.parse(parameters.text("shape"));
        double gigaflops = shape.flops() * (direction.equals("forward") ? 1 : 2) / GIGA;
        return new Work(
                Suite.DENSE,
                direction + " " + shape.label(),
                implementation(parameters),
                "GFLOP/s",
                gigaflops,
                Limit.fma(gigaflops),
                shape.flops() / shape.bytes());
    }

    /** Forward reads x and writes y; backward reads the gradient as well. */
    private static Work activation(String direction, Parameters parameters) {
        long size = Long.parseLong(parameters.text("size"));
        long bytes = Float.BYTES * size * (direction.equals("forward") ? 2 : 3);
        String what = word(parameters.text("activation")) + " " + direction + " " + size;
        Limit limit = Limit.triad(bytes / GIGA, bytes);
        return new Work(Suite.ACTIVATION, what, implementation(parameters), PER_ELEMENT, size, limit, Double.NaN);
    }

    private static Work optimizer(Parameters parameters) {
        OptimizerKind kind = OptimizerKind.valueOf(parameters.text("optimizer"));
        long size = Long.parseLong(parameters.text("size"));
        double gigabytes = kind.bytesPerParameter() * size / GIGA;
        Limit limit = Limit.triad(gigabytes, kind.footprintPerParameter() * size);
        String what = word(kind.name()) + " " + size;
        return new Work(Suite.OPTIMIZER, what, implementation(parameters), "GB/s", gigabytes, limit, Double.NaN);
    }

    private static Work random(String distribution, Parameters parameters) {
        String what = distribution + " " + parameters.text("size");
        double size = Double.parseDouble(parameters.text("size"));
        return new Work(Suite.RANDOM, what, implementation(parameters), PER_ELEMENT, size, Limit.NONE, Double.NaN);
    }

    private static Work ganStep(Parameters parameters) {
        String preset = parameters.text("preset");
        Limit limit = Limit.fma(StepWork.flops(StepConfigs.get(preset)) / GIGA);
        String what = preset + stage(preset, parameters);
        return new Work(Suite.GAN_STEP, what, implementation(parameters), "steps/s", 1, limit, Double.NaN);
    }

    /** Of a step, what is not as it is by default: images of its own, and steps before it. */
    private static String stage(String preset, Parameters parameters) {
        String after = parameters.get("after");
        // One step comes in any case.
        boolean later = after != null && Integer.parseInt(after) > 1;
        return on(preset, parameters.get("images")) + (later ? " after " + Integer.parseInt(after) : "");
    }

    private static String on(String preset, @Nullable String images) {
        if (images == null || images.equals(StepRows.RANDOM) || !StepRows.areImages(StepConfigs.get(preset))) {
            return "";
        }
        return " on " + StepRows.name(images);
    }

    private static Work transfer(String direction, Parameters parameters) {
        String what = direction + " " + parameters.text("size");
        double gigabytes = Float.BYTES * Double.parseDouble(parameters.text("size")) / GIGA;
        return new Work(Suite.TRANSFER, what, implementation(parameters), "GB/s", gigabytes, Limit.NONE, Double.NaN);
    }

    private static String implementation(Parameters parameters) {
        String peer = parameters.get("peer");
        String backend = parameters.get("backend");
        String who = peer != null ? word(peer) : backend != null ? "joust-" + backend : "naive";
        String polluted = Boolean.parseBoolean(parameters.get("pollute")) ? "+polluted" : "";
        return who + unless(parameters, "form", "FUSED") + unless(parameters, "weights", "CHANGING") + polluted;
    }

    /** What is not as it is in training is said in the implementation's name. */
    private static String unless(Parameters parameters, String name, String usual) {
        String value = parameters.get(name);
        return value == null || value.equals(usual) ? "" : "+" + word(value);
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
