package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.io.AtomicFile;
import joust.io.FolderLock;
import joust.report.StudyPage;
import joust.study.RunResult;
import joust.study.StudyConfig;
import joust.study.StudyCsv;
import joust.study.StudyJson;
import joust.study.StudyPlan;
import joust.study.StudyRun;
import joust.study.StudyRunner;
import joust.study.StudySummary;
import joust.study.StudyText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "study",
        description = "Trains configurations times losses times cures times seeds, and compares what they reach.",
        footer = {"", "A study that was stopped goes on when it is started again with the same folder."})
final class StudyCommand extends CommonOptions implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a study in YAML; default what cures the collapse of modes, in at most an hour on 2 cores")
    private @Nullable Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "a new folder, or that of this study; default runs/NAME")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "replaces one value of the study, such as seeds=[1,2] or systems[0].steps=2000")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "the file or folder of the real rows, for a study of which every system reads one")
    private @Nullable String data;

    @Option(names = "--print", description = "print the study's YAML, to copy and edit, and train nothing")
    private boolean print;

    @Option(names = "--jobs", paramLabel = "N", description = "runs at a time; default one for each core")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            description = "scalar, simd or opencl[:N], on one thread for each run; default simd where it is available")
    private @Nullable String backend;

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw new UsageException("--jobs: " + jobs + ", expected at least 1");
        }
        StudySource source = StudySource.read(file, overrides, data);
        StudyConfig study = source.study();
        if (print) {
            spec.commandLine().getOut().print(ConfigYaml.write(study));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        }
        StudyPlan plan = StudyPlan.of(study, source.systems());
        Path folder = out == null ? Path.of("runs", study.name()) : out;
        StudyFolder.requireNewOrStudy(folder);
        PrintWriter err = spec.commandLine().getErr();
        plan.leftOut().forEach(line -> err.println("left out: " + line));
        StudyBackend opener = StudyBackend.find(backend, err);
        try (FolderLock _ = StudyFolder.take(folder, source)) {
            StudyRunner runner = new StudyRunner(folder, plan, study.secondsPerRun());
            requireArithmetic(runner, opener, folder);
            train(runner, opener, folder, new Results(source, plan));
        }
        return ExitCode.DONE;
    }

    private record Results(StudySource source, StudyPlan plan) {
        StudySummary of(StudyRunner runner) {
            return StudySummary.of(source.study(), plan, runner.results());
        }

        List<String> metrics() {
            return source.study().metrics();
        }

        String yaml() {
            return ConfigYaml.write(source.complete());
        }
    }

    /** Numbers of two arithmetics would be compared with each other. */
    private static void requireArithmetic(StudyRunner runner, StudyBackend opener, Path folder) {
        runner.results().values().stream()
                .map(RunResult::arithmetic)
                .filter(arithmetic -> !arithmetic.equals(opener.arithmetic()))
                .findAny()
                .ifPresent(arithmetic -> {
                    throw new UsageException("--out: " + folder + ": results of arithmetic " + arithmetic
                            + ", expected those of this backend's, " + opener.arithmetic());
                });
    }

    /** The table is written whatever ends the runs: what is done is not lost. */
    private void train(StudyRunner runner, StudyBackend opener, Path folder, Results results) throws IOException {
        List<StudyRun> pending = runner.pending();
        PrintWriter err = spec.commandLine().getErr();
        err.println(pending.size() + " runs to be made, " + runner.results().size() + " done, " + jobs + " at a time");
        long steps = pending.stream().mapToLong(run -> run.config().steps()).sum();
        ProgressLine line = new ProgressLine(System.err, Terminal.isOne(), 0, Math.max(1, steps), System.nanoTime());
        try (StopOnSignal _ = new StopOnSignal(runner::requestStop)) {
            try {
                runner.run(opener::open, jobs, new StudyProgress(err, line, pending.size(), results.metrics()));
            } finally {
                line.clear();
                write(folder, results.of(runner), results.yaml());
            }
        }
    }

    private void write(Path folder, StudySummary summary, String yaml) throws IOException {
        AtomicFile.write(folder.resolve("study.csv"), StudyCsv.text(summary).getBytes(UTF_8));
        AtomicFile.write(folder.resolve("study.json"), StudyJson.text(summary).getBytes(UTF_8));
        AtomicFile.write(
                folder.resolve("study.html"), StudyPage.html(summary, yaml).getBytes(UTF_8));
        PrintWriter out = spec.commandLine().getOut();
        StudyText.table(summary).forEach(out::println);
        out.flush();
        spec.commandLine().getErr().println("results: " + folder + " (study.csv, study.json, study.html)");
    }
}
