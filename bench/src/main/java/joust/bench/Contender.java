package joust.bench;

import java.util.HashMap;
import java.util.Map;

/**
 * One way to compute a case.
 *
 * @param benchmark the simple name of the class and its method, as in {@code MatmulBenchmark.matmul}
 * @param parameters its parameters, all of them single
 * @param jmhThreads how many threads JMH runs it on
 */
record Contender(String benchmark, Map<String, String> parameters, int jmhThreads) {
    static final String PACKAGE = "joust.bench.";

    Contender {
        parameters = Map.copyOf(parameters);
    }

    static Contender of(String benchmark, Map<String, String> parameters) {
        return new Contender(benchmark, parameters, 1);
    }

    /** The most fused multiply-adds that the CPU can do. */
    static Contender peak(int threads) {
        return new Contender("PeakBenchmark.fma", Map.of(), threads);
    }

    /** The most that plain loops move, over three arrays of so many bytes together. */
    static Contender triad(int threads, long footprint) {
        long size = Math.max(1, footprint / (3 * Float.BYTES) / threads);
        return new Contender("BandwidthBenchmark.triad", Map.of("size", String.valueOf(size)), threads);
    }

    /** The most that a backend's own device moves, over two tensors of so many bytes together. */
    static Contender deviceTriad(String backend, long footprint) {
        long size = Math.max(1, footprint / (2 * Float.BYTES));
        return Contender.of("DeviceBandwidthBenchmark.triad", Map.of("size", String.valueOf(size)))
                .with("backend", backend)
                .with("threads", "1");
    }

    /** This contender with one parameter more, or another value of it. */
    Contender with(String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return new Contender(benchmark, more, jmhThreads);
    }

    /** The method's qualified name. */
    String qualifiedName() {
        return PACKAGE + benchmark;
    }

    /** The class of the benchmark, which says how it is timed. */
    Class<?> type() throws ClassNotFoundException {
        return Class.forName(PACKAGE + benchmark.substring(0, benchmark.indexOf('.')));
    }

    /** What one call does. */
    Work work() {
        return Work.of(qualifiedName(), parameters::get);
    }

    /** Such as {@code matmul NN 64x64x64, joust-simd, 2 threads}. */
    String title() {
        Work work = work();
        return work.suite().word() + " " + work.what() + ", " + work.implementation() + ", " + threads()
                + (threads() == 1 ? " thread" : " threads");
    }

    /** How many threads compute. */
    int threads() {
        String threads = parameters.get("threads");
        return threads == null ? jmhThreads : Integer.parseInt(threads);
    }

    /** Who computes, on how many threads: what shares a JVM in a quick run. */
    String contestant() {
        return work().implementation().replaceAll("\\+.*", "") + "/" + (isMachine() ? 0 : threads());
    }

    /** Whether the machine itself is measured. */
    boolean isMachine() {
        return work().suite() == Suite.PEAK || work().suite() == Suite.BANDWIDTH;
    }
}
