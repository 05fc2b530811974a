package joust.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import joust.bench.report.Figure;
import joust.bench.report.RunFacts;
import joust.bench.report.RunResults;

/** One run: starts its JVMs in order, keeps what they find, and says how far it is. */
final class BenchRun implements ForkListener {
    private final RunOptions options;
    private final List<Grant> grants;
    private final List<ComparedCase> cases;
    private final List<RunSchedule.Unit> units;
    private final Ledger ledger = new Ledger();
    private final Set<String> notes = new TreeSet<>();
    private final RunProgress progress;
    private int scope;
    private double secondsEach;

    /** With the backends that are here. */
    BenchRun(RunOptions options, List<Grant> grants, PrintStream progressTo, boolean terminal) {
        this.options = options;
        this.grants = grants;
        this.cases = new RunPlan(options, grants).cases();
        this.units = RunSchedule.of(cases, options);
        double planned = units.stream().mapToDouble(RunSchedule.Unit::seconds).sum();
        this.progress = new RunProgress(progressTo, terminal, planned);
    }

    /** What is done with the results so far after each case. */
    @FunctionalInterface
    interface Keeper {
        void keep(RunResults soFar) throws IOException;
    }

    /** Runs everything. */
    RunResults run(Keeper keeper) throws IOException, InterruptedException {
        ForkRunner fork = options.quick() ? new SharedFork(options) : new SeparateFork(options.jmh());
        for (RunSchedule.Unit unit : units) {
            if (unit.scope() != scope) {
                keeper.keep(results());
            }
            scope = unit.scope();
            secondsEach = unit.seconds() / unit.contenders().size();
            List<Contender> sound = unit.contenders().stream()
                    .filter(contender -> !ledger.failed(contender))
                    .toList();
            if (!sound.isEmpty()) {
                fork.run(sound, this);
            }
        }
        progress.clear();
        return results();
    }

    @Override
    public void timed(Contender contender, Timing timing) {
        ledger.add(scope, contender, timing);
        progress.advance(secondsEach, contender);
    }

    @Override
    public void failed(Contender contender, String reason) {
        ledger.fail(contender, reason);
        progress.advance(secondsEach, contender);
    }

    @Override
    public void noted(String note) {
        notes.add(note);
    }

    /** Why some have no figure, one line each. */
    Set<String> failures() {
        return ledger.failures();
    }

    /** Whether a backend of Joust's is among them. */
    boolean joustFailed() {
        return ledger.joustFailed();
    }

    private RunResults results() {
        Stream<Figure> contenders = IntStream.range(0, cases.size())
                .boxed()
                .flatMap(index -> cases.get(index).contenders().stream()
                        .filter(contender -> !contender.isMachine())
                        .flatMap(contender -> ledger.figure(options.quick() ? 0 : index, contender).stream()));
        List<Figure> figures = new ArrayList<>(contenders.toList());
        figures.addAll(ledger.machine().toList());
        String mode = options.quick() ? RunFacts.QUICK : RunFacts.FULL;
        return new RunResults(RunFacts.ofThisMachine(mode, options.command(), devices()), figures);
    }

    /** Backends say what they run on, libraries which version they are. */
    private Map<String, String> devices() {
        Map<String, String> devices = new TreeMap<>();
        grants.forEach(grant -> devices.put("joust-" + grant.backend(), grant.device()));
        for (String note : notes) {
            Optional.of(note.indexOf(": "))
                    .filter(colon -> colon > 0)
                    .ifPresent(colon -> devices.put(note.substring(0, colon), note.substring(colon + 2)));
        }
        return devices;
    }
}
