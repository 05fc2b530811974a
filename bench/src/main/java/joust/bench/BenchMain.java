package joust.bench;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import joust.backend.BackendUnavailableException;
import joust.bench.report.Changes;
import joust.bench.report.FigureJson;
import joust.bench.report.FigureTable;
import joust.bench.report.HtmlPage;
import joust.bench.report.RunResults;
import joust.io.FileFormatException;

/** What {@code joust bench} starts: plans a run, times it and reports it. */
public final class BenchMain {
    /** A property: end where timing would begin. */
    private static final String CHECK_ONLY = "joust.check-only";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    private BenchMain() {}

    /** Runs and ends the process: 0 done, 1 a benchmark failed, 2 wrong usage or files, 3 a backend that is not here. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    /** The exit code; messages go to standard error. */
    static int run(String... arguments) throws InterruptedException {
        try {
            RunOptions options = RunOptions.parse(arguments);
            if (BenchmarkMain.isAboutJmh(options.jmhWords())) {
                Stream<String> suites = options.suites().stream().map(Suite::word);
                return BenchmarkMain.run(
                        Stream.concat(suites, options.jmhWords().stream()).toArray(String[]::new));
            }
            Optional<RunResults> before = EarlierRun.before(options);
            Optional<RunResults> after = EarlierRun.after(options);
            if (after.isPresent()) {
                Changes.lines(before.orElseThrow(), after.get()).forEach(System.out::println);
                return DONE;
            }
            for (String option : List.of("--json", "--html")) {
                requireWritable(option, options.file(option));
            }
            if (Boolean.getBoolean(CHECK_ONLY)) {
                return DONE;
            }
            OtherPrograms.requireNoOtherJmh();
            OtherPrograms.busyness().ifPresent(System.err::println);
            List<Grant> all = options.backends().isEmpty()
                    ? BackendProbe.openAll(options.threads())
                    : BackendProbe.open(options.backends(), options.threads());
            return run(new BenchRun(options, BackendProbe.distinct(all), System.err, isTerminal()), options, before);
        } catch (UsageException | FileFormatException e) {
            System.err.println(e.getMessage());
            return USAGE;
        } catch (BackendUnavailableException e) {
            System.err.println(e.getMessage());
            return UNAVAILABLE;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private static int run(BenchRun run, RunOptions options, Optional<RunResults> before)
            throws IOException, InterruptedException {
        Optional<Path> json = options.file("--json");
        RunResults results = run.run(soFar -> {
            if (json.isPresent()) {
                FigureJson.write(json.get(), soFar);
            }
        });
        FigureTable.lines(results).forEach(System.out::println);
        run.failures().forEach(line -> System.out.println("not timed: " + line));
        before.ifPresent(earlier -> Changes.lines(earlier, results).forEach(System.out::println));
        if (json.isPresent()) {
            FigureJson.write(json.get(), results);
        }
        Optional<Path> html = options.file("--html");
        if (html.isPresent()) {
            HtmlPage.write(html.get(), results);
        }
        return run.joustFailed() ? FAILED : DONE;
    }

    /** A run takes minutes: a file that cannot be written is found before. */
    private static void requireWritable(String option, Optional<Path> file) {
        if (file.isPresent()) {
            Path folder = file.get().toAbsolutePath().getParent();
            if (folder == null
                    || !Files.isDirectory(folder)
                    || !Files.isWritable(folder)
                    || Files.isDirectory(file.get())) {
                throw new UsageException(
                        option + ": " + file.get() + " cannot be written, expected a file in a folder that is there");
            }
        }
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal (JDK-8351435).
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
