package joust.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which cases a run has, and who computes them. */
final class RunPlan {
    private static final long BEYOND_CACHES = 200_000_000;
    private static final List<String> LARGE = List.of("1024", "2048");

    private final RunOptions options;
    private final List<Grant> grants;
    private final PeerPlan peers;
    private final PlannedParameters parameters;

    RunPlan(RunOptions options, List<Grant> grants) {
        this.options = options;
        this.grants = grants;
        this.peers = new PeerPlan(options, grants);
        this.parameters = new PlannedParameters(options);
    }

    /** All cases of the suites asked for. */
    List<ComparedCase> cases() {
        List<Suite> suites = options.suites().isEmpty() ? List.of(Suite.values()) : options.suites();
        List<ComparedCase> cases = new ArrayList<>(suites.stream()
                .flatMap(this::cases)
                .filter(contenders -> !contenders.isEmpty())
                .map(ComparedCase::of)
                .toList());
        if (List.of("--json", "--html").stream()
                .anyMatch(option -> options.file(option).isPresent())) {
            cases.add(memory());
        }
        return cases;
    }

    /** How fast memory is beyond all caches: a roof of the picture that is drawn of the others. */
    private ComparedCase memory() {
        Stream<Contender> host = options.threads().stream().map(threads -> Contender.triad(threads, BEYOND_CACHES));
        Stream<Contender> devices = grants.stream()
                .filter(grant -> !Devices.isHost(grant.backend()))
                .map(grant -> Contender.deviceTriad(grant.backend(), BEYOND_CACHES));
        return ComparedCase.of(Stream.concat(host, devices).toList());
    }

    private Stream<List<Contender>> cases(Suite suite) {
        return switch (suite) {
            case MATMUL -> parameters.products().stream().map(this::matmul);
            case DENSE ->
                parameters.layers().stream().flatMap(shape -> both("forward", "backward", shape, this::dense));
            case ACTIVATION ->
                parameters.activations().stream().flatMap(same -> both("forward", "backward", same, this::activation));
            case OPTIMIZER -> parameters.optimizers().stream().map(this::optimizer);
            case RANDOM ->
                parameters.draws().stream()
                        .flatMap(same ->
                                both("uniform", "normal", same, (word, p) -> joust("RandomBenchmark." + word, p)));
            case GAN_STEP -> parameters.steps().stream().map(this::ganStep);
            case TRANSFER ->
                parameters.transfers().stream().flatMap(same -> both("upload", "download", same, this::transfer));
            case BANDWIDTH ->
                parameters.arrays().stream().flatMap(same -> both("copy", "triad", same, this::bandwidth));
            case PEAK ->
                Stream.of(options.threads().stream().map(Contender::peak).toList());
        };
    }

    /** Cases of a benchmark's two methods. */
    @FunctionalInterface
    private interface Make {
        List<Contender> of(String method, Map<String, String> same);
    }

    private static Stream<List<Contender>> both(String one, String other, Map<String, String> same, Make make) {
        return Stream.of(make.of(one, same), make.of(other, same));
    }

    private List<Contender> matmul(Map<String, String> same) {
        boolean large = LARGE.contains(same.get("shape"));
        List<Contender> contenders = new ArrayList<>(joust("MatmulBenchmark.matmul", same));
        contenders.removeIf(
                contender -> large && "scalar".equals(contender.parameters().get("backend")));
        if (!options.quick() && !large && options.threads().contains(1)) {
            contenders.add(Contender.of("NaiveMatmulBenchmark.matmul", same));
        }
        contenders.addAll(peers.matmul(same));
        return contenders;
    }

    private List<Contender> dense(String direction, Map<String, String> same) {
        List<Contender> contenders = new ArrayList<>();
        for (Map<String, String> form : parameters.layerForms(same)) {
            contenders.addAll(joust("DenseBenchmark." + direction, form));
        }
        contenders.addAll(peers.dense(direction, same));
        return contenders;
    }

    private List<Contender> activation(String direction, Map<String, String> same) {
        List<Contender> contenders = new ArrayList<>(joust("ActivationBenchmark." + direction, same));
        contenders.addAll(peers.activation(direction, same));
        return contenders;
    }

    private List<Contender> optimizer(Map<String, String> same) {
        List<Contender> contenders = new ArrayList<>(joust("OptimizerBenchmark.step", same));
        contenders.addAll(peers.optimizer(same));
        return contenders;
    }

    private List<Contender> ganStep(Map<String, String> same) {
        List<Contender> contenders = new ArrayList<>(joust("GanStepBenchmark.step", same));
        contenders.addAll(peers.ganStep(same));
        return contenders;
    }

    /** Where the backend works on Java arrays there is nothing to transfer, so those have to be asked for. */
    private List<Contender> transfer(String direction, Map<String, String> same) {
        return joust("TransferBenchmark." + direction, same).stream()
                .filter(contender -> options.suites().contains(Suite.TRANSFER) || !Devices.isHost(contender))
                .toList();
    }

    private List<Contender> bandwidth(String method, Map<String, String> same) {
        if (!options.suites().contains(Suite.BANDWIDTH)) {
            return List.of();
        }
        return options.threads().stream()
                .map(threads -> new Contender("BandwidthBenchmark." + method, same, threads))
                .toList();
    }

    private List<Contender> joust(String benchmark, Map<String, String> same) {
        return parameters.pollutions(same).stream()
                .flatMap(polluted -> grants.stream()
                        .map(grant -> Contender.of(benchmark, polluted)
                                .with("backend", grant.backend())
                                .with("threads", String.valueOf(grant.threads()))))
                .toList();
    }
}
