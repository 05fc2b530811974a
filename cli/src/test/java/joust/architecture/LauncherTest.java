package joust.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import joust.backend.HostPages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with a Java that prints its arguments and a Maven that leaves a mark. */
@Tag("childjvm")
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "the launcher is a shell script")
class LauncherTest {
    /** Refuses the library foo, as Joust does. */
    private static final String JAVA =
            "#!/bin/sh\necho \"$@\"\ncase \"$*\" in *-Djoust.check-only=true*foo*) exit 2 ;; esac\n";

    @TempDir
    Path folder;

    private record Answer(int code, String output) {}

    @BeforeEach
    void checkOut() throws IOException, InterruptedException {
        Path checkout = Checkout.folder();
        script("joust", Files.readString(checkout.resolve("joust")));
        script(".ci/find-jdk25", Files.readString(checkout.resolve(".ci/find-jdk25")));
        script("jdk/bin/java", JAVA);
        script("jdk/bin/javac", "#!/bin/sh\n");
        script("jdk/bin/mvn", "#!/bin/sh\nmkdir -p bench/target\ntouch built bench/target/benchmarks-peers.jar\n");
        file("jdk/release", "JAVA_VERSION=\"25\"\n");
        for (String source :
                List.of("pom.xml", "cli/src/main/a", "cli/pom.xml", "bench/src/main/b", "bench/src/peers/c")) {
            file(source, "");
        }
        file(".gitignore", "target/\nbuilt\n");
        for (List<String> words : List.of(
                List.of("init", "-q"),
                List.of("add", "-A"),
                List.of("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "all"))) {
            List<String> command = new ArrayList<>(List.of("git"));
            command.addAll(words);
            Answer answer = answer(command);
            assertThat(answer.code()).as(answer.output()).isZero();
        }
        file("cli/target/launcher/joust.jar", "");
        file("bench/target/launcher/benchmarks.jar", "");
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void script(String name, String text) throws IOException {
        file(name, text);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer joust(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "joust"));
        command.addAll(List.of(words));
        return answer(command);
    }

    private Answer answer(List<String> command) throws IOException, InterruptedException {
        return answer(command, "");
    }

    private Answer answer(List<String> command, String javaOptions) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA25_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("jdk/bin").toString(), (path, ours) -> ours + ":" + path);
        builder.environment().put("JDK_JAVA_OPTIONS", javaOptions);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), output);
    }

    @Test
    void resultsInTheCheckoutAreNoChangeOfIt() throws IOException, InterruptedException {
        file("r.json", "[]");
        assertThat(joust("bench", "matmul").output())
                .containsPattern("-Djoust.commit=[0-9a-f]+ ")
                .doesNotContain("-changed");
        file("bench/src/main/b", "changed");
        file("bench/target/launcher/benchmarks.jar", "");
        file("cli/target/launcher/joust.jar", "");
        assertThat(joust("bench", "matmul").output()).containsPattern("-Djoust.commit=[0-9a-f]+-changed ");
    }

    @Test
    void librariesAreBuiltForWordsThatJoustTakes() throws IOException, InterruptedException {
        Answer wrong = joust("bench", "matmul", "--peers", "foo");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(folder.resolve("built")).doesNotExist();
        Answer right = joust("bench", "matmul", "--peers", "mkl");
        assertThat(right.code()).as(right.output()).isZero();
        assertThat(folder.resolve("built")).exists();
    }

    @Test
    void hugePagesAreAskedForWhereTheyAreUnlessTheUserSaysOtherwise() throws IOException, InterruptedException {
        for (String flag : HostPages.flags()) {
            assertThat(joust("doctor").output()).contains(flag + " ");
        }
        List<String> command = List.of("sh", "joust", "doctor");
        assertThat(answer(command, "-XX:-UseTransparentHugePages").output()).doesNotContain("UseTransparentHugePages");
    }
}
