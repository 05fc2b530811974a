package joust.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which cases a comparison has, and who computes them. */
final class ComparisonPlan {
    private static final List<String> LAYERS =
            List.of("128x100x256", "128x256x512", "128x512x784", "128x784x512", "256x784x512");
    private static final List<String> SMALL = List.of("16", "32", "48", "64", "96");
    private static final List<String> SMALL_BATCHES = Stream.of("1", "4", "16")
            .flatMap(rows -> Stream.of("100x256", "256x512", "512x784", "784x512").map(layer -> rows + "x" + layer))
            .toList();
    private static final List<String> SIZES = List.of("100352", "16777216");

    private final ComparisonOptions options;

    ComparisonPlan(ComparisonOptions options) {
        this.options = options;
    }

    /** The cases of one suite. */
    List<ComparedCase> cases(Suite suite) {
        List<ComparedCase> cases = new ArrayList<>();
        for (int threads : options.threads()) {
            switch (suite) {
                case MATMUL -> matmul(threads, cases);
                case DENSE -> dense(threads, cases);
                case ACTIVATION -> activation(threads, cases);
                case OPTIMIZER -> optimizer(threads, cases);
                case GAN_STEP -> ganStep(threads, cases);
                case BANDWIDTH -> bandwidth(threads, cases);
                case PEAK -> {}
            }
        }
        return cases;
    }

    private void matmul(int threads, List<ComparedCase> cases) {
        for (Product product : options.products()) {
            for (String shape : options.shapes().isEmpty() ? shapes(product) : options.shapes()) {
                Map<String, String> same =
                        Map.of("product", product.name(), "shape", shape, "threads", String.valueOf(threads));
                List<Contender> contenders = joust("MatmulBenchmark.matmul", same);
                peers("PeerMatmulBenchmark.matmul", same, contenders, "OPENBLAS", "OPENBLAS_SYSTEM", "MKL", "EJML");
                if (threads == 1) {
                    peers("PeerMatmulBenchmark.matmul", same, contenders, "NETLIB");
                    if (wanted("naive")) {
                        contenders.add(Contender.of(
                                "NaiveMatmulBenchmark.matmul", Map.of("product", product.name(), "shape", shape)));
                    }
                }
                cases.add(new ComparedCase(threads, contenders));
            }
        }
    }

    private static List<String> shapes(Product product) {
        List<String> shapes = new ArrayList<>(SMALL);
        switch (product) {
            case NN -> {
                shapes.addAll(SMALL_BATCHES);
                shapes.addAll(LAYERS);
                shapes.add("1024");
            }
            case NT -> shapes.add("128x784x512");
            case TN -> shapes.add("512x128x784");
            case TT -> shapes.add("128x512x784");
        }
        return shapes;
    }

    private void dense(int threads, List<ComparedCase> cases) {
        List<String> shapes = new ArrayList<>(LAYERS);
        shapes.add("256x512x256");
        for (String shape : options.shapes().isEmpty() ? shapes : options.shapes()) {
            for (String direction : List.of("forward", "backward")) {
                Map<String, String> same = Map.of("shape", shape, "threads", String.valueOf(threads));
                Map<String, String> training = with(with(same, "form", "FUSED"), "weights", "CHANGING");
                List<Contender> contenders = joust("DenseBenchmark." + direction, training);
                contenders.addAll(joust("DenseBenchmark." + direction, with(training, "weights", "KEPT")));
                contenders.addAll(joust("DenseBenchmark." + direction, with(training, "form", "COMPOSED")));
                Map<String, String> passes = with(training, "backend", options.backends().getFirst());
                peers("BlasDenseBenchmark." + direction, passes, contenders, "OPENBLAS", "MKL");
                peers("TorchDenseBenchmark." + direction, same, contenders, "PYTORCH");
                cases.add(new ComparedCase(threads, contenders));
            }
        }
    }

    private void activation(int threads, List<ComparedCase> cases) {
        for (String kind : List.of("RELU", "SIGMOID", "TANH")) {
            for (String size : SIZES) {
                for (String direction : List.of("forward", "backward")) {
                    Map<String, String> same =
                            Map.of("activation", kind, "size", size, "threads", String.valueOf(threads));
                    List<Contender> contenders = joust("ActivationBenchmark." + direction, same);
                    peers("TorchActivationBenchmark." + direction, same, contenders, "PYTORCH");
                    cases.add(new ComparedCase(threads, contenders));
                }
            }
        }
    }

    private void optimizer(int threads, List<ComparedCase> cases) {
        for (String size : List.of("559632", "8388608")) {
            Map<String, String> same = Map.of("optimizer", "ADAM", "size", size, "threads", String.valueOf(threads));
            List<Contender> contenders = joust("OptimizerBenchmark.step", same);
            peers("TorchOptimizerBenchmark.step", same, contenders, "PYTORCH");
            cases.add(new ComparedCase(threads, contenders));
        }
    }

    private void ganStep(int threads, List<ComparedCase> cases) {
        Map<String, String> same = Map.of("preset", "mnist", "threads", String.valueOf(threads));
        List<Contender> contenders = joust("GanStepBenchmark.step", same);
        Map<String, String> passes = with(same, "backend", options.backends().getFirst());
        peers("BlasGanStepBenchmark.step", passes, contenders, "OPENBLAS", "MKL");
        peers("TorchGanStepBenchmark.step", same, contenders, "PYTORCH", "PYTORCH_BY_HAND");
        cases.add(new ComparedCase(threads, contenders));
    }

    private static void bandwidth(int threads, List<ComparedCase> cases) {
        for (String action : List.of("copy", "triad")) {
            for (String size : SIZES) {
                Contender loop = new Contender("BandwidthBenchmark." + action, Map.of("size", size), threads);
                cases.add(new ComparedCase(threads, List.of(loop)));
            }
        }
    }

    private List<Contender> joust(String benchmark, Map<String, String> same) {
        List<Contender> contenders = new ArrayList<>();
        options.backends().forEach(name -> contenders.add(Contender.of(benchmark, with(same, "backend", name))));
        return contenders;
    }

    private void peers(String benchmark, Map<String, String> same, List<Contender> contenders, String... peers) {
        for (String peer : peers) {
            if (wanted(peer.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                contenders.add(Contender.of(benchmark, with(same, "peer", peer)));
            }
        }
    }

    private boolean wanted(String word) {
        return options.peers().isEmpty() || options.peers().contains(word);
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }
}
