package joust.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import joust.backend.Discovery;
import org.openjdk.jmh.annotations.Fork;

/** Opens backends to see which are here and how many threads they grant. */
final class BackendProbe {
    private BackendProbe() {}

    /**
     * Opens each of them with each number of threads; a device that is not the CPU only once, since threads mean nothing to it.
     *
     * @throws UsageException if a name means nothing
     * @throws BackendUnavailableException if a backend is not here
     */
    static List<Grant> open(List<String> backends, List<Integer> threads) {
        List<Grant> grants = new ArrayList<>();
        for (String name : backends) {
            if (Devices.isHost(name)) {
                threads.forEach(count -> grants.add(open(name, count)));
            } else {
                Grant first = open(name, threads.getFirst());
                threads.forEach(count -> grants.add(new Grant(name, count, first.threads(), first.device())));
            }
        }
        return grants;
    }

    private static Grant open(String name, int threads) {
        try (Backend backend = Backends.open(name, BackendOptions.threads(threads), line -> {})) {
            return new Grant(name, threads, backend.threads(), backend.device());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--backend: " + e.getMessage(), e);
        }
    }

    /** As {@link #open} for everything that was discovered; of what does not open, the reason goes to standard error. */
    static List<Grant> openAll(List<Integer> threads) {
        return Backends.discover().stream()
                .flatMap(family -> family.devices().stream())
                .map(Discovery.Device::name)
                .flatMap(name -> openOrReport(name, threads))
                .toList();
    }

    private static Stream<Grant> openOrReport(String name, List<Integer> threads) {
        try {
            return open(List.of(name), threads).stream();
        } catch (BackendUnavailableException | UsageException e) {
            System.err.println("not timed: " + e.getMessage());
            return Stream.empty();
        }
    }

    /** One of those on which a backend computes alike. */
    static List<Grant> distinct(List<Grant> grants) {
        Set<String> seen = new HashSet<>();
        return grants.stream()
                .filter(grant -> seen.add(grant.backend() + " " + grant.threads()))
                .toList();
    }

    /**
     * As {@link #openAll}, in a JVM with the flags of the forks: under {@code java -jar} alone there are no vectors.
     *
     * @param backends names, or none for everything that was discovered
     */
    static List<Grant> inAFork(List<String> backends, List<Integer> threads) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(TimingSettings.class.getAnnotation(Fork.class).jvmArgsAppend()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BackendProbe.class.getName()));
        command.add(threads.stream().map(String::valueOf).collect(Collectors.joining(",")));
        command.addAll(backends);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 4)
                .map(p -> new Grant(p[0], Integer.parseInt(p[1]), Integer.parseInt(p[2]), p[3]))
                .toList();
    }

    /** Prints grants, one to a line with tabs between the parts; takes numbers of threads joined by commas, then names. */
    public static void main(String[] arguments) {
        List<Integer> threads =
                Stream.of(arguments[0].split(",", -1)).map(Integer::valueOf).toList();
        Stream<Grant> grants = arguments.length == 1
                ? openAll(threads).stream()
                : Stream.of(arguments).skip(1).flatMap(name -> openOrReport(name, threads));
        grants.forEach(grant -> System.out.println(
                grant.backend() + "\t" + grant.asked() + "\t" + grant.threads() + "\t" + grant.device()));
    }
}
