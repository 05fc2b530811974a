package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    @Test
    void aFileThatCannotBeUsedIsNamedWithTheReason() {
        assertThat(FailureText.lines(new AccessDeniedException("/x"))).containsExactly("/x: access is denied");
    }

    @Test
    void aCauseIsSaidWhereItSaysMore() {
        IOException disk = new IOException("No space left on device");
        assertThat(FailureText.lines(new IOException("x.png: cannot be written: No space left on device", disk)))
                .hasSize(1);
        assertThat(FailureText.lines(new IllegalStateException("log", disk)))
                .containsExactly("log", "  because: No space left on device");
    }

    @Test
    void ofACauseTheFirstLineIsSaid() {
        assertThat(FailureText.lines(new IllegalStateException("a", new IllegalStateException("b\n  ^\nc"))))
                .containsExactly("a", "  because: b");
        assertThat(FailureText.lines(new IllegalStateException(" "))).containsExactly("IllegalStateException");
    }

    @Test
    void anOverflownStackIsNoReason() {
        assertThat(FailureText.lines(new UsageException("nested too deeply", new StackOverflowError())))
                .containsExactly("nested too deeply");
    }

    @Test
    void whatIsNoInputIsCodeOne() {
        assertThat(ExitCode.of(new AccessDeniedException("/x"))).isEqualTo(ExitCode.FAILED);
        assertThat(FailureText.lines(new OutOfMemoryError()).getFirst()).startsWith("out of memory: ");
    }
}
