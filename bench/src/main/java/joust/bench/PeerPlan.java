package joust.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The other libraries in a run, for each number of threads; their classes are in the jar of Maven's profile {@code peers}. */
final class PeerPlan {
    private static final String ALL = "all";
    private static final List<String> WORDS =
            List.of("openblas", "openblas-system", "mkl", "netlib", "ejml", "pytorch", "pytorch-by-hand");

    private final RunOptions options;
    private final Set<String> wanted;
    private final String passes;

    /** Checks the libraries' names. */
    PeerPlan(RunOptions options) {
        this.options = options;
        this.wanted = options.peers();
        this.passes =
                options.backends().stream().filter(Devices::isHost).findFirst().orElse("simd");
        for (String word : wanted) {
            if (!word.equals(ALL) && !WORDS.contains(word)) {
                throw new UsageException(
                        "--peers: '" + word + "', expected some of " + String.join(",", WORDS) + ", or all");
            }
        }
    }

    List<Contender> matmul(Map<String, String> same) {
        return contenders("PeerMatmulBenchmark.matmul", same, "OPENBLAS", "OPENBLAS_SYSTEM", "MKL", "NETLIB", "EJML");
    }

    /** BLAS with the rest of a layer by one of Joust's backends, and PyTorch. */
    List<Contender> dense(String direction, Map<String, String> same) {
        Map<String, String> rest =
                Map.of("shape", text(same, "shape"), "backend", passes, "form", "FUSED", "weights", "CHANGING");
        return Stream.concat(
                        contenders("BlasDenseBenchmark." + direction, rest, "OPENBLAS", "MKL").stream(),
                        contenders("TorchDenseBenchmark." + direction, same, "PYTORCH").stream())
                .toList();
    }

    List<Contender> activation(String direction, Map<String, String> same) {
        boolean known = !text(same, "activation").equals("LEAKY_RELU");
        return known ? contenders("TorchActivationBenchmark." + direction, same, "PYTORCH") : List.of();
    }

    List<Contender> optimizer(Map<String, String> same) {
        boolean known = text(same, "optimizer").equals("ADAM");
        return known ? contenders("TorchOptimizerBenchmark.step", same, "PYTORCH") : List.of();
    }

    /** PyTorch's step is written for one preset. */
    List<Contender> ganStep(Map<String, String> same) {
        Map<String, String> rest = Map.of("preset", text(same, "preset"), "backend", passes);
        Stream<Contender> blas = contenders("BlasGanStepBenchmark.step", rest, "OPENBLAS", "MKL").stream();
        boolean known = text(same, "preset").equals("mnist");
        Stream<Contender> torch = known
                ? contenders("TorchGanStepBenchmark.step", same, "PYTORCH", "PYTORCH_BY_HAND").stream()
                : Stream.empty();
        return Stream.concat(blas, torch).toList();
    }

    private List<Contender> contenders(String benchmark, Map<String, String> same, String... peers) {
        return options.threads().stream()
                .flatMap(threads -> Stream.of(peers)
                        .filter(peer -> threads == 1 || !peer.equals("NETLIB"))
                        .filter(this::wanted)
                        .map(peer -> Contender.of(benchmark, same)
                                .with("peer", peer)
                                .with("threads", String.valueOf(threads))))
                .toList();
    }

    private boolean wanted(String peer) {
        return wanted.contains(ALL)
                || wanted.contains(peer.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String text(Map<String, String> same, String name) {
        return same.getOrDefault(name, "");
    }
}
