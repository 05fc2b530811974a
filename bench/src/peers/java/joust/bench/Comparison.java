package joust.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joust beside the libraries that people would use instead. Within a case every fork of everyone runs before the next fork of
 * anyone, and the peak of the machine with them: a machine that slows down slows all of them. Results are medians of forks.
 */
public final class Comparison {
    private final ComparisonOptions options;
    private final ForkRunner runner;
    private final List<CaseResult> results = new ArrayList<>();
    private final Set<String> failures = new TreeSet<>();

    private Comparison(ComparisonOptions options) {
        this.options = options;
        runner = new ForkRunner(options);
    }

    /** Runs what the options say; prints case by case, and writes the JSON after each. */
    public static void main(String[] arguments) throws IOException {
        new Comparison(ComparisonOptions.parse(arguments)).run();
    }

    private void run() throws IOException {
        ComparisonPlan plan = new ComparisonPlan(options);
        ComparisonJson json = new ComparisonJson(options.out());
        for (String word : options.suites()) {
            Suite suite = Suite.named(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--suites: " + word + " is none, expected some of " + Suite.words()));
            for (ComparedCase compared : plan.cases(suite)) {
                CaseResult result = measure(compared);
                if (!result.scores().isEmpty()) {
                    results.add(result);
                    result.lines().forEach(System.out::println);
                    System.out.println();
                    json.write(results);
                }
            }
        }
        summarize();
    }

    private CaseResult measure(ComparedCase compared) throws IOException {
        Map<Contender, ForkScores> scores = new LinkedHashMap<>();
        compared.contenders().forEach(contender -> scores.put(contender, new ForkScores()));
        double[] peaks = new double[options.forks()];
        for (int fork = 0; fork < options.forks(); fork++) {
            peaks[fork] = runner.peak(compared.threads());
            runEach(scores.entrySet().iterator());
        }
        return new CaseResult(ForkScores.median(peaks), List.copyOf(scores.values()));
    }

    /** One that is missing here must not end the others; its reason stands at the end. */
    private void runEach(Iterator<Map.Entry<Contender, ForkScores>> entries) throws IOException {
        while (entries.hasNext()) {
            Map.Entry<Contender, ForkScores> entry = entries.next();
            try {
                entry.getValue().add(runner.run(entry.getKey()));
            } catch (ContenderException e) {
                failures.add(e.getMessage());
                entries.remove();
            }
        }
    }

    private void summarize() {
        runner.notes().forEach(note -> System.out.println("# " + note));
        failures.forEach(failure -> System.out.println("not timed: " + failure));
        for (Suite suite : Suite.values()) {
            for (int threads : options.threads()) {
                double[] ratios = results.stream()
                        .filter(result -> result.scores().getFirst().first().suite().equals(suite.word()))
                        .filter(result -> result.scores().getFirst().first().threads() == threads)
                        .flatMap(result -> result.ratio().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                if (ratios.length > 0) {
                    System.out.println(String.format(
                            Locale.ROOT,
                            "%s, %d threads: geometric mean of %d ratios to the best peer %.3f",
                            suite.word(),
                            threads,
                            ratios.length,
                            geometricMean(ratios)));
                }
            }
        }
    }

    static double geometricMean(double... ratios) {
        double sum = 0;
        for (double ratio : ratios) {
            sum += StrictMath.log(ratio);
        }
        return StrictMath.exp(sum / ratios.length);
    }
}
