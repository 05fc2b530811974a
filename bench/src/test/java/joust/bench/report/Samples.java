package joust.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs as they might have been recorded. */
final class Samples {
    private Samples() {}

    static RunFacts facts(String mode, String jdk) {
        return new RunFacts(
                "AMD EPYC",
                jdk,
                "Linux 6.1",
                "abc1234",
                "2026-11-25T12:00:00Z",
                mode,
                "./joust bench",
                Map.of("joust-simd", "8 floats <wide>", "mkl", "2025.3"));
    }

    static Figure figure(
            String suite, String what, String who, int threads, String unit, double peak, Double... forks) {
        return new Figure(suite, what, who, threads, unit, List.of(forks), List.of(), peak, Double.NaN, Double.NaN);
    }

    /** One case of products with a peer, one of training steps, one of activations, and the machine. */
    static RunResults run() {
        List<Figure> figures = new ArrayList<>();
        figures.add(product("joust-simd", 1, 60.0, 61.0, 62.0));
        figures.add(product("joust-simd", 2, 110.0, 112.0, 111.0));
        figures.add(product("joust-scalar", 1, 30.0, 31.0, 29.0));
        figures.add(product("mkl", 1, 75.0, 74.0, 76.0));
        figures.add(figure("activation", "tanh forward 100352", "joust-scalar", 1, "ns/element", 0.1, 1.0, 1.1, 0.9));
        figures.add(figure("activation", "tanh forward 100352", "joust-simd", 1, "ns/element", 0.1, 0.5, 0.5, 0.5));
        figures.add(figure("gan-step", "mnist", "joust-simd", 1, "steps/s", 60, 30.0, 33.0, 31.0));
        figures.add(new Figure(
                "gan-step",
                "mnist",
                "joust-opencl:0",
                1,
                "steps/s",
                List.of(20.0),
                List.of(21.0),
                Double.NaN,
                Double.NaN,
                39));
        figures.add(figure("peak", "fma", "machine", 1, "GFLOP/s", Double.NaN, 90.0, 91.0, 89.0));
        figures.add(figure("bandwidth", "triad 16777216", "machine", 1, "GB/s", Double.NaN, 20.0, 21.0, 19.0));
        figures.add(figure("bandwidth", "triad 66901", "machine", 1, "GB/s", Double.NaN, 40.0, 41.0, 39.0));
        return new RunResults(facts(RunFacts.FULL, "25.0.3"), figures);
    }

    private static Figure product(String who, int threads, Double... forks) {
        return new Figure(
                "matmul",
                "NN 128x512x784",
                who,
                threads,
                "GFLOP/s",
                List.of(forks),
                List.of(forks),
                90.0 * threads,
                41.5,
                Double.NaN);
    }

    /** A run of many cases whose forks are spread normally in their logarithms. */
    static RunResults spread(int cases, int forks, double deviation, double factor, Random random) {
        List<Figure> figures = IntStream.range(0, cases)
                .mapToObj(i -> figure(
                        "matmul",
                        "NN " + i,
                        "joust-simd",
                        1,
                        i % 2 == 0 ? "GFLOP/s" : "ns/element",
                        Double.NaN,
                        random.doubles(forks, 0, 1)
                                .map(any -> 50
                                        * StrictMath.exp(deviation * random.nextGaussian())
                                        * (i % 2 == 0 ? factor : 1 / factor))
                                .boxed()
                                .toArray(Double[]::new)))
                .toList();
        return new RunResults(facts(RunFacts.FULL, "25.0.3"), figures);
    }
}
