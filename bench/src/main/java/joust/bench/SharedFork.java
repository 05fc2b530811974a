package joust.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Fork;

/** One JVM for all contenders of a list, for somebody who waits: later ones meet what C2 made of the earlier ones. */
final class SharedFork implements ForkRunner {
    private final RunOptions options;

    SharedFork(RunOptions options) {
        this.options = options;
    }

    @Override
    public void run(List<Contender> contenders, ForkListener listener) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("joust-fork", ".log");
        try {
            Process process = new ProcessBuilder(command(contenders.getFirst()))
                    .redirectError(errors.toFile())
                    .start();
            int answered;
            try {
                tell(process, contenders);
                answered = listen(process, contenders, listener);
            } finally {
                process.destroy();
            }
            int code = process.waitFor();
            String reason = ForkOutput.reason(Files.readString(errors)) + " (exit code " + code + ")";
            contenders.subList(answered, contenders.size()).forEach(contender -> listener.failed(contender, reason));
        } finally {
            Files.delete(errors);
        }
    }

    private static void tell(Process process, List<Contender> contenders) throws IOException {
        try (Writer in = process.outputWriter(UTF_8)) {
            for (Contender contender : contenders) {
                in.write(SharedForkMain.write(contender) + "\n");
            }
        }
    }

    private static int listen(Process process, List<Contender> contenders, ForkListener listener) throws IOException {
        int answered = 0;
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(SharedForkMain.TIMED)) {
                listener.timed(contenders.get(answered++), Timing.parse(line.substring(SharedForkMain.TIMED.length())));
            } else if (line.startsWith(SharedForkMain.FAILED)) {
                listener.failed(contenders.get(answered++), line.substring(SharedForkMain.FAILED.length()));
            } else {
                ForkOutput.notes(line).forEach(listener::noted);
            }
        }
        return answered;
    }

    private List<String> command(Contender contender) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JmhOptions.flags(options.jmh().given().getJvmArgsPrepend()));
        command.addAll(JmhOptions.flags(options.jmh().given().getJvmArgs()));
        command.addAll(flags(contender));
        if (Boolean.getBoolean(OtherPrograms.IGNORE_LOCK)) {
            command.add("-D" + OtherPrograms.IGNORE_LOCK + "=true");
        }
        command.addAll(JmhOptions.flags(options.jmh().given().getJvmArgsAppend()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SharedForkMain.class.getName()));
        command.addAll(options.jmhWords());
        return command;
    }

    /** The flags that JMH would give a fork of that class. */
    private static List<String> flags(Contender contender) throws IOException {
        try {
            Fork fork = contender.type().getAnnotation(Fork.class);
            return fork == null ? List.of() : List.of(fork.jvmArgsAppend());
        } catch (ClassNotFoundException e) {
            throw new IOException(contender.benchmark() + ": not in this jar; with --peers, joust bench builds one", e);
        }
    }
}
