package joust.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import joust.backend.BackendFamily;
import joust.backend.Discovery;
import joust.backend.Fastest;
import joust.backend.HostCache;
import joust.opencl.OpenClPlatform;
import joust.opencl.OpenClReport;

/** A {@link Diagnosis} for a person: a line for each fact, and for each thing that is missing one with the remedy. */
final class DiagnosisText {
    private final StringBuilder text = new StringBuilder();

    private DiagnosisText() {}

    static String of(Diagnosis diagnosis) {
        DiagnosisText text = new DiagnosisText();
        text.machine(diagnosis.machine());
        text.line(
                "pictures",
                diagnosis.pictureProblem().map(problem -> "not all: " + problem).orElse("yes"));
        text.opencl(diagnosis.opencl());
        diagnosis.families().forEach(text::family);
        text.line("chosen", diagnosis.choice());
        if (diagnosis.gigaflops() > 0) {
            text.line("  taken", "by --backend auto, where 'joust tune' has not timed the model");
            text.line(
                    "  speed",
                    String.format(
                            Locale.ROOT,
                            "%.1f GFLOP/s in products of %d x %<d matrices, the best in a third of a second",
                            diagnosis.gigaflops(),
                            ProductSpeed.SIZE));
        }
        diagnosis.reasons().forEach(reason -> text.line("  because", reason));
        text.tuned(diagnosis.tuned());
        return text.text.toString();
    }

    private void tuned(List<Fastest> tuned) {
        if (tuned.isEmpty()) {
            line(
                    "tuned",
                    "nothing: training takes the chosen one; 'joust tune' would time all of them for each preset");
        }
        for (Fastest fastest : tuned) {
            line("tuned", fastest.summary());
        }
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-14s %s%n", name, value));
    }

    private void machine(MachineFacts machine) {
        line("java", machine.java());
        line("flags", machine.flags().isEmpty() ? "none" : String.join(" ", machine.flags()));
        line("system", machine.system());
        line(
                "processor",
                machine.processor() + ", " + count(machine.cores(), "core") + ", "
                        + count(machine.processors(), "processor"));
        line("caches", machine.caches().isEmpty() ? "not told by this system" : caches(machine.caches()));
        line(
                "fma",
                machine.fusedMultiplyAdd()
                        ? "yes: every backend computes the same bits as on other machines with it"
                        : "no: CPU backends multiply, then add; their bits differ from machines that fuse (arithmetic multiply-add)");
        line(
                "vector module",
                machine.vectorModule() ? "yes" : "no: start Java with --add-modules=jdk.incubator.vector");
    }

    private static String caches(List<HostCache> caches) {
        return caches.stream().map(HostCache::toString).collect(Collectors.joining(", "));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void opencl(OpenClReport opencl) {
        line("opencl loader", opencl.loader().isEmpty() ? "none" : opencl.loader());
        for (OpenClPlatform platform : opencl.platforms()) {
            line(
                    "  platform",
                    platform.name() + ", " + platform.version() + ", " + count(platform.devices(), "device"));
        }
    }

    private void family(BackendFamily family) {
        for (Discovery.Device device : family.devices()) {
            line("backend", device.name() + ": " + device.description());
        }
        for (Discovery.Problem problem : family.problems()) {
            line("not here", family.name() + ": " + problem.reason());
            line("  remedy", problem.remedy());
        }
    }
}
