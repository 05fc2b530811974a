package joust.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The other libraries in a run, for each number of threads; their classes are in the jar of Maven's profile {@code peers}. */
final class PeerPlan {
    private static final String ALL = "all";
    private static final String CLBLAST = "clblast";
    private static final List<String> WORDS = List.of(
            "openblas",
            "openblas-system",
            "mkl",
            "netlib",
            "ejml",
            CLBLAST,
            "pytorch",
            "pytorch-by-hand",
            "pytorch-flushed");

    private final RunOptions options;
    private final Set<String> wanted;
    private final String passes;
    private final boolean onOpenCl;

    PeerPlan(RunOptions options, List<Grant> grants) {
        this.options = options;
        this.onOpenCl = grants.stream().anyMatch(grant -> !Devices.isHost(grant.backend()));
        this.wanted = options.peers();
        this.passes =
                options.backends().stream().filter(Devices::isHost).findFirst().orElse("simd");
    }

    /**
     * Checks libraries' names.
     *
     * @throws UsageException at the first that is none
     */
    static void requireKnown(Set<String> words) {
        for (String word : words) {
            if (!word.equals(ALL) && !WORDS.contains(word)) {
                throw new UsageException(
                        "--peers: '" + word + "', expected some of " + String.join(",", WORDS) + ", or all");
            }
        }
    }

    List<Contender> matmul(Map<String, String> same) {
        List<Contender> peers = new ArrayList<>(
                contenders("PeerMatmulBenchmark.matmul", same, "OPENBLAS", "OPENBLAS_SYSTEM", "MKL", "NETLIB", "EJML"));
        if (isWithClBlast()) {
            // On a device, which has its own idea of threads.
            String threads = String.valueOf(options.threads().getFirst());
            peers.add(Contender.of("PeerMatmulBenchmark.matmul", same)
                    .with("peer", "CLBLAST")
                    .with("threads", threads));
        }
        return peers;
    }

    /** Where it is named, or where a backend of Joust's runs on OpenCL too. */
    private boolean isWithClBlast() {
        return wanted.contains(CLBLAST) || (wanted.contains(ALL) && onOpenCl);
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
        Map<String, String> rest = new HashMap<>(same);
        rest.put("backend", passes);
        Stream<Contender> blas = contenders("BlasGanStepBenchmark.step", rest, "OPENBLAS", "MKL").stream();
        boolean known = text(same, "preset").equals("mnist");
        Stream<Contender> torch = known
                ? contenders("TorchGanStepBenchmark.step", same, "PYTORCH", "PYTORCH_BY_HAND", "PYTORCH_FLUSHED")
                        .stream()
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
