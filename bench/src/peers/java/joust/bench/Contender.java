package joust.bench;

import java.util.Map;

/**
 * One way to compute a case.
 *
 * @param benchmark the simple name of the class and its method, as in {@code MatmulBenchmark.matmul}
 * @param parameters its parameters, all of them single
 * @param jmhThreads how many threads JMH runs it on
 */
record Contender(String benchmark, Map<String, String> parameters, int jmhThreads) {
    static Contender of(String benchmark, Map<String, String> parameters) {
        return new Contender(benchmark, parameters, 1);
    }
}
