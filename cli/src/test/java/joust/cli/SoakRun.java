package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Watches a long training from outside, on Linux: resident memory, threads, open files, and steps a second over the multiply-adds
 * a second that a core does in the same minute, so that a machine whose speed wanders can be judged. Arguments: the launcher, a
 * folder for the run, minutes, and the words after {@code joust train --out FOLDER}.
 */
final class SoakRun {
    private static final int SAMPLES_A_MINUTE = 60;

    private final Process process;
    private final Path proc;
    private final Path log;

    private SoakRun(Process process, Path run) {
        this.process = process;
        this.proc = Path.of("/proc", Long.toString(process.pid()));
        this.log = run.resolve("log.csv");
    }

    /** What was seen in a minute. */
    private record Minute(long residentKilobytes, long threads, long files, double stepsPerSecond, double peak) {
        double share() {
            return stepsPerSecond / peak;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path run = Path.of(arguments[1]);
        List<String> command = new ArrayList<>(List.of(arguments[0], "train", "--quiet", "--out", run.toString()));
        command.addAll(Arrays.asList(arguments).subList(3, arguments.length));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            new SoakRun(process, run).watch(Integer.parseInt(arguments[2]));
        } finally {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private void watch(int minutes) throws IOException, InterruptedException {
        List<Minute> seen = new ArrayList<>();
        System.out.println("minute  resident/KB  threads  files  steps/s  Gfma/s  ratio");
        for (int minute = 1; minute <= minutes; minute++) {
            seen.add(next());
            Minute last = seen.getLast();
            System.out.printf(
                    Locale.ROOT,
                    "%6d  %11d  %7d  %5d  %7.1f  %6.3f  %5.1f%n",
                    minute,
                    last.residentKilobytes(),
                    last.threads(),
                    last.files(),
                    last.stepsPerSecond(),
                    last.peak(),
                    last.share());
        }
        if (minutes >= 20) {
            Minute early = seen.get(4);
            Minute late = seen.getLast();
            System.out.printf(
                    Locale.ROOT,
                    "since minute 5: %+.1f MB, %+d threads, %+d files; last 10 minutes over minutes 5 to 15: %.3f%n",
                    (late.residentKilobytes() - early.residentKilobytes()) / 1024.0,
                    late.threads() - early.threads(),
                    late.files() - early.files(),
                    share(seen.subList(minutes - 10, minutes)) / share(seen.subList(4, 15)));
        }
    }

    private static double share(List<Minute> minutes) {
        return minutes.stream().mapToDouble(Minute::share).average().orElseThrow();
    }

    private Minute next() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long first = step();
        double[] peaks = new double[SAMPLES_A_MINUTE];
        for (int i = 0; i < peaks.length; i++) {
            TimeUnit.MILLISECONDS.sleep(60_000 / SAMPLES_A_MINUTE - 20);
            peaks[i] = MultiplyAdds.billionsPerSecond();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (!process.isAlive()) {
            throw new IOException("the training has ended with code " + process.exitValue());
        }
        Arrays.sort(peaks);
        return new Minute(
                status("VmRSS:"), status("Threads:"), files(), (step() - first) / seconds, peaks[peaks.length / 2]);
    }

    private long status(String name) throws IOException {
        try (Stream<String> lines = Files.lines(proc.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
            return files.count();
        }
    }

    /** The step of the log's last whole row; -1 while there is none. */
    private long step() throws IOException {
        if (!Files.exists(log)) {
            return -1;
        }
        String text = Files.readString(log);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1).stripTrailing();
        String row = whole.substring(whole.lastIndexOf('\n') + 1);
        return row.startsWith("step") ? -1 : Long.parseLong(row.substring(0, row.indexOf(',')));
    }
}
